import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { type EmulatedMarket, type Kline, klineCloseTime } from "./emulated-market.ts";
import type { Faults } from "./faults.ts";
import type { RequestLog } from "./request-log.ts";
import type { EmulatedSymbol } from "./symbols.ts";
import type { UserStream } from "./user-stream.ts";

const requestSchema = z.strictObject({
  method: z.enum(["SUBSCRIBE", "UNSUBSCRIBE", "LIST_SUBSCRIPTIONS"]),
  params: z.array(z.string().regex(/^[a-z0-9]+@kline_1m$/)).optional(),
  id: z.int(),
});

/** The market streams: raw ones below `/ws`, combined ones at `/stream`. */
export interface StreamServer {
  /** Sends a kline to its subscribers, whatever the market says: malformed, late, doubled. */
  inject(symbol: EmulatedSymbol, kline: unknown): void;
  /** Cuts every socket without a goodbye. */
  drop(): void;
  close(): Promise<void>;
}

interface Peer {
  readonly socket: WebSocket;
  readonly combined: boolean;
  /** Last part of the path: the listen key of a user stream, or any other name. */
  readonly name: string;
  readonly streams: Set<string>;
}

export function createStreamServer(
  http: Server,
  market: EmulatedMarket,
  faults: Faults,
  log: RequestLog,
  userStream: UserStream,
): StreamServer {
  const server = new WebSocketServer({ noServer: true });
  const peers = new Set<Peer>();
  http.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (faults.refuseSockets) {
      socket.destroy();
      return;
    }
    server.handleUpgrade(request, socket, head, (accepted) =>
      welcome(accepted, request.url ?? "", market, faults, log, peers),
    );
  });
  const send = (symbol: EmulatedSymbol, k: unknown) => {
    if (faults.silentSockets) return;
    const stream = `${symbol.id.toLowerCase()}@kline_1m`;
    const data = { e: "kline", E: market.now(), s: symbol.id, k };
    for (const peer of peers) {
      if (!peer.streams.has(stream)) continue;
      peer.socket.send(JSON.stringify(peer.combined ? { stream, data } : data));
    }
  };
  market.onKline((symbol, kline) => send(symbol, klineMessage(symbol, kline)));
  userStream.onMessage((message) => {
    if (faults.silentSockets) return;
    for (const peer of peers) {
      if (userStream.isListenKey(peer.name)) peer.socket.send(JSON.stringify(message));
    }
  });
  return {
    inject: send,
    drop: () => {
      for (const { socket } of peers) socket.terminate();
    },
    close: async () => {
      for (const { socket } of peers) socket.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The `k` of a kline message. */
export function klineMessage(symbol: EmulatedSymbol, { candle, closed }: Kline): Record<string, unknown> {
  return {
    t: candle.openTime,
    T: klineCloseTime(candle.openTime, "1m"),
    s: symbol.id,
    i: "1m",
    f: 1,
    L: 2,
    o: String(candle.open),
    c: String(candle.close),
    h: String(candle.high),
    l: String(candle.low),
    v: String(candle.volume),
    n: 1,
    x: closed,
    q: "0",
    V: "0",
    Q: "0",
    B: "0",
  };
}

function welcome(
  socket: WebSocket,
  path: string,
  market: EmulatedMarket,
  faults: Faults,
  log: RequestLog,
  peers: Set<Peer>,
): void {
  const url = new URL(path, "ws://127.0.0.1");
  const named = url.searchParams.get("streams")?.split("/") ?? [];
  const name = url.searchParams.get("listenKey") ?? url.pathname.split("/").at(-1) ?? "";
  const peer: Peer = { socket, combined: url.pathname.endsWith("/stream"), name, streams: new Set(named) };
  peers.add(peer);
  log.add({ type: "socket-opened", at: market.now(), path });
  socket.on("message", (data) => {
    const answer = answerTo(String(data), peer, market, log);
    if (!faults.silentSockets) socket.send(JSON.stringify(answer));
  });
  socket.on("error", () => peers.delete(peer));
  socket.on("close", () => {
    peers.delete(peer);
    log.add({ type: "socket-closed", at: market.now(), path });
  });
}

function answerTo(text: string, peer: Peer, market: EmulatedMarket, log: RequestLog): unknown {
  const parsed = requestSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return { error: { code: 2, msg: "Invalid request" } };
  const { method, params = [], id } = parsed.data;
  log.add({ type: "socket-request", at: market.now(), method, streams: params });
  if (method === "LIST_SUBSCRIPTIONS") return { result: [...peer.streams], id };
  for (const stream of params) {
    if (method === "SUBSCRIBE") peer.streams.add(stream);
    else peer.streams.delete(stream);
  }
  return { result: null, id };
}
