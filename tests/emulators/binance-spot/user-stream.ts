import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Credentials, ExchangeParts } from "../exchange/emulated-exchange.ts";
import type { StreamDialect } from "../exchange/stream-server.ts";
import type { AlgoOrder, BookEvent, BookOrder, BookTrade } from "../exchange/trading/trading-types.ts";

/** The topic of those who proved on the socket whose account they listen to. */
export const USER_TOPIC = "user";

const subscribeSchema = z.object({
  id: z.string(),
  method: z.literal("userDataStream.subscribe.signature"),
  params: z.object({ apiKey: z.string(), timestamp: z.int(), signature: z.string() }).catchall(z.unknown()),
});

/** The user stream is asked for on the socket itself; everything else is a market stream. */
export function createUserStreamDialect(
  { market, log }: ExchangeParts,
  credentials: Credentials,
  markets: StreamDialect,
): StreamDialect {
  return {
    ...markets,
    hear: (peer, text) => {
      const parsed = subscribeSchema.safeParse(JSON.parse(text));
      if (!parsed.success) return markets.hear(peer, text);
      const { id, method, params } = parsed.data;
      log.add({ type: "socket-request", at: market.now(), method, streams: [USER_TOPIC] });
      if (!isSigned(params, credentials)) {
        const error = { code: -1022, msg: "Signature for this request is not valid." };
        return peer.send({ id, status: 400, error });
      }
      peer.topics.add(USER_TOPIC);
      return peer.send({ id, status: 200, result: { subscriptionId: 0 } });
    },
  };
}

/** The parameters in alphabetical order, joined as a query, are what was signed. */
function isSigned(
  { signature, ...params }: { readonly signature: string } & Readonly<Record<string, unknown>>,
  { apiKey, secret }: Credentials,
): boolean {
  const text = Object.keys(params)
    .sort()
    .map((name) => `${name}=${String(params[name])}`)
    .join("&");
  return params.apiKey === apiKey && createHmac("sha256", secret).update(text).digest("hex") === signature;
}

export function executionReport(event: BookEvent, { market, trading }: ExchangeParts): readonly unknown[] {
  const stamp = { e: "executionReport", E: market.now() };
  if (event.type === "algo") return [{ ...stamp, ...algoReport(event.algo) }];
  return [{ ...stamp, ...orderReport(event.order, trading.algoOf(event.order), event.trade) }];
}

function orderReport(order: BookOrder, algo: AlgoOrder | undefined, trade: BookTrade | undefined) {
  return {
    s: order.symbol,
    c: order.clientOrderId,
    S: order.side,
    o: algo === undefined ? order.type : SPOT_TYPE[algo.orderType],
    f: order.timeInForce,
    q: order.quantity,
    p: order.price,
    P: algo?.triggerPrice ?? "0",
    C: "",
    x: trade ? "TRADE" : order.status,
    X: order.status,
    r: "NONE",
    i: algo?.algoId ?? order.orderId,
    l: trade?.quantity ?? "0",
    z: order.filled,
    L: trade?.price ?? "0",
    n: trade?.commission ?? "0",
    N: trade?.commissionAsset ?? null,
    T: order.updateTime,
    t: trade?.id ?? -1,
    w: true,
    m: trade?.maker ?? false,
    O: order.time,
    Z: order.cost,
    Y: "0",
    Q: "0",
  };
}

function algoReport(algo: AlgoOrder) {
  return {
    s: algo.symbol,
    c: algo.clientAlgoId,
    S: algo.side,
    o: SPOT_TYPE[algo.orderType],
    f: "GTC",
    q: algo.quantity,
    p: "0",
    P: algo.triggerPrice,
    C: "",
    x: algo.status === "TRIGGERED" ? "NEW" : algo.status,
    X: algo.status === "CANCELED" ? "CANCELED" : "NEW",
    r: "NONE",
    i: algo.algoId,
    l: "0",
    z: "0",
    L: "0",
    n: "0",
    N: null,
    T: algo.updateTime,
    t: -1,
    w: algo.status !== "NEW",
    m: false,
    O: algo.time,
    Z: "0",
    Y: "0",
    Q: "0",
  };
}

/** What the books call by the words of the futures. */
export const SPOT_TYPE = { STOP_MARKET: "STOP_LOSS", TAKE_PROFIT_MARKET: "TAKE_PROFIT" } as const;
