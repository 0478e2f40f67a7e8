import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { price } from "../units.ts";

/**
 * The newest price at the axis: that of an open position, else the close of the newest candle. Nothing where the
 * entry already says the same.
 */
export function drawCurrentPrice({ input, levels, nowX, write, writeR }: Frame): Drawing {
  const newest = input.candles.at(-1);
  if (newest === undefined) return NOTHING;
  const { price: last = newest.close } = input.life ?? {};
  const at = price(last);
  if (levels !== undefined && write(levels.entry) === write(at)) return NOTHING;
  const token = last >= newest.open ? "up" : "down";
  const tag = { at, token: levels === undefined ? token : "now", lineFrom: nowX, dashed: true } as const;
  if (levels === undefined || input.life?.openPnl === undefined) return { tags: [{ ...tag, priority: 50 }] };
  return {
    tags: [{ ...tag, label: `${input.labels?.now ?? "NOW"} ${writeR(levels.rOf(at))}`, priority: 98.5 }],
  };
}
