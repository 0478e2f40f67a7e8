import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { price } from "../units.ts";

/** The close of the newest candle at the axis, unless the entry already says the same price there. */
export function drawCurrentPrice({ input, levels, nowX, write, writeR }: Frame): Drawing {
  const newest = input.candles.at(-1);
  if (newest === undefined) return NOTHING;
  const at = price(newest.close);
  if (levels !== undefined && write(levels.entry) === write(at)) return NOTHING;
  const token = newest.close >= newest.open ? "up" : "down";
  const tag = { at, token: levels === undefined ? token : "now", lineFrom: nowX, dashed: true } as const;
  if (levels === undefined || input.life?.openPnl === undefined) return { tags: [{ ...tag, priority: 50 }] };
  return {
    tags: [{ ...tag, label: `${input.labels?.now ?? "NOW"} ${writeR(levels.rOf(at))}`, priority: 98.5 }],
  };
}
