import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { HttpParts } from "./http-server.ts";

/** One connected client. */
export interface StreamPeer {
  /** Where it connected; the host means nothing. */
  readonly url: URL;
  /** What it asked for, in the dialect's words. */
  readonly topics: Set<string>;
  /** Set by a dialect whose clients prove on the socket who they are. */
  isSignedIn: boolean;
  /** A text goes out as it is, anything else as JSON; nothing while sockets are silent. */
  send(message: unknown): void;
}

/** How one venue talks on its sockets. */
export interface StreamDialect {
  /** What the address alone asks for. */
  welcome?(peer: StreamPeer): void;
  /** Hears what a client says; answers with `peer.send`. */
  hear(peer: StreamPeer, text: string): void;
}

export interface StreamServer {
  readonly peers: Iterable<StreamPeer>;
  /** Cuts every socket without a goodbye. */
  drop(): void;
  close(): Promise<void>;
}

/** The WebSocket half of a venue, on the port of its HTTP server. */
export function createStreamServer(http: Server, parts: HttpParts, dialect: StreamDialect): StreamServer {
  const server = new WebSocketServer({ noServer: true });
  const sockets = new Map<StreamPeer, WebSocket>();
  http.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (parts.faults.refuseSockets) {
      socket.destroy();
      return;
    }
    server.handleUpgrade(request, socket, head, (accepted) =>
      welcome(accepted, request.url ?? "", parts, dialect, sockets),
    );
  });
  const drop = () => {
    for (const socket of sockets.values()) socket.terminate();
  };
  return {
    peers: { [Symbol.iterator]: () => sockets.keys() },
    drop,
    close: async () => {
      drop();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function welcome(
  socket: WebSocket,
  path: string,
  { market, faults, log }: HttpParts,
  dialect: StreamDialect,
  sockets: Map<StreamPeer, WebSocket>,
): void {
  const peer: StreamPeer = {
    url: new URL(path, "ws://127.0.0.1"),
    topics: new Set(),
    isSignedIn: false,
    send: (message) => {
      if (!faults.silentSockets) socket.send(typeof message === "string" ? message : JSON.stringify(message));
    },
  };
  sockets.set(peer, socket);
  dialect.welcome?.(peer);
  log.add({ type: "socket-opened", at: market.now(), path });
  socket.on("message", (text) => dialect.hear(peer, String(text)));
  socket.on("error", () => sockets.delete(peer));
  socket.on("close", () => {
    sockets.delete(peer);
    log.add({ type: "socket-closed", at: market.now(), path });
  });
}
