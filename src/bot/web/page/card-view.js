/** @import { CardBlock } from "../../card.ts" */
/** @import { IssuedButton } from "../../issued-card.ts" */
/** @import { MessageView } from "../protocol.ts" */
/** @import { Words } from "./words.js" */
import { el } from "./dom.js";
import { enlarge } from "./lightbox.js";

/**
 * What a card can ask of the page.
 *
 * @typedef {object} CardActions
 * @property {(token: string, messageId: string) => Promise<void>} tap Resolves when the desk has answered or cannot any more.
 * @property {(command: string) => void} command
 */

/** A command as it stands in a text. */
const COMMAND = /(?<![\w/.])\/[a-z][a-z0-9_-]{1,31}(?![\w/])/g;
const BULLET = "• ";
const GAIN = /^\+[\d.,\s]*\d/;
const LOSS = /^[-−][\d.,\s]*\d/;
/** The space behind a comma or dot that parts what a value lists. */
const PIECES = /(?<= ·|,) /;
/** A longer part of a value has to break on a phone. */
const LONGEST_PIECE = 22;
const NUMBER = /^[+\-−]?[\d.,\s ]*\d\s?(%|R|[A-Z]{3,5})?$/;

/**
 * The inside of a message of the desk. Every text is data: nothing of it is ever read as markup.
 *
 * @param {MessageView} message
 * @param {Extract<MessageView["said"], { from: "desk" }>} said
 * @param {Words} words
 * @param {CardActions} actions
 * @returns {readonly Node[]}
 */
export function cardParts(message, said, words, actions) {
  const title = cardTitle(said.blocks);
  const chart = message.imageUrl ? [chartView(message.imageUrl, title, words)] : [];
  const blocks = said.blocks.map((block) => blockView(block, actions));
  return [...chart, ...blocks, ...buttonsView(said.buttons, (token) => actions.tap(token, message.id))];
}

/**
 * @param {readonly CardBlock[]} blocks
 * @returns {string}
 */
export function cardTitle(blocks) {
  const first = blocks.find((block) => block.kind === "title" || block.kind === "text");
  return first && "text" in first ? first.text : "";
}

/**
 * @param {string} url
 * @param {string} title
 * @param {Words} words
 */
function chartView(url, title, words) {
  const description = words.say("chart", { title });
  const image = el("img", { src: url, alt: description, decoding: "async" });
  const button = el("button", { type: "button", class: "chart", title: words.say("enlarge") }, image);
  button.addEventListener("click", () => enlarge(url, description));
  return button;
}

/**
 * @param {CardBlock} block
 * @param {CardActions} actions
 * @returns {HTMLElement}
 */
function blockView(block, actions) {
  switch (block.kind) {
    case "title":
      return el("h3", {}, block.text);
    case "text":
      return el("p", {}, ...block.text.split("\n").map((line) => lineView(line, actions)));
    case "code":
      return el("pre", {}, block.text);
    case "note":
      return el("p", { class: "note" }, ...withCommands(block.text, actions));
    case "facts":
      return el("dl", {}, ...block.rows.map((row) => factView(row, actions)));
    case "table":
      return tableView(block.head, block.rows);
  }
}

/**
 * @param {string} line
 * @param {CardActions} actions
 */
function lineView(line, actions) {
  if (line.startsWith(BULLET)) {
    return el("span", { class: "line bullet" }, ...withCommands(line.slice(BULLET.length), actions));
  }
  return el("span", { class: "line" }, ...withCommands(line === "" ? "\u00a0" : line, actions));
}

/**
 * Commands in a text can be clicked, as in every chat.
 *
 * @param {string} text
 * @param {CardActions} actions
 * @returns {readonly (Node | string)[]}
 */
function withCommands(text, actions) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(COMMAND)) {
    const [command] = match;
    const link = el("button", { type: "button", class: "command" }, command);
    link.addEventListener("click", () => actions.command(command));
    parts.push(text.slice(end, match.index), link);
    end = match.index + command.length;
  }
  return [...parts, text.slice(end)];
}

/**
 * @param {readonly [label: string, value: string]} fact
 * @param {CardActions} actions
 */
function factView([label, value], actions) {
  const term = el("dt", {}, ...pathOf(label, actions));
  return el("div", {}, term, el("dd", toneOf(value), ...piecesOf(value, actions)));
}

/**
 * A dotted path breaks behind its dots.
 *
 * @param {string} label
 * @param {CardActions} actions
 */
function pathOf(label, actions) {
  return label.split(/(?<=\w\.)(?=\w)/).flatMap((part, at) => {
    const nodes = withCommands(part, actions);
    return at === 0 ? nodes : [el("wbr", {}), ...nodes];
  });
}

/**
 * A value breaks between its parts, not between a number and its unit.
 *
 * @param {string} value
 * @param {CardActions} actions
 */
function piecesOf(value, actions) {
  return value.split(PIECES).flatMap((piece, at) => {
    const nodes = withCommands(piece, actions);
    const parts = piece.length > LONGEST_PIECE ? nodes : [el("span", { class: "piece" }, ...nodes)];
    return at === 0 ? parts : [" ", ...parts];
  });
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function tableView(head, rows) {
  const numeric = head.map((_name, column) => rows.every((row) => NUMBER.test(row[column]?.trim() || "0")));
  /** @param {number} column */
  const align = (column) => (numeric[column] ? { "data-align": "end" } : {});
  const headRow = el(
    "tr",
    {},
    ...head.map((name, column) => el("th", { scope: "col", ...align(column) }, name)),
  );
  const bodyRows = rows.map((row) =>
    el("tr", {}, ...row.map((cell, column) => el("td", { ...align(column), ...toneOf(cell) }, cell))),
  );
  const table = el("table", {}, el("thead", {}, headRow), el("tbody", {}, ...bodyRows));
  return el("div", { class: "table", tabindex: "0" }, table);
}

/**
 * Signed numbers are gains and losses.
 *
 * @param {string} value
 * @returns {Readonly<Record<string, string>>}
 */
function toneOf(value) {
  if (GAIN.test(value)) return { "data-tone": "gain" };
  return LOSS.test(value) ? { "data-tone": "loss" } : {};
}

/**
 * @param {readonly (readonly IssuedButton[])[]} rows
 * @param {(token: string) => Promise<void>} tap
 * @returns {readonly Node[]}
 */
function buttonsView(rows, tap) {
  if (!rows.some((row) => row.length > 0)) return [];
  const group = el("div", { class: "buttons", role: "group" });
  for (const row of rows) group.append(el("div", {}, ...row.map((button) => buttonView(button, group, tap))));
  return [group];
}

/**
 * While one button of a card is being answered, none of them does anything.
 *
 * @param {IssuedButton} issued
 * @param {HTMLElement} group
 * @param {(token: string) => Promise<void>} tap
 */
function buttonView(issued, group, tap) {
  const button = el("button", { type: "button", class: issued.style }, issued.label);
  button.addEventListener("click", async () => {
    if (group.ariaBusy === "true") return;
    group.ariaBusy = "true";
    setDisabled(group, true);
    button.dataset.pressed = "";
    await tap(issued.token);
    delete button.dataset.pressed;
    setDisabled(group, false);
    group.ariaBusy = "false";
  });
  return button;
}

/**
 * Not the `disabled` attribute: that would take the focus away from who works by keyboard.
 *
 * @param {HTMLElement} group
 * @param {boolean} disabled
 */
function setDisabled(group, disabled) {
  for (const button of group.querySelectorAll("button")) button.ariaDisabled = String(disabled);
}
