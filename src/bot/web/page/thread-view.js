/** @import { MessageView } from "../protocol.ts" */
/** @import { CardActions } from "./card-view.js" */
/** @import { EndKeeper } from "./end-keeper.js" */
/** @import { Words } from "./words.js" */
import { cardParts, cardTitle } from "./card-view.js";
import { byId, el } from "./dom.js";
import { announce } from "./toasts.js";

/** Messages kept on the page; older ones can be asked for again. */
const MOST_ROWS = 600;

/**
 * @typedef {object} ThreadView
 * @property {(messages: readonly MessageView[], more: boolean) => void} reset
 * @property {(messages: readonly MessageView[], more: boolean) => void} prepend
 * @property {(message: MessageView) => void} show New, or rewritten in its place.
 * @property {() => string | undefined} oldestId
 */

/**
 * The log of messages, oldest first.
 *
 * @param {Words} words
 * @param {CardActions} actions
 * @param {EndKeeper} end
 * @returns {ThreadView}
 */
export function createThreadView(words, actions, end) {
  const log = byId("log", HTMLElement);
  const earlier = byId("earlier", HTMLButtonElement);

  /** @param {boolean} more */
  function showExtent(more) {
    earlier.hidden = !more;
    byId("welcome", HTMLElement).hidden = log.childElementCount > 0;
  }

  /** @param {MessageView} message */
  function place(message) {
    const row = messageRow(message, words, actions);
    const older = [...log.children].findLast((other) => Number(idOf(other)) < Number(message.id));
    if (older) older.after(row);
    else log.prepend(row);
    markDay(row);
    markDay(row.nextElementSibling);
    return row;
  }

  function forgetOldest() {
    while (end.isAtEnd() && log.childElementCount > MOST_ROWS) {
      log.firstElementChild?.remove();
      earlier.hidden = false;
    }
    markDay(log.firstElementChild);
  }

  return {
    oldestId: () => (log.firstElementChild ? idOf(log.firstElementChild) : undefined),
    reset(messages, more) {
      log.replaceChildren();
      for (const message of messages) place(message);
      showExtent(more);
      end.toEnd();
    },
    prepend(messages, more) {
      end.holdPlace(() => {
        for (const message of messages) if (!rowOf(message.id)) place(message);
        showExtent(more);
      });
    },
    show(message) {
      const row = rowOf(message.id);
      if (row) {
        rewrite(row, message, words, actions);
        end.moved();
        end.keep();
      } else if (isOlderThanShown(message, log)) {
        // Its place is among the earlier messages, which are asked for when wanted.
        return;
      } else {
        const placed = place(message);
        showExtent(!earlier.hidden);
        end.follow(placed, message.said.from === "desk");
        forgetOldest();
      }
    },
  };
}

/** @param {string} id */
function rowOf(id) {
  return document.getElementById(`m${id}`);
}

/** @param {Element} row */
function idOf(row) {
  return row.id.slice(1);
}

/**
 * @param {MessageView} message
 * @param {HTMLElement} log
 */
function isOlderThanShown(message, log) {
  return log.firstElementChild !== null && Number(message.id) < Number(idOf(log.firstElementChild));
}

/**
 * @param {MessageView} message
 * @param {Words} words
 * @param {CardActions} actions
 */
function messageRow(message, words, actions) {
  const row = el("div", { class: "row", id: `m${message.id}` }, el("h2", { class: "day" }));
  row.dataset.day = words.day(message.at);
  row.append(messageView(message, words, actions));
  return row;
}

/**
 * Rewrites a message where it stands, and keeps the keyboard in it.
 *
 * @param {HTMLElement} row
 * @param {MessageView} message
 * @param {Words} words
 * @param {CardActions} actions
 */
function rewrite(row, message, words, actions) {
  const before = row.querySelector("article");
  const focused = document.activeElement;
  const hadFocus = before?.contains(focused) ?? false;
  const article = messageView(message, words, actions);
  keepOldChart(before, article);
  before?.replaceWith(article);
  article.classList.add("changed");
  if (hadFocus) (sameButton(article, focused) ?? article).focus({ preventScroll: true });
  if (message.said.from === "desk") {
    announce(words.say("cardChanged", { title: cardTitle(message.said.blocks) }));
  }
}

/**
 * Shows the chart that a card had until the new one can be painted, so that no hole is seen between them.
 *
 * @param {HTMLElement | null} before
 * @param {HTMLElement} article
 */
function keepOldChart(before, article) {
  const old = before?.querySelector(".chart img:not([hidden])");
  const fresh = article.querySelector(".chart img");
  if (!(old instanceof HTMLImageElement && fresh instanceof HTMLImageElement)) return;
  const show = () => {
    fresh.hidden = false;
    old.remove();
  };
  fresh.hidden = true;
  fresh.before(old);
  fresh.decode().then(show, show);
}

/**
 * The button that had the focus, if it still says the same and only shows something. The focus never lands on
 * another one: whoever presses Enter twice on Approve must not meet Close.
 *
 * @param {HTMLElement} article
 * @param {Element | null} focused
 */
function sameButton(article, focused) {
  const buttons = [...article.querySelectorAll(".buttons button.plain")];
  const same = buttons.find((button) => button.textContent === focused?.textContent);
  return same instanceof HTMLElement ? same : undefined;
}

/**
 * @param {MessageView} message
 * @param {Words} words
 * @param {CardActions} actions
 */
function messageView(message, words, actions) {
  const { said } = message;
  const parts = said.from === "person" ? [el("p", {}, said.text)] : cardParts(message, said, words, actions);
  const article = el("article", { class: said.from, tabindex: "-1" }, ...parts, stamp(message, words));
  if (message.imageUrl) article.classList.add("with-chart");
  return article;
}

/**
 * @param {MessageView} message
 * @param {Words} words
 */
function stamp(message, words) {
  const { at, editedAt } = message;
  const time = el("time", { datetime: new Date(at).toISOString(), title: words.moment(at) }, words.time(at));
  if (!editedAt) return el("footer", {}, time);
  const edited = words.say("edited", { time: words.time(editedAt) });
  if (words.time(editedAt) === words.time(at)) return el("footer", { title: words.moment(editedAt) }, edited);
  return el("footer", { title: words.moment(editedAt) }, edited, " · ", time);
}

/**
 * The first message of a day carries its name.
 *
 * @param {Element | null} row
 */
function markDay(row) {
  if (!(row instanceof HTMLElement)) return;
  const heading = row.querySelector("h2");
  const previous = row.previousElementSibling;
  const isFirst = !(previous instanceof HTMLElement) || previous.dataset.day !== row.dataset.day;
  if (heading) heading.textContent = isFirst ? (row.dataset.day ?? "") : "";
}
