import { mkdirSync } from "node:fs";
import { type BrowserContext, chromium, type Page } from "playwright-core";

/** Works as root, without network and without a graphics card, and leaves nothing behind. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SCREENSHOTS = "test-results/web-chat";

export const DESKTOP = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/**
 * A browser with a profile of its own, gone when the context is closed. Two dots for a pixel, as on most screens.
 * Dark, or light when `WEB_CHAT_SCHEME` says so.
 */
export async function openBrowser(executablePath: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext("", {
    executablePath,
    args: FLAGS,
    viewport: DESKTOP,
    deviceScaleFactor: 2,
    colorScheme: process.env.WEB_CHAT_SCHEME === "light" ? "light" : "dark",
  });
}

/** Writes `test-results/web-chat/NAME.png`. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, animations: "disabled", scale: "css" });
}

/** Writes `NAME.jpg` to the folder that `WEB_CHAT_IMAGES` names, for the guide; does nothing without it. */
export async function takeImage(page: Page, name: string, scale: "device" | "css"): Promise<void> {
  const folder = process.env.WEB_CHAT_IMAGES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: `${folder}/${name}.jpg`,
    type: "jpeg",
    quality: scale === "css" ? 82 : 60,
    animations: "disabled",
    scale,
  });
}
