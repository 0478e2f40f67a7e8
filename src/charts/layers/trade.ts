import type { Shape } from "../display-list.ts";
import { type Drawing, NOTHING, type TagRequest } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { type ColourToken, paint } from "../palette.ts";
import { horizontal, rect } from "../shapes.ts";
import type { TradeLevels } from "../trade-levels.ts";
import { box, type PixelX, type Price, pixelX } from "../units.ts";
import { lastStopMoveX } from "./life.ts";

/** Entry, stop and targets with what they risk and win, from the deciding candle on. */
export function drawTrade(frame: Frame): Drawing {
  const { levels } = frame;
  if (levels === undefined) return NOTHING;
  const from = candleX(levels.fromMs - 1, frame);
  const until = levels.untilMs === undefined ? frame.plot.right : candleX(levels.untilMs, frame);
  const span = { from, until: pixelX(Math.max(until, from)) };
  return {
    shapes: [...boxes(levels, span, frame), ...movedStop(levels, span, frame)],
    tags: tags(levels, from, lastStopMoveX(frame) ?? from, frame),
  };
}

interface Span {
  readonly from: PixelX;
  readonly until: PixelX;
}

function candleX(timeMs: number, { slots, plot }: Frame): PixelX {
  if (slots.isBefore(timeMs)) return plot.left;
  return pixelX(Math.min(slots.toX(slots.holding(timeMs)), plot.right));
}

/** The reward gets stronger toward the entry: every target adds its own box. */
function boxes(levels: TradeLevels, span: Span, frame: Frame): readonly Shape[] {
  const { entry, plannedStop, targets } = levels;
  return [
    area(entry, plannedStop, "stop", 0.16, { ...span, until: riskUntil(levels, span, frame) }, frame),
    ...targets.map((target) => area(entry, target, "target", 0.16 / Math.sqrt(targets.length), span, frame)),
  ];
}

/** A stop that was moved to the entry or beyond risks nothing from then on. */
function riskUntil({ stop, rOf }: TradeLevels, { until }: Span, frame: Frame): PixelX {
  const movedX = lastStopMoveX(frame);
  return movedX !== undefined && rOf(stop) >= 0 ? movedX : until;
}

function area(
  a: Price,
  b: Price,
  token: ColourToken,
  alpha: number,
  { from, until }: Span,
  { prices }: Frame,
): Shape {
  const [one, other] = [prices.toNearestY(a), prices.toNearestY(b)];
  return rect("boxes", box(from, Math.min(one, other), until, Math.max(one, other)), {
    fill: paint(token, alpha),
  });
}

function movedStop(
  { stop, plannedStop }: TradeLevels,
  span: Span,
  { prices, input }: Frame,
): readonly Shape[] {
  if (input.life !== undefined || stop === plannedStop || !prices.shows(plannedStop)) return [];
  return [
    horizontal("levels", span.from, span.until, prices.toY(plannedStop), {
      stroke: paint("stop", 0.6),
      lineWidth: 1.5,
      dash: [3, 5],
    }),
  ];
}

/** A stop at the entry is break-even: `BE` says more than `0R`. */
function stopLabel({ stop, plannedStop, rOf }: TradeLevels, { writeR }: Frame): string {
  const multiple = writeR(rOf(stop));
  return stop !== plannedStop && multiple === "0R" ? "SL BE" : `SL ${multiple}`;
}

function tags(levels: TradeLevels, lineFrom: PixelX, stopFrom: PixelX, frame: Frame): readonly TagRequest[] {
  const { writeR, input } = frame;
  const { entry: entryWord = "ENTRY", exit: exitWord = "EXIT" } = input.labels ?? {};
  const { entry, stop, targets, exit, rOf } = levels;
  const several = targets.length > 1;
  return [
    { at: entry, token: "entry", label: entryWord, lineFrom, priority: 100 },
    { at: stop, token: "stop", label: stopLabel(levels, frame), lineFrom: stopFrom, priority: 99 },
    ...targets.map(
      (target, at): TagRequest => ({
        at: target,
        token: "target",
        label: `TP${several ? at + 1 : ""} ${writeR(rOf(target))}`,
        lineFrom,
        priority: 98 - at,
      }),
    ),
    ...(exit === undefined
      ? []
      : [
          {
            at: exit,
            token: "now",
            label: `${exitWord} ${writeR(rOf(exit))}`,
            lineFrom,
            priority: 97,
          } as const,
        ]),
  ];
}
