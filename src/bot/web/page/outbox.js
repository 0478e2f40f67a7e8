/** @import { Live } from "./live.js" */
/** @import { Words } from "./words.js" */
import { byId, el, newRequestId } from "./dom.js";

/**
 * What was sent and has no answer yet. A text that did not arrive is never sent again by itself: with a
 * trading desk that is the person's decision.
 *
 * @typedef {object} Outbox
 * @property {(text: string) => void} send
 * @property {(token: string, messageId: string) => Promise<void>} tap Resolves with the answer, or when the connection broke.
 * @property {(requestId: string) => void} arrived The text is in the log now.
 * @property {(requestId: string) => void} settle The request was answered or refused.
 * @property {() => boolean} isTapping A tap waits for its answer.
 * @property {() => boolean} connectionLost True when taps were left without an answer.
 * @property {() => void} caughtUp Whatever text is not in the log by now did not arrive.
 */

/**
 * @param {() => Live | undefined} live
 * @param {Words} words
 * @param {() => void} onChange
 * @returns {Outbox}
 */
export function createOutbox(live, words, onChange) {
  const list = byId("outbox", HTMLElement);
  /** @type {Map<string, { text: string, row: HTMLElement }>} */
  const texts = new Map();
  /** @type {Map<string, () => void>} */
  const taps = new Map();

  /** @param {string} id */
  function fail(id) {
    const pending = texts.get(id);
    if (!pending) return;
    const again = el("button", { type: "button", class: "command" }, words.say("sendAgain"));
    again.addEventListener("click", () => transmit(id, pending.text, pending.row));
    pending.row.querySelector("footer")?.replaceChildren(words.say("notSent"), " · ", again);
    pending.row.dataset.state = "failed";
    onChange();
  }

  /**
   * @param {string} id
   * @param {string} text
   * @param {HTMLElement} row
   */
  function transmit(id, text, row) {
    row.dataset.state = "sending";
    row.querySelector("footer")?.replaceChildren(words.say("sending"));
    if (!live()?.send({ type: "text", id, text })) fail(id);
  }

  /** @param {string} requestId */
  function settle(requestId) {
    taps.get(requestId)?.();
    taps.delete(requestId);
    fail(requestId);
  }

  return {
    send(text) {
      const id = newRequestId();
      const article = el("article", { class: "person" }, el("p", {}, text), el("footer"));
      const row = el("div", { class: "row" }, article);
      texts.set(id, { text, row });
      list.append(row);
      transmit(id, text, row);
      onChange();
    },
    tap(token, message) {
      const id = newRequestId();
      return new Promise((resolve) => {
        taps.set(id, resolve);
        if (!live()?.send({ type: "tap", id, message, token })) settle(id);
      });
    },
    arrived(requestId) {
      texts.get(requestId)?.row.remove();
      texts.delete(requestId);
    },
    settle,
    isTapping: () => taps.size > 0,
    connectionLost() {
      const lost = [...taps.keys()];
      for (const id of lost) settle(id);
      return lost.length > 0;
    },
    caughtUp() {
      for (const [id, { row }] of texts) if (row.dataset.state === "sending") fail(id);
    },
  };
}
