/** @import { Words } from "./words.js" */
import { byId } from "./dom.js";

/** This near to the end counts as being there. */
const NEAR_END_PX = 80;
const TOP_MARGIN_PX = 12;

/** After the log moved, pointers do nothing in it for so long: a second click must not hit what came there. */
const SETTLE_MS = 450;

/**
 * @typedef {object} EndKeeper
 * @property {() => boolean} isAtEnd
 * @property {() => void} toEnd
 * @property {() => void} keep Stays at the end when it is there, whatever grew.
 * @property {(row: HTMLElement, isNews: boolean) => void} follow Shows what has arrived, or counts it.
 * @property {() => void} moved Something under the pointer has changed.
 * @property {(change: () => void) => void} holdPlace Does what adds content above, and stays where it was.
 */

/**
 * Follows the newest message, and says how many there are below when the person reads further up. A message
 * taller than the window is shown from its top.
 *
 * @param {Words} words
 * @param {() => boolean} isAwaited Whether the person waits for what comes next, wherever they read.
 * @returns {EndKeeper}
 */
export function createEndKeeper(words, isAwaited) {
  const scroller = byId("scroller", HTMLElement);
  const pill = byId("to-end", HTMLButtonElement);
  /** The person reads the newest message. */
  let following = true;
  /** The very end is in sight; unlike `following` not so while a tall message is shown from its top. */
  let atEnd = true;
  let unseen = 0;
  /** Where the newest message begins. */
  let lastTop = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling;

  function showPill() {
    if (following) unseen = 0;
    pill.hidden = following;
    pill.textContent = unseen > 0 ? words.say("newMessages", { count: unseen }) : "";
    pill.ariaLabel = unseen > 0 ? pill.textContent : words.say("toEnd");
  }

  function look() {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
    following = atEnd || (following && scroller.scrollTop >= lastTop - NEAR_END_PX);
    showPill();
  }

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    following = true;
    look();
  }

  function moved() {
    scroller.classList.add("moving");
    clearTimeout(settling);
    settling = setTimeout(() => scroller.classList.remove("moving"), SETTLE_MS);
  }

  scroller.addEventListener("scroll", look);
  pill.addEventListener("click", toEnd);
  new ResizeObserver(() => atEnd && toEnd()).observe(scroller);

  return {
    isAtEnd: () => following,
    toEnd,
    moved,
    keep() {
      if (atEnd) toEnd();
      else look();
    },
    follow(row, isNews) {
      if (following || isAwaited()) {
        following = true;
        lastTop = row.offsetTop - scroller.offsetTop - TOP_MARGIN_PX;
        scroller.scrollTop = lastTop;
        moved();
      } else if (isNews) {
        unseen += 1;
      }
      look();
    },
    holdPlace(change) {
      const height = scroller.scrollHeight;
      change();
      scroller.scrollTop += scroller.scrollHeight - height;
    },
  };
}
