import { z } from "zod";
import type { Credentials } from "../exchange/emulated-exchange.ts";
import type { Kline } from "../exchange/emulated-market.ts";
import type { StreamDialect, StreamPeer, StreamServer } from "../exchange/stream-server.ts";
import type { EmulatedSymbol } from "../exchange/symbols.ts";
import { ACCOUNT_TOPICS, type AccountMessage } from "./account-messages.ts";
import type { RouteContext } from "./route.ts";
import { isSignedBy } from "./signed-request.ts";

const CONNECTION = "cejreaspqfh3sjdnldmg-p";
const MINUTE = 60_000;
const id = z.union([z.string(), z.number()]).transform(String).optional();
const requestSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("ping"), req_id: id }),
  z.strictObject({
    op: z.literal("auth"),
    req_id: id,
    args: z.tuple([z.string(), z.coerce.number(), z.string()]),
  }),
  z.strictObject({
    op: z.enum(["subscribe", "unsubscribe"]),
    req_id: id,
    args: z.array(z.string()).min(1),
    // The client lets this slip out with every subscription to candles.
    callerMethodName: z.string().optional(),
  }),
]);
type Asked = z.infer<typeof requestSchema>;

/** The sockets of Bybit: `/v5/public/linear` and `/v5/private`, each with topics of its own. */
export function createStreamDialect(context: RouteContext, credentials: Credentials): StreamDialect {
  return {
    hear: (peer, text) => {
      const parsed = requestSchema.safeParse(JSON.parse(text));
      if (!parsed.success) return peer.send(answer({ op: "" }, "error:invalid op"));
      const request = parsed.data;
      switch (request.op) {
        case "ping":
          return peer.send(pong(context, peer, request));
        case "auth": {
          const problem = authProblem(context, credentials, peer, request.args);
          peer.isSignedIn = problem === "";
          return peer.send(answer(request, problem));
        }
        default:
          return hearTopics(context, peer, request.op, request);
      }
    },
  };
}

function answer({ op, req_id }: { op: string; req_id?: string | undefined }, problem: string): object {
  const named = req_id === undefined ? {} : { req_id };
  return { success: problem === "", ret_msg: problem, op, conn_id: CONNECTION, ...named };
}

function pong({ market }: RouteContext, peer: StreamPeer, { req_id }: Asked): object {
  return isPrivate(peer)
    ? { req_id, op: "pong", args: [String(market.now())], conn_id: CONNECTION }
    : { success: true, ret_msg: "pong", conn_id: CONNECTION, req_id, op: "ping" };
}

function authProblem(
  { market, faults }: RouteContext,
  credentials: Credentials,
  peer: StreamPeer,
  [key, expires, sign]: readonly [string, number, string],
): string {
  if (!isPrivate(peer)) return "error:invalid op";
  if (!(expires > market.now() + faults.clockAheadMs)) return "Params Error: expires";
  if (key !== credentials.apiKey) return "error:USVC1111";
  return isSignedBy(credentials, `GET/realtime${expires}`, sign) ? "" : "error:USVC1111";
}

function hearTopics(
  { market, log }: RouteContext,
  peer: StreamPeer,
  method: "subscribe" | "unsubscribe",
  request: Extract<Asked, { args: string[] }>,
): void {
  log.add({ type: "socket-request", at: market.now(), method, streams: request.args });
  const problem = topicProblem(market.symbols, peer, request.args);
  if (problem === "") {
    for (const topic of request.args) {
      if (method === "subscribe") peer.topics.add(topic);
      else peer.topics.delete(topic);
    }
  }
  peer.send(answer(request, problem));
}

function topicProblem(
  symbols: readonly EmulatedSymbol[],
  peer: StreamPeer,
  topics: readonly string[],
): string {
  const known: readonly string[] = isPrivate(peer) ? ACCOUNT_TOPICS : symbols.map(klineTopic);
  const unknown = topics.find((topic) => !known.includes(topic));
  if (unknown !== undefined) return `error:handler not found,topic:${unknown}`;
  return isPrivate(peer) && !peer.isSignedIn ? "Request not authorized" : "";
}

function isPrivate({ url }: StreamPeer): boolean {
  return url.pathname === "/v5/private";
}

/** Tells a change of the account to everyone who asked for its topic. */
export function tellAccount(
  { peers }: StreamServer,
  { market }: RouteContext,
  { topic, data }: AccountMessage,
): void {
  for (const peer of peers) {
    if (!isPrivate(peer) || !peer.topics.has(topic)) continue;
    peer.send({ id: "5923240c6880ab-c59f-420b-9adb-3639adc9dd90", topic, creationTime: market.now(), data });
  }
}

function klineTopic({ id: symbol }: EmulatedSymbol): string {
  return `kline.1.${symbol}`;
}

/** Sends a minute to its subscribers. */
export function tellKline(
  { peers }: StreamServer,
  { market }: RouteContext,
  symbol: EmulatedSymbol,
  { candle, closed }: Kline,
): void {
  const { openTime, open, high, low, close, volume } = candle;
  const row = {
    start: openTime,
    end: openTime + MINUTE - 1,
    interval: "1",
    open: String(open),
    close: String(close),
    high: String(high),
    low: String(low),
    volume: String(volume),
    turnover: String(volume * close),
    confirm: closed,
    timestamp: market.now(),
  };
  const message = { topic: klineTopic(symbol), data: [row], ts: market.now(), type: "snapshot" };
  for (const peer of peers) if (peer.topics.has(message.topic)) peer.send(message);
}
