import type { ChartWindow, SignalChartInput } from "../../charts/chart-input.ts";
import type { ChartLook } from "../../charts/chart-look.ts";
import type { Candle } from "../../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import { killZonesBetween } from "../../engine/clock/kill-zones.ts";
import type { Detection } from "../../engine/detect/detection.ts";
import { type DetectionGroup, groupOfKind } from "../../engine/detect/detection-groups.ts";
import { detectCandles } from "../../engine/model/detect-candles.ts";
import { storedCandles } from "../stored-candles.ts";
import type { Easel } from "./easel.ts";

/** Candles before the shown ones that the detectors warm up on, so that old zones are there. */
const WARM_UP_CANDLES = 200;

export interface MarketWish {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** Open time of the last candle that is shown; the newest one when unset. */
  readonly until?: number;
  /** All when unset. */
  readonly overlays?: readonly DetectionGroup[];
  /** As many as the settings say when unset. */
  readonly count?: number;
}

export type MarketPart = Omit<SignalChartInput, keyof ChartLook>;

/** One market with what the engine sees in it; unset when no candle of it is stored. */
export async function marketPart(easel: Easel, wish: MarketWish): Promise<MarketPart | undefined> {
  return marketPartOf(easel, wish, await storedCandles(easel.context, wish.symbol, wish.timeframe));
}

/** The same over candles of that timeframe that somebody else read, oldest first. */
export function marketPartOf(
  easel: Easel,
  wish: MarketWish,
  stored: readonly Candle[],
): MarketPart | undefined {
  const { context, settings } = easel;
  const { symbol, timeframe, until = Number.POSITIVE_INFINITY, count = settings.charts.candles } = wish;
  const before = stored.filter(({ openTime }) => openTime <= until);
  const known = before.length > 0 ? before : stored;
  const shown = known.slice(-count);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return {
    symbol,
    timeframe,
    candles: shown,
    detections: detectionsOf(known.slice(-(count + WARM_UP_CANDLES)), wish, easel),
    windows: windowsOf(first.openTime, last.openTime + timeframeMs(timeframe), wish, easel),
    priceTick: context.instruments.get(symbol)?.priceTick ?? "0.01",
    labels: { newYork: easel.say("picture-new-york") },
  };
}

function detectionsOf(
  candles: readonly Candle[],
  { timeframe, overlays }: MarketWish,
  { context, settings }: Easel,
): readonly Detection[] {
  const seen = detectCandles(candles, timeframe, settings.detectors, undefined, context.timeZones);
  return overlays === undefined ? seen : seen.filter(({ kind }) => overlays.includes(groupOfKind(kind)));
}

function windowsOf(
  fromMs: number,
  toMs: number,
  { overlays }: MarketWish,
  { context, settings, say }: Easel,
): readonly ChartWindow[] {
  if (overlays !== undefined && !overlays.includes("sessions")) return [];
  return killZonesBetween(fromMs, toMs, settings.detectors.session, context.timeZones).map((zone) => ({
    ...zone,
    name: say("window-name", { name: zone.name }),
    shortName: say("picture-zone", { name: zone.name }),
  }));
}
