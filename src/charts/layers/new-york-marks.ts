import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { localTimes } from "../scale/local-time.ts";
import { vertical } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { clamp, pixelX, pixelY, slot } from "../units.ts";

const NEW_YORK = "America/New_York";
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Times of the New York day that setups hang on. `longest`: candles above it do not tell them apart. */
const MARKS = [
  { time: "00:00", minutes: 0, longestMs: 60 * MINUTE_MS },
  { time: "09:30", minutes: 570, longestMs: 30 * MINUTE_MS },
] as const;

/** More days than these are a comb, not information. */
const CLOSEST_DAYS = 90;

/** The New York midnight and opening on a chart in another zone; a reader in New York has them on the axis. */
export function drawNewYorkMarks(frame: Frame): Drawing {
  const { input, candleMs, slots } = frame;
  if (input.timeZone === NEW_YORK || (DAY_MS / candleMs) * slots.slotWidth < CLOSEST_DAYS) return NOTHING;
  const local = localTimes(
    input.candles.map(({ openTime }) => openTime),
    NEW_YORK,
  );
  const { newYork: city = "NY" } = input.labels ?? {};
  const marks = MARKS.filter(({ longestMs }) => candleMs <= longestMs).flatMap(({ time, minutes }) =>
    crossings(local, minutes).map((at) => ({
      label: `${city} ${time}`,
      x: Math.round(slots.toX(slot(at - 0.5))),
    })),
  );
  const { plot, volume } = frame;
  return {
    shapes: marks.map(({ x }) =>
      vertical("grid", x + 0.5, plot.top, plot.bottom, { stroke: paint("session", 0.6), dash: [2, 5] }),
    ),
    labels: marks.map(({ label, x }, at) => ({
      text: label,
      token: "session",
      size: STYLE.windowSize - 2,
      priority: 10 + at / 100,
      ground: true,
      places: [plot.bottom - 14, volume.top - 12, volume.top - 40].map((y) => ({
        x: pixelX(clamp(x, plot.left + 44, plot.right - 44)),
        y: pixelY(y),
        align: "center" as const,
      })),
    })),
  };
}

/** First candles at or after the time of day, where a candle before it is drawn too. */
function crossings(local: readonly number[], minutes: number): readonly number[] {
  const day = (at: number): number => Math.floor(((local[at] ?? 0) - minutes * MINUTE_MS) / DAY_MS);
  return local.flatMap((_, at) => (at > 0 && day(at) !== day(at - 1) ? [at] : []));
}
