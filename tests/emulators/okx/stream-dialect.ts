import { z } from "zod";
import type { Credentials } from "../exchange/emulated-exchange.ts";
import type { Kline } from "../exchange/emulated-market.ts";
import type { StreamDialect, StreamPeer, StreamServer } from "../exchange/stream-server.ts";
import type { EmulatedSymbol } from "../exchange/symbols.ts";
import { type AccountMessage, snapshot } from "./account-messages.ts";
import { candleRow } from "./market-routes.ts";
import type { RouteContext } from "./route.ts";
import { isSignedBy } from "./signed-request.ts";

const VALID_SECONDS = 30;
const CONNECTION = "a4d3ae55";
const PRIVATE = ["orders", "positions", "account"];
const topicSchema = z.strictObject({
  channel: z.string(),
  instType: z.enum(["ANY", "SWAP"]).optional(),
  instId: z.string().optional(),
});
const requestSchema = z.discriminatedUnion("op", [
  z.strictObject({
    op: z.literal("login"),
    args: z.tuple([
      z.strictObject({
        apiKey: z.string(),
        passphrase: z.string(),
        timestamp: z.string().regex(/^\d{10}$/),
        sign: z.string(),
      }),
    ]),
  }),
  z.strictObject({ op: z.enum(["subscribe", "unsubscribe"]), args: z.array(topicSchema).min(1) }),
]);
type Login = Extract<z.infer<typeof requestSchema>, { op: "login" }>["args"][0];
type Topic = z.infer<typeof topicSchema>;

/** The sockets of OKX: `/public`, `/private` and `/business`, each with channels of its own. */
export function createStreamDialect(context: RouteContext, credentials: Credentials): StreamDialect {
  const { market, log } = context;
  return {
    hear: (peer, text) => {
      if (text === "ping") return peer.send("pong");
      const parsed = requestSchema.safeParse(JSON.parse(text));
      if (!parsed.success) return peer.send(errorEvent("60012", "Illegal request"));
      const request = parsed.data;
      if (request.op === "login") {
        const problem = loginProblem(context, credentials, request.args[0]);
        peer.isSignedIn = problem === undefined;
        return peer.send(problem ?? { event: "login", code: "0", msg: "", connId: CONNECTION });
      }
      log.add({
        type: "socket-request",
        at: market.now(),
        method: request.op,
        streams: request.args.map(topicOf),
      });
      for (const topic of request.args) {
        if (request.op === "subscribe") subscribe(context, peer, topic);
        else peer.topics.delete(topicOf(topic));
      }
    },
  };
}

function loginProblem({ market, faults }: RouteContext, credentials: Credentials, login: Login): unknown {
  const now = Math.floor((market.now() + faults.clockAheadMs) / 1000);
  if (Math.abs(now - Number(login.timestamp)) > VALID_SECONDS)
    return errorEvent("60006", "Timestamp request expired");
  if (login.apiKey !== credentials.apiKey) return errorEvent("60005", "Invalid apiKey");
  if (login.passphrase !== credentials.passphrase) return errorEvent("60024", "Wrong passphrase");
  return isSignedBy(credentials, `${login.timestamp}GET/users/self/verify`, login.sign)
    ? undefined
    : errorEvent("60007", "Invalid sign");
}

function subscribe(context: RouteContext, peer: StreamPeer, topic: Topic): void {
  const { channel } = topic;
  const problem = subscriptionProblem(peer, channel);
  if (problem !== undefined) {
    peer.send(problem);
    return;
  }
  peer.topics.add(topicOf(topic));
  peer.send({ event: "subscribe", arg: topic, connId: CONNECTION });
  if (channel === "positions" || channel === "account") tell(peer, topic, snapshot(channel, context));
}

function subscriptionProblem({ url, isSignedIn }: StreamPeer, channel: string): unknown {
  if (homeOf(channel) !== url.pathname.split("/").at(-1))
    return errorEvent("60018", `channel:${channel} doesn't exist`);
  return isPrivate(channel) && !isSignedIn ? errorEvent("60011", "Please log in") : undefined;
}

function homeOf(channel: string): string | undefined {
  if (channel === "orders-algo" || channel === "candle1m") return "business";
  if (PRIVATE.includes(channel)) return "private";
  return undefined;
}

function isPrivate(channel: string): boolean {
  return channel === "orders-algo" || PRIVATE.includes(channel);
}

function errorEvent(code: string, msg: string): unknown {
  return { event: "error", code, msg, connId: CONNECTION };
}

function topicOf({ channel, instType, instId }: Topic): string {
  return [channel, instType ?? "", instId ?? ""].join(" ");
}

/** Tells a change of the account to everyone who asked for its channel. */
export function tellAccount({ peers }: StreamServer, message: AccountMessage): void {
  for (const peer of peers) {
    for (const topic of peer.topics) {
      const [channel = "", instType = ""] = topic.split(" ");
      if (channel === message.channel) tell(peer, { channel, instType }, message);
    }
  }
}

function tell(
  peer: StreamPeer,
  arg: { channel: string; instType?: string | undefined },
  { data }: AccountMessage,
) {
  peer.send({ arg: { ...arg, uid: "44705892343619584" }, data });
}

/** Sends a minute to its subscribers. */
export function tellCandle({ peers }: StreamServer, symbol: EmulatedSymbol, { candle, closed }: Kline): void {
  const arg = { channel: "candle1m", instId: symbol.id };
  for (const peer of peers) {
    if (!peer.topics.has(topicOf(arg))) continue;
    peer.send({ arg, data: [candleRow(symbol, candle, closed)] });
  }
}
