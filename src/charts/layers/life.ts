import type { Shape } from "../display-list.ts";
import { type Drawing, NOTHING } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { middleX } from "../overlays/places.ts";
import { paint } from "../palette.ts";
import { horizontal, vertical } from "../shapes.ts";
import { type PixelX, price } from "../units.ts";

/** Where the stop stood, as a stair from the plan to its last move. */
export function drawLife(frame: Frame): Drawing {
  const { levels, input } = frame;
  if (levels === undefined || input.life === undefined) return NOTHING;
  const steps = [
    { x: middleX(levels.fromMs - 1, frame), at: levels.plannedStop },
    ...input.life.stopMoves.map((move) => ({
      x: middleX(move.at, frame),
      at: price(Number(move.price)),
    })),
  ];
  return {
    shapes: steps.slice(1).flatMap((step, before): readonly Shape[] => {
      const from = steps[before];
      if (from === undefined) return [];
      const [upper, lower] = [frame.prices.toNearestY(from.at), frame.prices.toNearestY(step.at)];
      return [
        horizontal("levels", from.x, step.x, Math.round(upper), STAIR),
        vertical("levels", step.x, upper, lower, STAIR),
      ];
    }),
  };
}

const STAIR = { stroke: paint("stop"), lineWidth: 2, dash: [6, 4] };

/** From where the stop stands at its present price; unset while it never moved. */
export function lastStopMoveX(frame: Frame): PixelX | undefined {
  const last = frame.input.life?.stopMoves.at(-1);
  return last && middleX(last.at, frame);
}
