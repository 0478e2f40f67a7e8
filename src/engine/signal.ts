import type { Timeframe } from "./candles/timeframe.ts";
import type { Detection } from "./detect/detection.ts";

export type Direction = "long" | "short";
export type Grade = "A" | "B" | "C";
export type EntryType = "market" | "limit";

/** A sentence that is written at the chat edge: the key of a text and the values it names. */
export interface Phrase {
  readonly key: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** One named part of a signal's score; `points` of at most `maxPoints`. */
export interface ScorePart {
  readonly name: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly why: Phrase;
}

/**
 * A fact of the market that ends a setup before it is entered, as prices and times, so that it can be judged
 * without the model that made it.
 *
 * - `gap-filled`: price traded through the whole gap.
 * - `block-invalidated`: a candle of the signal's timeframe closed beyond the far side of the block.
 * - `swing-broken`: a candle of the signal's timeframe closed beyond the swing that the stop stands behind.
 * - `kill-zone-over`: the window for which the setup was made has ended; `at` is epoch ms.
 */
export type SetupEnd =
  | { readonly kind: "gap-filled" | "block-invalidated"; readonly top: number; readonly bottom: number }
  | { readonly kind: "swing-broken"; readonly level: number }
  | { readonly kind: "kill-zone-over"; readonly name: string; readonly at: number };

/** What a strategy wants to do and why, complete enough to be judged, drawn and replayed without the model. */
export interface Signal {
  /** symbol, timeframe, strategy, direction and candle close: the same setup always has the same id. */
  readonly id: string;
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly strategy: string;
  readonly direction: Direction;
  /** Close time of the deciding candle, epoch ms. */
  readonly knownAt: number;
  readonly expiresAt: number;
  readonly entryType: EntryType;
  readonly entry: number;
  readonly stop: number;
  /** First target first; at least one. */
  readonly targets: readonly number[];
  /** 0 to 100. */
  readonly score: number;
  readonly grade: Grade;
  readonly parts: readonly ScorePart[];
  readonly reasons: readonly Phrase[];
  /** What ends it before its entry besides time, its first target and its stop. */
  readonly endsOn?: readonly SetupEnd[];
  /** The detections that made it, for the chart. */
  readonly evidence: readonly Detection[];
  /** Kill zone or session the deciding candle lies in, if any. */
  readonly session?: string;
  /** What was known at the time as numbers, for later grading. */
  readonly features: Readonly<Record<string, number>>;
}
