/** Path of a Chromium for the browser test, installed on Debian as root; `undefined` after a line saying why not. */
export function ensureChromium(): Promise<string | undefined>;
