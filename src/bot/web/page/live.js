/** @import { ClientMessage, ServerMessage } from "../protocol.ts" */

/** @typedef {"connecting" | "connected" | "reconnecting" | "signed-out"} LiveState */

/**
 * @typedef {object} Live
 * @property {(message: ClientMessage) => boolean} send False when there is no connection.
 * @property {() => void} close
 */

const FIRST_RETRY_MS = 400;
const LAST_RETRY_MS = 8_000;
/** The server shows a sign of life every 20 s. */
const SILENCE_MS = 45_000;
const SIGNED_OUT = 4401;

/**
 * A socket that comes back by itself. `lastSeen` tells where to go on after a break.
 *
 * @param {{
 *   lastSeen: () => number,
 *   onMessage: (message: ServerMessage) => void,
 *   onState: (state: LiveState) => void,
 * }} options
 * @returns {Live}
 */
export function connectLive({ lastSeen, onMessage, onState }) {
  /** @type {WebSocket | undefined} */
  let socket;
  let tries = 0;
  let ended = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let watchdog;

  function listenForLife() {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => socket?.close(), SILENCE_MS);
  }

  function open() {
    clearTimeout(retry);
    const opening = new WebSocket(`${location.origin.replace(/^http/, "ws")}/live`);
    socket = opening;
    opening.addEventListener("open", () =>
      opening.send(JSON.stringify({ type: "hello", after: lastSeen() })),
    );
    opening.addEventListener("message", (event) => {
      listenForLife();
      /** @type {ServerMessage} */
      const message = JSON.parse(event.data);
      if (message.type === "welcome") {
        tries = 0;
        onState("connected");
      }
      onMessage(message);
    });
    opening.addEventListener("close", (event) => {
      if (socket === opening) void closed(event.code);
    });
  }

  /** @param {number} code */
  async function closed(code) {
    socket = undefined;
    clearTimeout(watchdog);
    if (ended) return;
    if (code === SIGNED_OUT || (await isSignedOut())) {
      close();
      onState("signed-out");
      return;
    }
    onState("reconnecting");
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries);
    tries += 1;
    retry = setTimeout(open, wait * (0.75 + Math.random() / 2));
  }

  function comeBack() {
    if (ended || socket || document.visibilityState === "hidden") return;
    tries = 0;
    open();
  }

  function close() {
    ended = true;
    clearTimeout(retry);
    clearTimeout(watchdog);
    removeEventListener("online", comeBack);
    document.removeEventListener("visibilitychange", comeBack);
    socket?.close();
  }

  addEventListener("online", comeBack);
  document.addEventListener("visibilitychange", comeBack);
  onState("connecting");
  open();

  return {
    close,
    send(message) {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
  };
}

/** A refused socket does not tell why; ask whether it was the session. */
async function isSignedOut() {
  try {
    const answer = await fetch("/session");
    return answer.ok && !(await answer.json()).signedIn;
  } catch {
    // No answer at all: the desk is away, not the session.
    return false;
  }
}
