import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { EmulatedMarket } from "./emulated-market.ts";
import type { Faults, HttpFault } from "./faults.ts";
import type { RequestLog } from "./request-log.ts";
import { VenueError } from "./venue-error.ts";

export type Query = Readonly<Record<string, string>>;

/** One request with everything it says. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** Parameters of the address, and those of a body that is a form or a flat JSON object; logged. */
  readonly query: Query;
  /** The query as it was sent, without its question mark. */
  readonly search: string;
  /** The body as it was sent. */
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Answer {
  readonly status: number;
  /** A text is sent as it is, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How one venue answers requests; everything else about HTTP is the same for all of them. */
export interface HttpDialect {
  /**
   * Carries a request out: route, key, signature, parameters, and `faults.takeRefusal` before it has an effect.
   * Throws `VenueError` for a refusal. What is put into `headers` is sent with a refusal too.
   */
  answer(call: Call, headers: Record<string, string>): unknown;
  /** The path by which faults know a request, where one path is used for two kinds of them; else its own. */
  faultPath?(call: Call): string;
  /** A refusal as the venue writes it down. */
  errorAnswer(error: VenueError): Answer;
  /** The body of a 429 or 418. */
  readonly tooManyRequests: unknown;
  readonly maintenance: Answer;
}

type Served = Answer | "hang" | "drop";

export interface HttpParts {
  readonly market: EmulatedMarket;
  readonly faults: Faults;
  readonly log: RequestLog;
}

/** Serves a dialect, with the faults on top, and logs what arrives. */
export function createHttpServer(parts: HttpParts, dialect: HttpDialect) {
  const { faults, market, log } = parts;
  return createServer((request, response) => {
    void readCall(request).then(async (call) => {
      const onTheWayMs = (faults.takeSlowMs(`${call.method} ${call.path}`) ?? faults.latencyMs) / 2;
      if (onTheWayMs > 0) await wait(onTheWayMs);
      const served = arrivesLater(parts, dialect, call) ? "drop" : serve(parts, dialect, call);
      const { method, path, query } = call;
      const status = typeof served === "string" ? served : served.status;
      log.add({ type: "http", at: market.now(), method, path, query, status });
      if (onTheWayMs > 0) await wait(onTheWayMs);
      reply(response, served);
    });
  });
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString("utf8");
  return {
    method: request.method ?? "",
    path: url.pathname,
    query: { ...Object.fromEntries(url.searchParams), ...bodyParameters(body) },
    search: url.search.slice(1),
    body,
    headers: request.headers,
  };
}

function bodyParameters(body: string): Query {
  if (!/^\s*[{[]/.test(body)) return Object.fromEntries(new URLSearchParams(body));
  const parsed: unknown = JSON.parse(body);
  const texts = Object.entries(parsed ?? {}).map(([name, value]) => [
    name,
    typeof value === "object" ? JSON.stringify(value) : String(value),
  ]);
  return Object.fromEntries(texts);
}

/** Carries a delayed request out when the market's time has come; nobody hears the answer. */
function arrivesLater(parts: HttpParts, dialect: HttpDialect, call: Call): boolean {
  const { market, faults } = parts;
  const ms = faults.takeDelayMs(`${call.method} ${faultPathOf(dialect, call)}`);
  if (ms === undefined) return false;
  market.at(market.now() + ms, () => void serve(parts, dialect, call));
  return true;
}

function faultPathOf(dialect: HttpDialect, call: Call): string {
  return dialect.faultPath?.(call) ?? call.path;
}

function serve({ faults }: HttpParts, dialect: HttpDialect, call: Call): Served {
  const path = faultPathOf(dialect, call);
  const fault = faults.takeHttpFault(call.method, path);
  if (fault) return faultAnswer(dialect, fault);
  if (faults.maintenance) return dialect.maintenance;
  const headers: Record<string, string> = {};
  try {
    const body = dialect.answer(call, headers);
    const lost = faults.takeAfterwards(`${call.method} ${path}`);
    if (lost === undefined) return { status: 200, body, headers };
    return lost instanceof VenueError ? dialect.errorAnswer(lost) : faultAnswer(dialect, lost);
  } catch (error) {
    if (!(error instanceof VenueError)) throw error;
    const answer = dialect.errorAnswer(error);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }
}

function faultAnswer({ tooManyRequests }: HttpDialect, fault: HttpFault): Served {
  if (fault.status === "hang" || fault.status === "drop") return fault.status;
  if (!("retryAfterSeconds" in fault)) {
    return { status: fault.status, body: "<html><body>upstream error</body></html>" };
  }
  const headers = { "Retry-After": String(fault.retryAfterSeconds) };
  return { status: fault.status, body: tooManyRequests, headers };
}

function reply(response: ServerResponse, served: Served): void {
  if (served === "hang") return;
  if (served === "drop") {
    response.destroy();
    return;
  }
  const { status, body, headers = {} } = served;
  const isText = typeof body === "string";
  response.writeHead(status, { "Content-Type": isText ? "text/html" : "application/json", ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
