import { z } from "zod";
import { type Timeframe, timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import type { ExchangeParts } from "../exchange/emulated-exchange.ts";
import type { Kline } from "../exchange/emulated-market.ts";
import type { StreamDialect, StreamPeer, StreamServer } from "../exchange/stream-server.ts";
import type { EmulatedSymbol } from "../exchange/symbols.ts";

const requestSchema = z.strictObject({
  method: z.enum(["SUBSCRIBE", "UNSUBSCRIBE", "LIST_SUBSCRIPTIONS"]),
  params: z.array(z.string().regex(/^[a-z0-9]+@kline_1m$/)).optional(),
  id: z.int(),
});

/** The market streams: raw ones below `/ws`, combined ones at `/stream`. */
export function createStreamDialect({ market, log }: ExchangeParts): StreamDialect {
  return {
    welcome: ({ url, topics }) => {
      for (const stream of url.searchParams.get("streams")?.split("/") ?? []) topics.add(stream);
    },
    hear: (peer, text) => {
      const parsed = requestSchema.safeParse(JSON.parse(text));
      if (!parsed.success) return peer.send({ error: { code: 2, msg: "Invalid request" } });
      const { method, params = [], id } = parsed.data;
      log.add({ type: "socket-request", at: market.now(), method, streams: params });
      if (method === "LIST_SUBSCRIPTIONS") return peer.send({ result: [...peer.topics], id });
      for (const stream of params) {
        if (method === "SUBSCRIBE") peer.topics.add(stream);
        else peer.topics.delete(stream);
      }
      return peer.send({ result: null, id });
    },
  };
}

/** Sends a kline to its subscribers. */
export function sendKline(
  { peers }: StreamServer,
  { market }: ExchangeParts,
  symbol: EmulatedSymbol,
  k: unknown,
): void {
  const stream = `${symbol.id.toLowerCase()}@kline_1m`;
  const data = { e: "kline", E: market.now(), s: symbol.id, k };
  for (const peer of peers) {
    if (!peer.topics.has(stream)) continue;
    peer.send(peer.url.pathname.endsWith("/stream") ? { stream, data } : data);
  }
}

/** The listen key of a user stream, or whatever else a client connected with. */
export function listenKeyOf({ url }: StreamPeer): string {
  return url.searchParams.get("listenKey") ?? url.pathname.split("/").at(-1) ?? "";
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

/** Close time as the exchange writes it: the last millisecond. */
export function klineCloseTime(openTime: number, interval: Timeframe): number {
  return openTime + timeframeMs(interval) - 1;
}
