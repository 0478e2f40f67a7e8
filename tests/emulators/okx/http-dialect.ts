import { z } from "zod";
import type { Credentials } from "../exchange/emulated-exchange.ts";
import type { Answer, Call, HttpDialect } from "../exchange/http-server.ts";
import type { VenueError } from "../exchange/venue-error.ts";
import { OkxError, OrderRefusal } from "./okx-error.ts";
import { parameterError } from "./request-params.ts";
import type { Route, RouteContext, Words } from "./route.ts";
import { checkDeadline, checkSignature } from "./signed-request.ts";

const WINDOW_MS = 2000;
const scalar = z.union([z.string(), z.boolean(), z.number()]).transform(String);
const orderSchema = z.record(z.string(), scalar);
const listSchema = z.array(orderSchema).min(1).max(20);

export interface HttpDialectOptions {
  readonly credentials: Credentials;
  /** Every endpoint by method and path. */
  readonly routes: Readonly<Record<string, Route>>;
  /** Refuses more requests in two seconds than an endpoint takes; off, since a script may let time stand still. */
  readonly limitsRate: boolean;
}

/** Answers as OKX does: one envelope for everything, an order's own error inside of it with HTTP 200. */
export function createHttpDialect(context: RouteContext, options: HttpDialectOptions): HttpDialect {
  const { routes, credentials, limitsRate } = options;
  const countIn = createRateCounter(context);
  return {
    answer: (call) => {
      const name = `${call.method} ${call.path}`;
      const route = routes[name];
      if (!route) throw new OkxError(404, "Not Found", 404);
      if (limitsRate && countIn(name) > route.limit) throw new OkxError(50011, "Too Many Requests", 429);
      const now = context.market.now() + context.faults.clockAheadMs;
      if (route.right !== undefined) checkSender(context, credentials, route, call, now);
      const orders = wordsOf(route, call);
      if (route.mayExpire) checkDeadline(call, now);
      const refusal = context.faults.takeRefusal(name);
      if (refusal) throw refusal;
      return route.isList
        ? envelope(orders.flatMap((order) => rowsOf(context, route, order)))
        : envelope(orders.flatMap((order) => [...route.answer(context, order)]));
    },
    errorAnswer,
    tooManyRequests: { code: "50011", msg: "Too Many Requests" },
    maintenance: errorAnswer(new OkxError(50001, "Service temporarily unavailable", 503)),
  };
}

function checkSender(
  { user }: RouteContext,
  credentials: Credentials,
  { right = "read_only" }: Route,
  call: Call,
  now: number,
): void {
  checkSignature(credentials, call, now);
  if (user.key.perm.split(",").includes(right)) return;
  throw new OkxError(50120, "This API key doesn't have permission to use this function", 401);
}

/** What the request says: of each order of a list, or once. */
function wordsOf({ isList, parameters }: Route, call: Call): readonly Words[] {
  const orders = call.method === "GET" ? [call.query] : bodyOf(call, isList === true);
  for (const order of orders) {
    const unknown = Object.keys(order).find((name) => !parameters.includes(name));
    if (unknown !== undefined) throw parameterError(unknown);
  }
  return orders;
}

function bodyOf({ body, headers }: Call, isList: boolean): readonly Words[] {
  if (body === "") throw new OkxError(50000, "Body can not be empty", 400);
  if (headers["content-type"] !== "application/json")
    throw new OkxError(50006, "Invalid Content_Type, please use the application/json format", 400);
  const parsed = (isList ? listSchema : orderSchema.transform((order) => [order])).safeParse(
    JSON.parse(body),
  );
  if (!parsed.success) throw new OkxError(50002, "JSON syntax error", 400);
  return parsed.data;
}

/** One order of a list is refused without the others. */
function rowsOf(context: RouteContext, route: Route, order: Words): readonly unknown[] {
  try {
    return route.answer(context, order);
  } catch (error) {
    if (!(error instanceof OrderRefusal)) throw error;
    return [refusalRow(error, order)];
  }
}

function envelope(data: readonly unknown[]): unknown {
  const failed = data.filter((row) => isRefused(row)).length;
  if (failed === 0) return { code: "0", msg: "", data };
  return failed === data.length
    ? { code: "1", msg: "All operations failed", data }
    : { code: "2", msg: "Bulk operation partially succeeded", data };
}

function isRefused(row: unknown): boolean {
  return typeof row === "object" && row !== null && "sCode" in row && row.sCode !== "0";
}

function errorAnswer(error: VenueError): Answer {
  const { status, code, message } = error;
  if (error instanceof OrderRefusal) return { status, body: envelope([refusalRow(error, {})]) };
  return { status, body: { code: String(code), msg: message, data: [] } };
}

function refusalRow({ code, message }: VenueError, { clOrdId = "", algoClOrdId = "" }: Words): unknown {
  return { clOrdId, algoClOrdId, ordId: "", algoId: "", tag: "", sCode: String(code), sMsg: message };
}

/** Requests of an endpoint in the running two seconds of the market's time. */
function createRateCounter({ market }: Pick<RouteContext, "market">): (name: string) => number {
  let window = 0;
  let counts = new Map<string, number>();
  return (name) => {
    const current = Math.floor(market.now() / WINDOW_MS);
    if (current !== window) counts = new Map();
    window = current;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
}
