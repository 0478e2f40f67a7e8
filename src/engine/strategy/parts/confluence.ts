import { dealingPlace, dealingPosition, type PriceSpan } from "../../model/dealing.ts";
import type { Grade, Phrase, ScorePart } from "../../signal.ts";
import type { TimeframeView } from "../contract.ts";
import type { ScoreWeights } from "../score-weights.ts";
import type { Zone } from "../zone.ts";
import { largerBias } from "./larger-bias.ts";
import { sweepPhrase } from "./phrases.ts";
import { lastDisplacement, lastSweep, newestIndex, type Structure } from "./reading.ts";
import type { TradeSide } from "./side.ts";

/** A sweep older than this many candles says nothing about the setup any more. */
export const SWEEP_REACH = 20;
/** The same for a displacement. */
export const DISPLACEMENT_REACH = 10;
const FULL_TARGET_R = 3;
const USUAL_VOLUME = 1;
const FULL_VOLUME = 1.5;

/** A trade as planned, with what of it the score looks at. */
export interface ScoredPlan {
  readonly side: TradeSide;
  readonly entry: number;
  readonly stop: number;
  readonly targets: readonly number[];
  /** Gap or block at the entry, if it is one. */
  readonly zone?: Zone | undefined;
  /** What lies over `zone`: the order block over a gap, the gap over an order block. */
  readonly overlap?: Zone | undefined;
  /** The sweep that belongs to the setup; otherwise the newest one that is young enough counts. */
  readonly sweep?: Structure | undefined;
}

/** Between 0 and 1: how much of its weight a part earns, and why in words. */
interface Judgement {
  readonly share: number;
  readonly why: Phrase;
}

type Judge = (view: TimeframeView, plan: ScoredPlan) => Judgement;

const JUDGES: readonly (readonly [name: string, weight: keyof ScoreWeights, judge: Judge])[] = [
  ["higher-timeframe-bias", "higherTimeframeBias", judgeBias],
  ["premium-discount", "premiumDiscount", judgePlace],
  ["sweep", "sweep", judgeSweep],
  ["displacement", "displacement", judgeDisplacement],
  ["gap-in-block", "gapInBlock", judgeGapInBlock],
  ["kill-zone", "killZone", judgeKillZone],
  ["target-distance", "targetDistance", judgeTarget],
  ["relative-volume", "relativeVolume", judgeVolume],
];

/** Every part of the score that has a weight, in a fixed order. */
export function confluenceParts(
  view: TimeframeView,
  plan: ScoredPlan,
  weights: ScoreWeights,
): readonly ScorePart[] {
  return JUDGES.filter(([, weight]) => weights[weight] > 0).map(([name, weight, judge]) => {
    const { share, why } = judge(view, plan);
    return { name, points: oneDecimal(weights[weight] * share), maxPoints: weights[weight], why };
  });
}

/** Points earned in percent of those that could be earned, as a whole number. */
export function confluenceScore(parts: readonly ScorePart[]): number {
  const most = parts.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const earned = parts.reduce((sum, { points }) => sum + points, 0);
  return most > 0 ? Math.round((100 * earned) / most) : 0;
}

export function gradeOf(score: number): Grade {
  if (score >= 75) return "A";
  return score >= 50 ? "B" : "C";
}

function judgeBias(view: TimeframeView, { side }: ScoredPlan): Judgement {
  const { timeframe, isOwn, structure } = largerBias(view);
  if (structure === undefined) return none({ key: "reason-no-higher-bias", args: { timeframe } });
  const args = { timeframe, bias: structure.bias ?? "", level: structure.level };
  const why: Phrase = isOwn ? { key: "reason-wide-bias", args } : { key: "reason-higher-bias", args };
  return { share: structure.bias === side.bias ? 1 : 0, why };
}

function judgePlace(view: TimeframeView, { side, entry }: ScoredPlan): Judgement {
  const range = dealingRange(view);
  if (range === undefined) return none({ key: "reason-no-dealing-range" });
  const place = dealingPlace(range, entry);
  const { top, bottom } = range;
  // Minus zero is zero: it would not survive being written down.
  const position = Math.round(100 * dealingPosition(range, entry)) + 0;
  const span = { entry, top, bottom };
  const distance = Math.max(-position, position - 100);
  const why: Phrase =
    distance > 0
      ? { key: "reason-outside-dealing-range", args: { place, distance, ...span } }
      : { key: "reason-dealing-place", args: { place, position, ...span } };
  return { share: place === (side.sign > 0 ? "discount" : "premium") ? 1 : 0, why };
}

/** The dealing range as it stands, if there is one with a height. */
export function dealingRange(view: TimeframeView): PriceSpan | undefined {
  const [range] = view.zones("dealing-range");
  if (range?.top === undefined || range.bottom === undefined || !(range.top > range.bottom)) return undefined;
  return { top: range.top, bottom: range.bottom };
}

function judgeSweep(view: TimeframeView, { side, sweep }: ScoredPlan): Judgement {
  const found = sweep ?? lastSweep(view, side, newestIndex(view) - SWEEP_REACH);
  if (found !== undefined) return { share: 1, why: sweepPhrase(found) };
  return none({ key: "reason-no-sweep", args: { candles: SWEEP_REACH } });
}

function judgeDisplacement(view: TimeframeView, { side, sweep }: ScoredPlan): Judgement {
  const since = sweep?.knownIndex ?? newestIndex(view) - DISPLACEMENT_REACH;
  const found = lastDisplacement(view, side, since);
  if (found === undefined || found.index < view.series.firstIndex)
    return none({ key: "reason-no-displacement" });
  const args = { from: view.series.open(found.index), to: view.series.close(found.index) };
  return { share: 1, why: { key: "reason-displacement", args } };
}

function judgeGapInBlock(_: TimeframeView, { zone, overlap }: ScoredPlan): Judgement {
  if (zone === undefined || overlap === undefined) return none({ key: "reason-no-gap-in-block" });
  const args = { top: Math.min(zone.top, overlap.top), bottom: Math.max(zone.bottom, overlap.bottom) };
  return { share: 1, why: { key: "reason-gap-in-block", args } };
}

function judgeKillZone({ session }: TimeframeView): Judgement {
  if (session === undefined) return none({ key: "reason-no-kill-zone" });
  return { share: 1, why: { key: "reason-kill-zone", args: { name: session } } };
}

function judgeTarget(_: TimeframeView, plan: ScoredPlan): Judgement {
  const price = plan.targets.at(-1) ?? plan.entry;
  const r = targetR(plan);
  return { share: share(r / FULL_TARGET_R), why: { key: "reason-target", args: { price, r } } };
}

function judgeVolume({ facts }: TimeframeView): Judgement {
  const times = facts?.relativeVolume;
  if (times === undefined) return none({ key: "reason-no-volume" });
  const above = (times - USUAL_VOLUME) / (FULL_VOLUME - USUAL_VOLUME);
  return { share: share(above), why: { key: "reason-volume", args: { times: oneDecimal(times) } } };
}

/** Distance of the last target in multiples of the distance to the stop. */
export function targetR({ side, entry, stop, targets }: ScoredPlan): number {
  const last = targets.at(-1) ?? entry;
  return (side.sign * (last - entry)) / (side.sign * (entry - stop));
}

function none(why: Phrase): Judgement {
  return { share: 0, why };
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function oneDecimal(value: number): number {
  return Math.round(10 * value) / 10;
}
