import type { ChartRequest } from "../../charts/kinds/chart-kinds.ts";
import type { Candle } from "../../engine/candles/candle.ts";
import type { Signal } from "../../engine/signal.ts";
import type { Easel } from "./easel.ts";
import { marketPartOf } from "./market-part.ts";
import { setupLabels } from "./trade-picture.ts";

/** A setup of a past day over the candles that were known then, not over those of today. */
export interface ReplayWish {
  readonly kind: "replayed-setup";
  readonly signal: Signal;
  /** Of the signal's timeframe, oldest first. */
  readonly candles: readonly Candle[];
}

export function replayPicture(easel: Easel, { signal, candles }: ReplayWish): ChartRequest | undefined {
  const { symbol, timeframe } = signal;
  const market = marketPartOf(easel, { symbol, timeframe }, candles);
  if (market === undefined) return undefined;
  const labels = { ...market.labels, ...setupLabels(signal, easel) };
  return { kind: "signal", input: { ...market, ...easel.look, signal, labels } };
}
