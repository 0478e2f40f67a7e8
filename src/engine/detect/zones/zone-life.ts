/**
 * Edges of a zone in the order in which price coming back meets them: a bullish zone lies below price, its near
 * edge is the top; a bearish one lies above, its near edge is the bottom.
 */
export const NEAR = 0;
export const MIDDLE = 1;
export const FAR = 2;

export interface LifeStage {
  readonly edge: typeof NEAR | typeof MIDDLE | typeof FAR;
  /** Code of the event when an extreme of a candle reaches the edge. */
  readonly code: number;
}

/** How zones of one kind live, as numbers that the zone book can follow. */
export interface ZoneLife {
  /** Code of the event with which a zone begins. */
  readonly detected: number;
  /** What happens when price reaches an edge, each once and in this order. */
  readonly stages: readonly LifeStage[];
  /** Code of the event when a candle closes beyond the far edge; unset, the last stage is the end. */
  readonly beyond?: number;
  /** Code of the event when the zone reaches its age, in candles since it became known. */
  readonly expired: number;
  readonly maxAge: number;
}

/** Is told of a zone that has failed at candle `at`: its candle, when it was known and its tag. */
export type WhenLost = (index: number, known: number, tag: number, at: number) => void;
