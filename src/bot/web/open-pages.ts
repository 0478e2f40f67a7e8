import type { WebSocket } from "@fastify/websocket";
import { CLOSE_OVERLOADED, CLOSE_SIGNED_OUT, type ServerMessage } from "./protocol.ts";

const MAX_PAGES = 32;
/** A page with more than this unsent does not keep up; it reconnects and catches up instead. */
const MAX_UNSENT_BYTES = 4 * 1024 * 1024;
/** Between two signs of life; the page gives up on a connection after about two. */
const BEAT_MS = 20_000;

export interface OpenPages {
  /** False (and closed) when too many are open. */
  admit(socket: WebSocket, sessionKey: string): boolean;
  /** From now on the page is told what happens. */
  join(socket: WebSocket): void;
  tell(message: ServerMessage): void;
  /** Closes the pages of a session that has ended. */
  dismiss(sessionKey: string): void;
  stop(): void;
}

/** Every browser tab that is connected. */
export function createOpenPages(): OpenPages {
  const pages = new Map<WebSocket, { readonly sessionKey: string; joined: boolean }>();

  function tell(message: ServerMessage): void {
    const text = JSON.stringify(message);
    for (const [socket, page] of pages) {
      if (page.joined) send(socket, text);
    }
  }

  const beat = setInterval(() => tell({ type: "beat" }), BEAT_MS);
  beat.unref();

  return {
    admit(socket, sessionKey) {
      if (pages.size >= MAX_PAGES) {
        socket.close(CLOSE_OVERLOADED);
        return false;
      }
      pages.set(socket, { sessionKey, joined: false });
      socket.on("close", () => pages.delete(socket));
      return true;
    },
    join(socket) {
      const page = pages.get(socket);
      if (page !== undefined) page.joined = true;
    },
    tell,
    dismiss(sessionKey) {
      for (const [socket, page] of pages) {
        if (page.sessionKey === sessionKey) socket.close(CLOSE_SIGNED_OUT);
      }
    },
    stop() {
      clearInterval(beat);
    },
  };
}

export function sendTo(socket: WebSocket, message: ServerMessage): void {
  send(socket, JSON.stringify(message));
}

function send(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MAX_UNSENT_BYTES) socket.close(CLOSE_OVERLOADED);
  else socket.send(text);
}
