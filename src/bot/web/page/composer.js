/** @import { Command } from "./completion.js" */
import { createCompletion } from "./completion.js";
import { byId } from "./dom.js";

const HISTORY_KEY = "killzone-typed";
const HISTORY_LENGTH = 50;

/**
 * Where a person writes: Enter sends, Shift+Enter breaks the line, Up and Down bring back what was written.
 *
 * @param {(text: string) => void} onSend
 * @returns {{ setCommands: (commands: readonly Command[]) => void, focus: () => void }}
 */
export function createComposer(onSend) {
  const form = byId("composer", HTMLFormElement);
  const input = byId("text", HTMLTextAreaElement);
  const completion = createCompletion(input);
  const typed = createTypedHistory();

  /** @param {string} text */
  function write(text) {
    input.value = text;
    fitHeight();
  }

  function fitHeight() {
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
  }

  function send() {
    const text = input.value.trim();
    if (text === "") return;
    typed.add(text);
    write("");
    completion.hide();
    onSend(text);
  }

  /** @param {string} key */
  function recall(key) {
    if (input.value.includes("\n")) return false;
    const text = key === "ArrowUp" ? typed.older(input.value) : typed.newer();
    if (text === undefined) return false;
    write(text);
    return true;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  input.addEventListener("input", () => {
    fitHeight();
    typed.leave();
    completion.update();
  });
  input.addEventListener("blur", completion.hide);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const { key } = event;
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!isPlain) return;
    if (completion.press(key) || ((key === "ArrowUp" || key === "ArrowDown") && recall(key))) {
      event.preventDefault();
    } else if (key === "Enter") {
      event.preventDefault();
      send();
    }
  });

  return { setCommands: completion.setCommands, focus: () => input.focus() };
}

/** What was written before in this browser, newest last. */
function createTypedHistory() {
  /** @type {string[]} */
  const lines = readLines();
  let position = lines.length;
  let draft = "";
  return {
    /** @param {string} line */
    add(line) {
      if (lines.at(-1) !== line) lines.push(line);
      lines.splice(0, lines.length - HISTORY_LENGTH);
      position = lines.length;
      localStorage.setItem(HISTORY_KEY, JSON.stringify(lines));
    },
    /** @param {string} current */
    older(current) {
      if (position === lines.length) draft = current;
      if (position === 0) return undefined;
      position -= 1;
      return lines[position];
    },
    newer() {
      if (position >= lines.length) return undefined;
      position += 1;
      return position === lines.length ? draft : lines[position];
    },
    leave() {
      position = lines.length;
    },
  };
}

/** @returns {string[]} */
function readLines() {
  try {
    const lines = JSON.parse(localStorage.getItem(HISTORY_KEY) ?? "[]");
    return Array.isArray(lines) ? lines.filter((line) => typeof line === "string") : [];
  } catch {
    // Somebody else's text under our key: begin anew.
    return [];
  }
}
