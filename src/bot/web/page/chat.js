/** @import { MessageView, ServerMessage } from "../protocol.ts" */
/** @import { Live, LiveState } from "./live.js" */
/** @import { Word, Words } from "./words.js" */
import { createComposer } from "./composer.js";
import { byId } from "./dom.js";
import { createEndKeeper } from "./end-keeper.js";
import { createTitle, showCommands, showState } from "./frame.js";
import { connectLive } from "./live.js";
import { createOutbox } from "./outbox.js";
import { createThreadView } from "./thread-view.js";
import { showAlert, showToast } from "./toasts.js";

/** @type {Readonly<Record<"malformed" | "too-fast" | "failed", Word>>} */
const REFUSALS = { malformed: "malformed", "too-fast": "tooFast", failed: "failed" };

/** @typedef {Extract<ServerMessage, { type: "welcome" }>} Welcome */

/**
 * Puts the parts of the chat together and connects them to the desk.
 *
 * @param {Words} words
 */
export function startChat(words) {
  let lastSeen = 0;
  /** @type {Live | undefined} */
  let live;
  const end = createEndKeeper(words, () => outbox.isTapping());
  const title = createTitle(words);
  const outbox = createOutbox(() => live, words, end.toEnd);
  const thread = createThreadView(words, { tap: outbox.tap, command: outbox.send }, end);
  const composer = createComposer(outbox.send);

  /** @param {MessageView} message */
  function show(message) {
    lastSeen = Math.max(lastSeen, message.sequence);
    if (message.said.from === "person") outbox.arrived(message.said.requestId);
    if (!message.silent) title.ring();
    thread.show(message);
  }

  /** @param {Welcome} welcome */
  function begin(welcome) {
    words.setReader(welcome.locale, welcome.timeZone);
    composer.setCommands(welcome.commands);
    showCommands(welcome.commands, outbox.send);
    if (welcome.reset) thread.reset(welcome.messages, welcome.more);
    else for (const message of welcome.messages) show(message);
    for (const { said } of welcome.messages) if (said.from === "person") outbox.arrived(said.requestId);
    lastSeen = welcome.sequence;
    outbox.caughtUp();
    showBusy(welcome.busy);
  }

  /** @param {boolean} busy */
  function showBusy(busy) {
    byId("busy", HTMLElement).hidden = !busy;
    end.keep();
  }

  /** @param {ServerMessage} message */
  function onMessage(message) {
    switch (message.type) {
      case "welcome":
        return begin(message);
      case "message":
        return show(message.message);
      case "earlier":
        return thread.prepend(message.messages, message.more);
      case "busy":
        return showBusy(message.busy);
      case "answer":
        outbox.settle(message.id);
        if (message.toast) (message.alert ? showAlert : showToast)(message.toast);
        return;
      case "refused":
        if (message.id) outbox.settle(message.id);
        return showToast([words.say(REFUSALS[message.reason]), message.detail].filter(Boolean).join(" "));
      case "reader-changed":
        return location.reload();
      case "beat":
        return;
    }
  }

  /** @param {LiveState} state */
  function onState(state) {
    showState(words, state);
    if (state === "signed-out") location.reload();
    if (state !== "connected" && outbox.connectionLost()) showToast(words.say("connectionLost"));
  }

  byId("earlier", HTMLButtonElement).addEventListener("click", () => {
    const before = thread.oldestId();
    if (before !== undefined) live?.send({ type: "earlier", before });
  });
  byId("chat", HTMLElement).hidden = false;
  // On a phone the focus would open the keyboard over the log.
  if (matchMedia("(pointer: fine)").matches) composer.focus();
  live = connectLive({ lastSeen: () => lastSeen, onMessage, onState });
}
