import type { DetectorSettings } from "../detect/registry.ts";
import { FACTS_REACH } from "../facts/technical-facts.ts";
import { REMEMBERED_REACH } from "./recent-detections.ts";

/**
 * Candles before the one that makes a thing known that are read when it becomes an object: an order block lies up
 * to ten before. With it the longest age by default (1000) fits into columns of 1024.
 */
const MARGIN = 16;

/**
 * How many candles detectors look back at the most: the series of a model must hold at least as many. Living
 * zones are as old as their longest `maxAge`; swings reach over both their sides, facts over fixed lengths.
 */
export function requiredCandles(settings: DetectorSettings): number {
  const ages = Object.values(settings).map((detector) =>
    "maxAge" in detector && typeof detector.maxAge === "number" ? detector.maxAge : 0,
  );
  const reaches = settings.swing.layers.map(({ left, right }) => left + right);
  return Math.max(FACTS_REACH, REMEMBERED_REACH, ...[...ages, ...reaches].map((reach) => reach + MARGIN));
}
