import type { Candle } from "../../engine/candles/candle.ts";
import { DeskError } from "../../engine/errors.ts";
import { deskErrorOnly } from "./market-fault.ts";
import { MINUTE_MS } from "./minute-tape.ts";

/** A minute that was told otherwise than the exchange stored it; `stored` is unset when it has none. */
export interface CandleDifference {
  readonly symbol: string;
  readonly told: Candle;
  readonly stored?: Candle;
}

/**
 * Compares what was told of one symbol with what the exchange stored, a quarter of an hour at once. What was told
 * stays: signals were made of it, and they never change.
 */
export interface MinuteProof {
  /** Notes a minute that was told. The comparison that falls due by it runs beside everything else. */
  told(candle: Candle): void;
}

export interface MinuteProofOptions {
  readonly symbol: string;
  /** The exchange's own closed minutes from `sinceMs`; throws `DeskError`. */
  readonly stored: (sinceMs: number, limit: number) => Promise<Candle[]>;
  readonly onDifference: (difference: CandleDifference) => void;
  readonly onFault: (fault: DeskError) => void;
}

/** How many minutes are compared with one request. */
const PROVEN_AT_ONCE = 15;
/** What could not be compared for so long is let go. */
const KEPT_MINUTES = 240;

export function createMinuteProof(options: MinuteProofOptions): MinuteProof {
  const { symbol, stored, onDifference, onFault } = options;
  // Symbols take turns, or all of them would ask at the same minute.
  const turn = [...symbol].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % PROVEN_AT_ONCE;
  let open: readonly Candle[] = [];
  let isReading = false;
  const prove = async (candles: readonly Candle[]): Promise<void> => {
    const first = candles[0];
    const last = candles.at(-1);
    if (!first || !last) return;
    const limit = (last.openTime - first.openTime) / MINUTE_MS + 1;
    const known = await stored(first.openTime, limit).catch(deskErrorOnly);
    if (known instanceof DeskError) return onFault(known);
    open = open.filter((candle) => !candles.includes(candle));
    for (const difference of differences(symbol, candles, known)) onDifference(difference);
  };
  return {
    told: (candle) => {
      open = [...open, candle].slice(-KEPT_MINUTES);
      if (isReading || (candle.openTime / MINUTE_MS) % PROVEN_AT_ONCE !== turn) return;
      isReading = true;
      void prove(open).finally(() => {
        isReading = false;
      });
    },
  };
}

function differences(symbol: string, told: readonly Candle[], known: readonly Candle[]): CandleDifference[] {
  const stored = new Map(known.map((candle) => [candle.openTime, candle]));
  return told.flatMap((candle) => {
    const other = stored.get(candle.openTime);
    if (!other) return [{ symbol, told: candle }];
    return isSame(candle, other) ? [] : [{ symbol, told: candle, stored: other }];
  });
}

function isSame(one: Candle, other: Candle): boolean {
  const columns = ["open", "high", "low", "close", "volume"] as const;
  return columns.every((column) => one[column] === other[column]);
}
