/** Shorter ones would blot out words that only look alike. */
const MIN_SECRET_LENGTH = 6;
const SHOWN = "[secret]";

/**
 * Hides secrets in a text that leaves the process, in whatever form they got into it: as they are, escaped for a URL or
 * for JSON, or as base64. `secrets` is anything that holds them; every text in it counts.
 *
 * @example
 * const hide = createRedaction(secrets);
 * const log = pino({ level }, { write: (line) => process.stderr.write(hide(line)) });
 */
export function createRedaction(secrets: unknown): (text: string) => string {
  const forms = [...new Set(textsIn(secrets).flatMap(partsOf).flatMap(formsOf))]
    .filter(({ length }) => length >= MIN_SECRET_LENGTH)
    .sort((one, other) => other.length - one.length);
  if (forms.length === 0) return (text) => text;
  const pattern = new RegExp(forms.map(escaped).join("|"), "g");
  return (text) => text.replace(pattern, SHOWN);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The secret itself; of an address its password alone, since the rest helps whoever reads the log. */
function partsOf(secret: string): string[] {
  if (!/^[a-z]+:\/\//i.test(secret)) return secret.startsWith("/") ? [] : [secret, ...afterColon(secret)];
  const password = URL.canParse(secret) ? new URL(secret).password : "";
  return password === "" ? [] : [password, decodeURIComponent(password)];
}

/** The part of a bot token that is secret: libraries write it without the number before it. */
function afterColon(secret: string): string[] {
  const at = secret.indexOf(":");
  return at < 0 ? [] : [secret.slice(at + 1)];
}

function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString("base64");
  const quoted = inJson(secret);
  // A body that was sent as JSON stands in the log as JSON within JSON.
  return [secret, encodeURIComponent(secret), quoted, inJson(quoted), base64];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
