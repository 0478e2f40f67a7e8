import { byId, el } from "./dom.js";

/** @typedef {{ readonly name: string, readonly help: string }} Command */

/**
 * @typedef {object} Completion
 * @property {(commands: readonly Command[]) => void} setCommands
 * @property {() => void} update Shows what fits the text so far.
 * @property {(key: string) => boolean} press True when the key was for the list.
 * @property {() => void} hide
 */

/**
 * The list of commands that opens on `/`.
 *
 * @param {HTMLTextAreaElement} input
 * @returns {Completion}
 */
export function createCompletion(input) {
  const list = byId("completion", HTMLElement);
  /** @type {readonly Command[]} */
  let commands = [];
  /** @type {readonly Command[]} */
  let shown = [];
  let active = 0;

  /** @param {readonly Command[]} matches */
  function show(matches) {
    shown = matches;
    active = 0;
    list.replaceChildren(...matches.map(optionView));
    list.hidden = matches.length === 0;
    input.ariaExpanded = String(!list.hidden);
    if (list.hidden) input.removeAttribute("aria-activedescendant");
    else activate(0);
  }

  /** @param {number} index */
  function activate(index) {
    active = (index + shown.length) % shown.length;
    for (const [position, option] of [...list.children].entries()) {
      option.ariaSelected = String(position === active);
      if (position === active) option.scrollIntoView({ block: "nearest" });
    }
    input.setAttribute("aria-activedescendant", `option-${active}`);
  }

  /** @param {number} index */
  function accept(index) {
    const command = shown[index];
    if (!command) return;
    input.value = `/${command.name} `;
    show([]);
    input.focus();
  }

  /**
   * @param {Command} command
   * @param {number} index
   */
  function optionView(command, index) {
    const name = el("span", { class: "name" }, `/${command.name}`);
    const option = el("div", { role: "option", id: `option-${index}` }, name, el("span", {}, command.help));
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      accept(index);
    });
    return option;
  }

  return {
    setCommands(known) {
      commands = known;
    },
    update() {
      show(matching(commands, input.value));
    },
    press(key) {
      if (list.hidden) return false;
      if (key === "ArrowDown" || key === "ArrowUp") activate(active + (key === "ArrowDown" ? 1 : -1));
      else if (key === "Tab") accept(active);
      else if (key === "Enter" && `/${shown[active]?.name}` !== input.value) accept(active);
      else if (key === "Escape") show([]);
      else return false;
      return true;
    },
    hide: () => show([]),
  };
}

/**
 * Commands whose name begins with what stands after the slash, then those that contain it.
 *
 * @param {readonly Command[]} commands
 * @param {string} text
 */
function matching(commands, text) {
  const typed = /^\/([a-z0-9_-]*)$/i.exec(text)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  const starts = commands.filter(({ name }) => name.startsWith(typed));
  return [...starts, ...commands.filter(({ name }) => !name.startsWith(typed) && name.includes(typed))];
}
