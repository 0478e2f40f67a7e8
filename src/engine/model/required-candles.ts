import type { DetectorSettings } from "../detect/registry.ts";

/** Longest age of anything whose candles are read again when an event is made into an object. */
const MARGIN = 64;

/**
 * How many candles detectors look back at the most: the series of a model must hold at least as many. Living
 * zones are as old as their longest `maxAge`; swings reach over both their sides.
 */
export function requiredCandles(settings: DetectorSettings): number {
  const ages = Object.values(settings).map((detector) =>
    "maxAge" in detector && typeof detector.maxAge === "number" ? detector.maxAge : 0,
  );
  const reaches = settings.swing.layers.map(({ left, right }) => left + right);
  return Math.max(...ages, ...reaches) + MARGIN;
}
