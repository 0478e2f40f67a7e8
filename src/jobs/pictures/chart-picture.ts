import type { ChartRequest } from "../../charts/kinds/chart-kinds.ts";
import { timeframeMs } from "../../engine/candles/timeframe.ts";
import type { PictureSubject } from "../../engine/ports/pictures.ts";
import type { Easel } from "./easel.ts";
import { marketPart } from "./market-part.ts";

type Subject = Extract<PictureSubject, { kind: "chart" }>;

/** Candles of each of two charts that share one picture. */
const HALF_CANDLES = 70;

/** The newest candles of a symbol, on one timeframe or on two in one picture, the larger one first. */
export async function chartPicture(easel: Easel, subject: Subject): Promise<ChartRequest | undefined> {
  const { timeframe, second } = subject;
  if (second !== undefined && second !== timeframe) return twoTimeframes(easel, subject, second);
  const market = await marketPart(easel, subject);
  return market && { kind: "signal", input: { ...market, ...easel.look } };
}

async function twoTimeframes(
  easel: Easel,
  subject: Subject,
  second: NonNullable<Subject["second"]>,
): Promise<ChartRequest | undefined> {
  const [larger, smaller] = [subject.timeframe, second].sort(
    (one, other) => timeframeMs(other) - timeframeMs(one),
  );
  if (larger === undefined || smaller === undefined) return undefined;
  const count = Math.min(HALF_CANDLES, easel.settings.charts.candles);
  const [left, right] = await Promise.all(
    [larger, smaller].map((timeframe) => marketPart(easel, { ...subject, timeframe, count })),
  );
  return left && right && { kind: "two-timeframes", input: { ...easel.look, left, right } };
}
