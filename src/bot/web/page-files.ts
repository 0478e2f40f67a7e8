import { readFileSync } from "node:fs";

const FOLDER = new URL("./page/", import.meta.url);
const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";

/** Every file of the page, by its address. Nothing else of the folder is ever served. */
const FILES = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/icon.svg": ["icon.svg", "image/svg+xml"],
  "/style.css": ["style.css", STYLE],
  "/frame.css": ["frame.css", STYLE],
  "/composer.css": ["composer.css", STYLE],
  "/message.css": ["message.css", STYLE],
  "/card.css": ["card.css", STYLE],
  "/app.js": ["app.js", SCRIPT],
  "/card-view.js": ["card-view.js", SCRIPT],
  "/chat.js": ["chat.js", SCRIPT],
  "/completion.js": ["completion.js", SCRIPT],
  "/composer.js": ["composer.js", SCRIPT],
  "/dom.js": ["dom.js", SCRIPT],
  "/end-keeper.js": ["end-keeper.js", SCRIPT],
  "/frame.js": ["frame.js", SCRIPT],
  "/lightbox.js": ["lightbox.js", SCRIPT],
  "/live.js": ["live.js", SCRIPT],
  "/outbox.js": ["outbox.js", SCRIPT],
  "/sign-in.js": ["sign-in.js", SCRIPT],
  "/thread-view.js": ["thread-view.js", SCRIPT],
  "/toasts.js": ["toasts.js", SCRIPT],
  "/words.js": ["words.js", SCRIPT],
} as const;

export interface PageFile {
  readonly path: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Reads the page once, at start. */
export function loadPageFiles(): readonly PageFile[] {
  return Object.entries(FILES).map(([path, [name, type]]) => ({
    path,
    type,
    content: readFileSync(new URL(name, FOLDER)),
  }));
}
