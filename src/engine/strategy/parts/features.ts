import { dealingPosition } from "../../model/dealing.ts";
import type { TimeframeView } from "../contract.ts";
import { DISPLACEMENT_REACH, dealingRange, type ScoredPlan, SWEEP_REACH, targetR } from "./confluence.ts";
import { largerBias } from "./larger-bias.ts";
import { lastDisplacement, lastSweep, newestIndex } from "./reading.ts";
import { farEdge, nearEdge } from "./side.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** 1 January 1970 was a Thursday; 0 is Sunday. */
const FIRST_WEEKDAY = 4;

/**
 * What was known at the close as plain numbers, in the direction of the trade: positive is good for it. What is
 * unknown is left out, so that a missing value is never taken for a zero.
 */
export function commonFeatures(view: TimeframeView, plan: ScoredPlan): Readonly<Record<string, number>> {
  return defined({
    ...priceFeatures(view, plan),
    ...storyFeatures(view, plan),
    ...clockFeatures(view),
    ...technicalFeatures(view, plan),
  });
}

type Maybe = Readonly<Record<string, number | undefined>>;

function priceFeatures(view: TimeframeView, plan: ScoredPlan): Maybe {
  const { side, entry, stop, zone } = plan;
  const close = view.series.close(newestIndex(view));
  const risk = side.sign * (entry - stop);
  const range = dealingRange(view);
  return {
    stopDistancePercent: percent(risk, entry),
    stopDistanceAtr: inAtr(view, risk),
    targetR: targetR(plan),
    closeFromEntryR: (side.sign * (close - entry)) / risk,
    zoneHeightAtr: zone && inAtr(view, side.sign * (nearEdge(zone, side) - farEdge(zone, side))),
    zoneAgeCandles: zone && newestIndex(view) - zone.index,
    rangePosition: range && place(dealingPosition(range, entry), side.sign),
    atrPercent: view.atr === undefined ? undefined : percent(view.atr, close),
  };
}

function storyFeatures(view: TimeframeView, plan: ScoredPlan): Maybe {
  const { side, overlap } = plan;
  const newest = newestIndex(view);
  const sweep = plan.sweep ?? lastSweep(view, side, newest - SWEEP_REACH);
  const displacement = lastDisplacement(view, side, newest - DISPLACEMENT_REACH);
  const { structure } = largerBias(view);
  const depth = sweep?.facts?.depthAtr;
  return {
    largerBias: structure === undefined ? 0 : structure.bias === side.bias ? 1 : -1,
    swept: sweep === undefined ? 0 : 1,
    sweepAgeCandles: sweep && newest - sweep.knownIndex,
    sweepDepthAtr: typeof depth === "number" ? depth : undefined,
    displaced: displacement === undefined ? 0 : 1,
    gapInBlock: overlap === undefined ? 0 : 1,
  };
}

function clockFeatures({ series, session }: TimeframeView): Maybe {
  const at = series.openTime(series.length - 1);
  return {
    inKillZone: session === undefined ? 0 : 1,
    hourUtc: Math.floor(at / HOUR_MS) % 24,
    weekdayUtc: (Math.floor(at / DAY_MS) + FIRST_WEEKDAY) % 7,
  };
}

function technicalFeatures(view: TimeframeView, { side, entry }: ScoredPlan): Maybe {
  const { facts } = view;
  const slow = facts?.ema(200);
  return {
    relativeVolume: facts?.relativeVolume,
    rsi: facts?.rsi === undefined ? undefined : side.sign > 0 ? facts.rsi : 100 - facts.rsi,
    volatilityPercentile: facts?.volatilityPercentile,
    aboveEma200Atr: slow === undefined ? undefined : inAtr(view, side.sign * (entry - slow)),
  };
}

function inAtr({ atr }: TimeframeView, distance: number): number | undefined {
  return atr === undefined || atr <= 0 ? undefined : distance / atr;
}

function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : (100 * part) / Math.abs(whole);
}

/** 0 is as cheap as the range gets for a long and as dear as it gets for a short. */
function place(position: number, sign: number): number {
  return sign > 0 ? position : 1 - position;
}

function defined(values: Maybe): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      // Minus zero is zero: it would not survive being written down.
      value !== undefined && Number.isFinite(value) ? [[name, value + 0]] : [],
    ),
  );
}
