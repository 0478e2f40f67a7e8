import { z } from "zod";
import type { Credentials } from "../exchange/emulated-exchange.ts";
import type { Answer, Call, HttpDialect } from "../exchange/http-server.ts";
import type { VenueError } from "../exchange/venue-error.ts";
import { BybitError } from "./bybit-error.ts";
import { parameterError } from "./request-params.ts";
import type { Route, RouteContext, Words } from "./route.ts";
import { checkSignature } from "./signed-request.ts";

const bodySchema = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]));

export interface HttpDialectOptions {
  readonly credentials: Credentials;
  /** Every endpoint by method and path. */
  readonly routes: Readonly<Record<string, Route>>;
  /** Refuses more requests in a second than an endpoint takes; off, since a script may let time stand still. */
  readonly limitsRate: boolean;
}

/** Answers as Bybit does: one envelope for everything, and HTTP 200 for a refusal too. */
export function createHttpDialect(context: RouteContext, options: HttpDialectOptions): HttpDialect {
  const { routes, credentials, limitsRate } = options;
  const { market, faults } = context;
  const countIn = createRateCounter(context);
  const envelope = (retCode: number, retMsg: string, result: object) => {
    return { retCode, retMsg, result, retExtInfo: {}, time: market.now() + faults.clockAheadMs };
  };
  const errorAnswer = ({ status, code, message }: VenueError): Answer => {
    return { status, body: envelope(code, message, {}) };
  };
  return {
    answer: (call, headers) => {
      const name = `${call.method} ${call.path}`;
      const route = routes[name];
      if (!route) throw new BybitError(10017, "Route not found.", 404);
      if (route.right !== undefined) checkSender(context, credentials, route, call);
      if (limitsRate) checkRate(context, route, countIn(name), headers);
      const query = wordsOf(route, call);
      const refusal = faults.takeRefusal(`${call.method} ${faultPath(call)}`);
      if (refusal) throw refusal;
      return envelope(0, "OK", route.answer(context, query));
    },
    faultPath,
    errorAnswer,
    tooManyRequests: envelope(10006, "Too many visits!", {}),
    maintenance: errorAnswer(new BybitError(10016, "Server error.")),
  };
}

/** A test may break conditional orders alone, though they are placed at the same path: `/v5/order/create trigger`. */
function faultPath({ path, query }: Call): string {
  return query.triggerPrice === undefined ? path : `${path} trigger`;
}

function checkSender(
  { market, faults, user }: RouteContext,
  credentials: Credentials,
  route: Route,
  call: Call,
) {
  checkSignature(credentials, call, market.now() + faults.clockAheadMs);
  if (route.right === "read" || route.right === undefined) return;
  const { readOnly, permissions } = user.key;
  if (readOnly === 0 && permissions.ContractTrade.includes(route.right)) return;
  throw new BybitError(10005, "Permission denied, please check your API key permissions.");
}

function checkRate(
  { market }: RouteContext,
  { limit }: Route,
  count: number,
  headers: Record<string, string>,
) {
  headers["X-Bapi-Limit"] = String(limit);
  headers["X-Bapi-Limit-Status"] = String(Math.max(0, limit - count));
  headers["X-Bapi-Limit-Reset-Timestamp"] = String((Math.floor(market.now() / 1000) + 1) * 1000);
  if (count > limit) throw new BybitError(10006, "Too many visits. Exceeded the API Rate Limit.");
}

function wordsOf(route: Route, call: Call): Words {
  const words = call.method === "GET" ? call.query : bodyOf(route, call);
  const unknown = Object.keys(words).find((name) => !route.parameters.includes(name));
  if (unknown !== undefined) throw parameterError(unknown);
  return words;
}

/** Texts must be sent as texts and numbers as numbers. */
function bodyOf({ types = {} }: Route, { body, headers }: Call): Words {
  if (headers["content-type"] !== "application/json") throw new BybitError(10001, "params error: not JSON");
  const parsed = bodySchema.safeParse(JSON.parse(body));
  if (!parsed.success) throw new BybitError(10001, "params error: not a flat object");
  const given = Object.entries(parsed.data);
  const wrong = given.find(([name, value]) => typeof value !== (types[name] ?? "string"));
  if (wrong !== undefined) throw parameterError(wrong[0]);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

/** Requests of an endpoint in the running second of the market's time. */
function createRateCounter({ market }: Pick<RouteContext, "market">): (name: string) => number {
  let second = 0;
  let counts = new Map<string, number>();
  return (name) => {
    const current = Math.floor(market.now() / 1000);
    if (current !== second) counts = new Map();
    second = current;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
}
