import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { BinanceError } from "./binance-error.ts";
import type { HttpFault } from "./faults.ts";
import type { RequestLog } from "./request-log.ts";
import type { Query } from "./request-params.ts";
import type { RouteContext } from "./route.ts";
import { ROUTES } from "./routes.ts";
import { type Credentials, checkKey, checkSignature, SIGNED_PARAMETERS } from "./signed-request.ts";

const WEIGHT_PER_MINUTE = 2400;

export interface HttpServerOptions {
  readonly credentials: Credentials;
  /** Request weight in a minute beyond which everything is answered with 429; 2400 by default. */
  readonly weightPerMinute?: number;
}

/** One request with everything it says. */
interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: Query;
  /** Query and body as they were sent. */
  readonly payload: string;
  readonly apiKey: string | undefined;
}

type Answer = { readonly status: number; readonly body: unknown; readonly retryAfterSeconds?: number };
type Served = Answer | "hang" | "drop";

/** What every request is answered with. */
interface Desk {
  readonly context: RouteContext;
  readonly credentials: Credentials;
  readonly weightIn: (weight: number) => number;
  readonly weightPerMinute: number;
}

/** Serves the routes as Binance does: strict about parameters, counting weight, with the faults on top. */
export function createHttpServer(context: RouteContext, options: HttpServerOptions, log: RequestLog): Server {
  const weightIn = createWeightCounter(context);
  const { credentials, weightPerMinute = WEIGHT_PER_MINUTE } = options;
  const desk: Desk = { context, credentials, weightIn, weightPerMinute };
  return createServer((request, response) => {
    void readCall(request).then((call) => {
      const served = arrivesLater(desk, call) ? "drop" : serve(desk, call, response);
      const { method, path, query } = call;
      const status = typeof served === "string" ? served : served.status;
      log.add({ type: "http", at: context.market.now(), method, path, query, status });
      reply(response, served);
    });
  });
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString("utf8");
  const query = { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(new URLSearchParams(body)) };
  const header = request.headers["x-mbx-apikey"];
  return {
    method: request.method ?? "",
    path: url.pathname,
    query,
    payload: url.search.slice(1) + body,
    apiKey: typeof header === "string" ? header : undefined,
  };
}

/** Carries a delayed request out when the market's time has come; nobody hears the answer. */
function arrivesLater(desk: Desk, call: Call): boolean {
  const { market, faults } = desk.context;
  const ms = faults.takeDelayMs(`${call.method} ${call.path}`);
  if (ms === undefined) return false;
  market.at(market.now() + ms, () => void serve(desk, call, undefined));
  return true;
}

function serve(desk: Desk, call: Call, response: ServerResponse | undefined): Served {
  const { faults } = desk.context;
  const fault = faults.takeHttpFault(call.path);
  if (fault) return faultAnswer(fault);
  if (faults.maintenance)
    return { status: 503, body: { code: -1016, msg: "This service is no longer available." } };
  try {
    const answer = answerTo(desk, call, response);
    const lost = faults.takeAfterwards(`${call.method} ${call.path}`);
    if (lost instanceof BinanceError) return errorAnswer(lost);
    return lost ? faultAnswer(lost) : answer;
  } catch (error) {
    if (!(error instanceof BinanceError)) throw error;
    return errorAnswer(error);
  }
}

function answerTo(
  { context, credentials, weightIn, weightPerMinute }: Desk,
  call: Call,
  response: ServerResponse | undefined,
): Answer {
  const { method, path, query } = call;
  const route = ROUTES[`${method} ${path}`];
  if (!route) throw new BinanceError(-5000, `Path ${path}, Method ${method} is invalid`, 404);
  const used = weightIn(route.weight);
  response?.setHeader("X-MBX-USED-WEIGHT-1M", String(used));
  if (used > weightPerMinute) throw new BinanceError(-1003, "Too many requests.", 429);
  if (route.security !== "public") checkKey(credentials, call.apiKey);
  if (route.security === "signed") {
    const now = context.market.now() + context.faults.clockAheadMs;
    checkSignature(credentials, call.payload, query, now);
  }
  const allowed =
    route.security === "signed" ? [...route.parameters, ...SIGNED_PARAMETERS] : route.parameters;
  const unknown = Object.keys(query).find((name) => !allowed.includes(name));
  if (unknown !== undefined) {
    throw new BinanceError(-1104, `Not all sent parameters were read; '${unknown}' was not.`);
  }
  const refusal = context.faults.takeRefusal(`${method} ${path}`);
  if (refusal) throw refusal;
  return { status: 200, body: route.answer(context, query) };
}

function faultAnswer(fault: HttpFault): Served {
  if (fault.status === "hang" || fault.status === "drop") return fault.status;
  if ("retryAfterSeconds" in fault) {
    const body = { code: -1003, msg: "Too many requests; current limit is 2400." };
    return { status: fault.status, body, retryAfterSeconds: fault.retryAfterSeconds };
  }
  return { status: fault.status, body: "<html><body>upstream error</body></html>" };
}

function errorAnswer({ status, code, message }: BinanceError): Answer {
  return { status, body: { code, msg: message } };
}

function reply(response: ServerResponse, served: Served): void {
  if (served === "hang") return;
  if (served === "drop") {
    response.destroy();
    return;
  }
  const { status, body, retryAfterSeconds } = served;
  if (retryAfterSeconds !== undefined) response.setHeader("Retry-After", String(retryAfterSeconds));
  const isText = typeof body === "string";
  response.writeHead(status, { "Content-Type": isText ? "text/html" : "application/json" });
  response.end(isText ? body : JSON.stringify(body));
}

/** Weight used in the running minute of the market's time. */
function createWeightCounter({ market }: RouteContext): (weight: number) => number {
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
