import type { Fill } from "../../engine/trade/order.ts";
import type { Drawing, LabelRequest } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { paint } from "../palette.ts";
import { polygon } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { pixelX, pixelY, price } from "../units.ts";

const SIZE = 11;

/** Arrow heads at the candle and price of each fill: up for a buy, down for a sell. */
export function drawFills(frame: Frame): Drawing {
  const { input, slots, prices } = frame;
  const { fills = [] } = input;
  const seen = fills.filter((fill) => !slots.isBefore(fill.at) && !slots.isAfter(fill.at));
  return {
    shapes: seen.map((fill) => {
      const x = pixelX(slots.toX(slots.holding(fill.at)));
      const y = prices.toNearestY(price(Number(fill.price)));
      const down = fill.side === "buy" ? SIZE : -SIZE;
      return polygon(
        "marks",
        [
          [x, y],
          [x - SIZE, y + down * 1.5],
          [x + SIZE, y + down * 1.5],
        ],
        paint(fill.side === "buy" ? "entry" : "liquidity"),
        paint("background"),
      );
    }),
    labels: seen.flatMap((fill) => exitLabel(fill, frame)),
  };
}

/** What part of the position an exit took off, and at which multiple of the risk: `50% +1.2R`. */
function exitLabel(fill: Fill, { input, levels, slots, prices, writeR }: Frame): readonly LabelRequest[] {
  const { trade, life } = input;
  const exits = levels?.direction === "long" ? "sell" : "buy";
  if (trade === undefined || levels === undefined || life === undefined || fill.side !== exits) return [];
  const at = price(Number(fill.price));
  const percent = Math.round((Number(fill.quantity) / Number(trade.entryQuantity)) * 100);
  const x = pixelX(slots.toX(slots.holding(fill.at)));
  const y = prices.toNearestY(at);
  const places = [-34, 34, -60, 60].flatMap((away) =>
    (["center", "right", "left"] as const).map((align) => ({ x, y: pixelY(y + away), align })),
  );
  const won = levels.rOf(at);
  return [
    {
      text: `${percent}% ${writeR(won)}`,
      token: won >= 0 ? "structureUp" : "structureDown",
      size: STYLE.labelSize,
      priority: 88,
      places,
      ground: true,
    },
  ];
}
