/** @import { Command } from "./completion.js" */
/** @import { LiveState } from "./live.js" */
/** @import { Word, Words } from "./words.js" */
import { byId, el } from "./dom.js";

/** Commands that stand above the composer on a narrow screen. */
const SHORTCUTS = ["status", "positions", "signals", "scan", "risk", "sessions", "help"];

/** @type {Readonly<Record<LiveState, Word>>} */
const STATES = {
  connecting: "connecting",
  connected: "connected",
  reconnecting: "reconnecting",
  "signed-out": "signedOut",
};

/**
 * @param {Words} words
 * @param {LiveState} state
 */
export function showState(words, state) {
  const connection = byId("connection", HTMLElement);
  connection.dataset.state = state;
  connection.querySelector("span")?.replaceChildren(words.say(STATES[state]));
}

/**
 * Commands to click: all of them beside the log where there is room, the usual ones above the composer.
 *
 * @param {readonly Command[]} commands
 * @param {(text: string) => void} send
 */
export function showCommands(commands, send) {
  /**
   * @param {string} name
   * @param {...Node} more
   */
  const commandButton = (name, ...more) => {
    const button = el("button", { type: "button" }, el("span", { class: "name" }, `/${name}`), ...more);
    button.addEventListener("click", () => send(`/${name}`));
    return button;
  };
  const all = commands.map(({ name, help }) => commandButton(name, el("span", {}, help)));
  byId("rail", HTMLElement).replaceChildren(...all);
  const known = SHORTCUTS.filter((name) => commands.some((command) => command.name === name));
  byId("chips", HTMLElement).replaceChildren(...known.map((name) => commandButton(name)));
}

/**
 * Counts in the tab's title what rang while nobody looked.
 *
 * @param {Words} words
 * @returns {{ ring: () => void }}
 */
export function createTitle(words) {
  let missed = 0;
  function show() {
    document.title = missed > 0 ? `(${missed}) ${words.say("title")}` : words.say("title");
  }
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) missed = 0;
    show();
  });
  return {
    ring() {
      if (document.hidden) missed += 1;
      show();
    },
  };
}
