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
  const features: Record<string, number> = {};
  const note: Note = (name, value) => {
    // Minus zero is zero: it would not survive being written down.
    if (value !== undefined && Number.isFinite(value)) features[name] = value + 0;
  };
  notePrices(note, view, plan);
  noteStory(note, view, plan);
  noteClock(note, view);
  noteTechnicals(note, view, plan);
  return features;
}

/** Keeps a feature whose value is known. */
type Note = (name: string, value: number | undefined) => void;

function notePrices(note: Note, view: TimeframeView, plan: ScoredPlan): void {
  const { side, entry, stop, zone } = plan;
  const close = view.series.close(newestIndex(view));
  const risk = side.sign * (entry - stop);
  const range = dealingRange(view);
  note("stopDistancePercent", percent(risk, entry));
  note("stopDistanceAtr", inAtr(view, risk));
  note("targetR", targetR(plan));
  note("closeFromEntryR", (side.sign * (close - entry)) / risk);
  note("zoneHeightAtr", zone && inAtr(view, side.sign * (nearEdge(zone, side) - farEdge(zone, side))));
  note("zoneAgeCandles", zone && newestIndex(view) - zone.index);
  note("rangePosition", range && place(dealingPosition(range, entry), side.sign));
  note("atrPercent", view.atr === undefined ? undefined : percent(view.atr, close));
}

function noteStory(note: Note, view: TimeframeView, plan: ScoredPlan): void {
  const { side, overlap } = plan;
  const newest = newestIndex(view);
  const sweep = plan.sweep ?? lastSweep(view, side, newest - SWEEP_REACH);
  const displacement = lastDisplacement(view, side, newest - DISPLACEMENT_REACH);
  const { structure } = largerBias(view);
  const depth = sweep?.facts?.depthAtr;
  note("largerBias", structure === undefined ? 0 : structure.bias === side.bias ? 1 : -1);
  note("swept", sweep === undefined ? 0 : 1);
  note("sweepAgeCandles", sweep && newest - sweep.knownIndex);
  note("sweepDepthAtr", typeof depth === "number" ? depth : undefined);
  note("displaced", displacement === undefined ? 0 : 1);
  note("gapInBlock", overlap === undefined ? 0 : 1);
}

function noteClock(note: Note, { series, session }: TimeframeView): void {
  const at = series.openTime(series.length - 1);
  note("inKillZone", session === undefined ? 0 : 1);
  note("hourUtc", Math.floor(at / HOUR_MS) % 24);
  note("weekdayUtc", (Math.floor(at / DAY_MS) + FIRST_WEEKDAY) % 7);
}

function noteTechnicals(note: Note, view: TimeframeView, { side, entry }: ScoredPlan): void {
  const { facts } = view;
  const slow = facts?.ema(200);
  const strength = facts?.rsi;
  note("relativeVolume", facts?.relativeVolume);
  note("rsi", strength === undefined || side.sign > 0 ? strength : 100 - strength);
  note("volatilityPercentile", facts?.volatilityPercentile);
  note("aboveEma200Atr", slow === undefined ? undefined : inAtr(view, side.sign * (entry - slow)));
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
