import type { Credentials, ExchangeParts } from "../exchange/emulated-exchange.ts";
import type { Answer, Call, HttpDialect } from "../exchange/http-server.ts";
import { VenueError } from "../exchange/venue-error.ts";
import { BinanceError } from "./binance-error.ts";
import type { Route, RouteContext } from "./route.ts";
import { checkKey, checkSignature, SIGNED_PARAMETERS } from "./signed-request.ts";

const WEIGHT_PER_MINUTE = 2400;

export interface HttpDialectOptions {
  readonly credentials: Credentials;
  /** Every endpoint by method and path. */
  readonly routes: Readonly<Record<string, Route>>;
  /** Request weight in a minute beyond which everything is answered with 429; 2400 by default. */
  readonly weightPerMinute?: number;
}

/** Answers as Binance does: strict about parameters, counting weight. */
export function createHttpDialect(context: RouteContext, options: HttpDialectOptions): HttpDialect {
  const weightIn = createWeightCounter(context);
  const { routes, weightPerMinute = WEIGHT_PER_MINUTE } = options;
  return {
    answer: (call, headers) => {
      const { method, path, query } = call;
      const route = routes[`${method} ${path}`];
      if (!route) throw new BinanceError(-5000, `Path ${path}, Method ${method} is invalid`, 404);
      const used = weightIn(route.weight);
      headers["X-MBX-USED-WEIGHT-1M"] = String(used);
      if (used > weightPerMinute) throw new BinanceError(-1003, "Too many requests.", 429);
      checkSender(context, options.credentials, route, call);
      checkParameters(route, call);
      const refusal = context.faults.takeRefusal(`${method} ${path}`);
      if (refusal) throw refusal;
      return route.answer(context, query);
    },
    // Faults may be meant for the orders of one symbol: `POST /fapi/v1/order BTCUSDT`.
    faultPath: ({ path, query: { symbol } }) => (symbol === undefined ? path : `${path} ${symbol}`),
    errorAnswer,
    tooManyRequests: { code: -1003, msg: "Too many requests; current limit is 2400." },
    maintenance: errorAnswer(new VenueError(-1016, "This service is no longer available.", 503)),
  };
}

function checkSender(context: RouteContext, credentials: Credentials, route: Route, call: Call): void {
  const { headers, query, search, body } = call;
  if (route.security !== "public") checkKey(credentials, headers["x-mbx-apikey"]);
  if (route.security !== "signed") return;
  const now = context.market.now() + context.faults.clockAheadMs;
  checkSignature(credentials, search + body, query, now);
}

function checkParameters({ security, parameters }: Route, { query }: Call): void {
  const allowed = security === "signed" ? [...parameters, ...SIGNED_PARAMETERS] : parameters;
  const unknown = Object.keys(query).find((name) => !allowed.includes(name));
  if (unknown !== undefined) {
    throw new BinanceError(-1104, `Not all sent parameters were read; '${unknown}' was not.`);
  }
}

function errorAnswer({ status, code, message }: VenueError): Answer {
  return { status, body: { code, msg: message } };
}

/** Weight used in the running minute of the market's time. */
function createWeightCounter({ market }: Pick<ExchangeParts, "market">): (weight: number) => number {
  let minute = 0;
  let used = 0;
  return (weight) => {
    const current = Math.floor(market.now() / 60_000);
    if (current !== minute) used = 0;
    minute = current;
    used += weight;
    return used;
  };
}
