import type { Candle } from "../../../src/engine/candles/candle.ts";
import type { VenueError } from "./venue-error.ts";

/** A failure of one HTTP request instead of its answer. `hang` never answers, `drop` cuts the connection. */
export type HttpFault =
  | { readonly status: 429 | 418; readonly retryAfterSeconds: number }
  | { readonly status: 403 | 500 | 502 | 503 | 504 | "hang" | "drop" };

/** Everything that a test can break. All off at the start; each works from the moment it is set. */
export interface FaultSwitches {
  /** The next requests whose path, or method and path, starts so fail before they have an effect, one fault each. */
  failHttp(start: string, ...faults: readonly HttpFault[]): void;
  /**
   * The next requests of a method and path that start so, such as `POST /fapi/v1/order`, are carried out, but
   * their answer is lost: one fault, or one error that tells of an unknown status, each.
   */
  failAfterwards(start: string, ...faults: readonly (HttpFault | VenueError)[]): void;
  /**
   * The next requests of a method and path that start so are on their way for so long, in milliseconds each: the
   * client's connection is cut at once, and the exchange carries them out, or refuses them, when they arrive.
   */
  delay(start: string, ...ms: readonly number[]): void;
  /**
   * The next requests of a method and path that start so arrive after half of so many milliseconds of real time,
   * and their answers arrive after the other half.
   */
  slow(start: string, ...ms: readonly number[]): void;
  /** The same for every request. */
  latencyMs: number;
  /** The next requests of a method and path that start so are refused, one error each. */
  refuse(start: string, ...errors: readonly VenueError[]): void;
  /** Every request is answered with the venue's word for it. */
  maintenance: boolean;
  /** The exchange's clock against the emulator's time, in milliseconds. */
  clockAheadMs: number;
  /** The next order or conditional order (of the venue's symbol, where one is named) is not shown by reads for so long. */
  hideNextOrder(ms: number, symbol?: string): void;
  /** Trades of spot are shown so long after they happened, in milliseconds; what they filled is shown at once. */
  tradesLateMs: number;
  /** How much of what an order still wants its next fills get; 1 again when the list is used up. */
  fillFractions(...fractions: readonly number[]): void;
  /** The order that a triggered conditional order becomes has its client id, whatever the venue's rules say. */
  triggeredOrdersKeepTheirId: boolean;
  /** How the user stream tells of fills. */
  streamFills: "once" | "twice" | "reversed";
  /** Sockets stay open but say nothing, not even to new subscriptions. */
  silentSockets: boolean;
  /** New sockets are refused. */
  refuseSockets: boolean;
  /** Changes what `klines` answers: rows may be spoilt, dropped, doubled or turned round. */
  rewriteKlines: ((candles: readonly Candle[]) => readonly Candle[]) | undefined;
}

/** The switches and what the server asks them. */
export interface Faults extends FaultSwitches {
  takeHttpFault(method: string, path: string): HttpFault | undefined;
  takeAfterwards(call: string): HttpFault | VenueError | undefined;
  takeRefusal(call: string): VenueError | undefined;
  takeDelayMs(call: string): number | undefined;
  takeSlowMs(call: string): number | undefined;
  takeHiddenMs(symbol: string): number;
  takeFillFraction(): number;
}

export function createFaults(): Faults {
  const before = createQueue<HttpFault>();
  const afterwards = createQueue<HttpFault | VenueError>();
  const refusals = createQueue<VenueError>();
  const delays = createQueue<number>();
  const slow = createQueue<number>();
  const fractions: number[] = [];
  /** By symbol; under no name for whichever comes first. */
  const hiddenMs = new Map<string, number>();
  return {
    silentSockets: false,
    refuseSockets: false,
    rewriteKlines: undefined,
    latencyMs: 0,
    tradesLateMs: 0,
    maintenance: false,
    clockAheadMs: 0,
    triggeredOrdersKeepTheirId: false,
    streamFills: "once",
    failHttp: before.add,
    takeHttpFault: (method, path) => before.take(path) ?? before.take(`${method} ${path}`),
    failAfterwards: afterwards.add,
    takeAfterwards: afterwards.take,
    refuse: refusals.add,
    takeRefusal: refusals.take,
    delay: delays.add,
    takeDelayMs: delays.take,
    slow: slow.add,
    takeSlowMs: slow.take,
    hideNextOrder: (ms, symbol = "") => void hiddenMs.set(symbol, ms),
    takeHiddenMs: (symbol) => {
      const name = hiddenMs.has(symbol) ? symbol : "";
      const ms = hiddenMs.get(name) ?? 0;
      hiddenMs.delete(name);
      return ms;
    },
    fillFractions: (...more) => void fractions.push(...more),
    takeFillFraction: () => fractions.shift() ?? 1,
  };
}

function createQueue<T>() {
  const queued: Array<{ readonly start: string; readonly fault: T }> = [];
  return {
    add: (start: string, ...faults: readonly T[]): void => {
      queued.push(...faults.map((fault) => ({ start, fault })));
    },
    take: (call: string): T | undefined => {
      const index = queued.findIndex(({ start }) => call.startsWith(start));
      return index < 0 ? undefined : queued.splice(index, 1)[0]?.fault;
    },
  };
}
