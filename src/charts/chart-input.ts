import type { Candle } from "../engine/candles/candle.ts";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import type { DecimalText } from "../engine/decimal.ts";
import type { Detection } from "../engine/detect/detection.ts";
import type { Signal } from "../engine/signal.ts";
import type { Fill } from "../engine/trade/order.ts";
import type { Trade } from "../engine/trade/trade.ts";
import type { ChartLook } from "./chart-look.ts";

/** A kill zone or session as it stands on the clock; drawn as a band. Half-open: `toMs` lies outside. */
export interface ChartWindow {
  /** As it is to be read, already translated. */
  readonly name: string;
  /** For narrow bands, such as `LDN`; without one they have no name. */
  readonly shortName?: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Texts of the header, already translated. What is absent is left out. */
export interface ChartLabels {
  /** On a coloured ground after the timeframe, such as `LONG`. */
  readonly direction?: string;
  readonly strategy?: string;
  /** Where the trade stands, such as `closed`. */
  readonly state?: string;
  /** On the tags of the levels; `ENTRY`, `EXIT` and `NOW` when unset. */
  readonly entry?: string;
  readonly exit?: string;
  readonly now?: string;
  /** Before the times of the New York marks; `NY` when unset. */
  readonly newYork?: string;
}

/** Everything a picture of one market shows. Without signal and trade it is a plain chart. */
export interface SignalChartInput extends ChartLook {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** Oldest first, at least one; every one is drawn. 20 to 500 look good. */
  readonly candles: readonly Candle[];
  readonly signal?: Signal;
  /** Shown instead of the signal's own levels once it exists: moved stop, real entry, exit, result. */
  readonly trade?: Trade;
  /** Fills of the trade, marked at their candle. */
  readonly fills?: readonly Fill[];
  /** What the engine saw, with life events. The signal's evidence is added and drawn stronger. */
  readonly detections: readonly Detection[];
  readonly windows: readonly ChartWindow[];
  readonly priceTick: DecimalText;
  readonly labels?: ChartLabels;
  /** How an open position fared so far; drawn with the trade. */
  readonly life?: PositionLife;
}

/** A stop that was moved, from the moment on. */
export interface StopMove {
  readonly at: number;
  readonly price: DecimalText;
}

/** What happened to a position since its entry. */
export interface PositionLife {
  /** Oldest first; the last one is where the stop stands. */
  readonly stopMoves: readonly StopMove[];
  /** Money won or lost now, with its unit as it is to be read, such as `+124.50 USDT`. */
  readonly openPnl?: string;
  /** The price that `openPnl` is of; the close of the last candle when unset. */
  readonly price?: number;
}
