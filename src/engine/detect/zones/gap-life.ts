import { z } from "zod";
import type { CandleSeries } from "../../candles/candle-series.ts";
import type { Detection } from "../detection.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { filledPercent, lifeOfZone } from "./zone-detection.ts";
import { FAR, NEAR, type ZoneLife } from "./zone-life.ts";

/** Gaps whose story is over once price has filled them. */
export type FillingKind = "balanced-price-range" | "volume-imbalance" | "opening-gap";

export function gapMaxAge() {
  return z.int().min(1).max(20_000).default(500).describe("A gap is forgotten after this many candles");
}

/** Touched and filled as price comes back; filled ends it, age too. */
export function fillingLife(kind: FillingKind, maxAge: number): ZoneLife {
  return {
    detected: eventCode(kind, "detected"),
    stages: [
      { edge: NEAR, code: eventCode(kind, "touched") },
      { edge: FAR, code: eventCode(kind, "filled") },
    ],
    expired: eventCode(kind, "expired"),
    maxAge,
  };
}

/**
 * The event of such a gap that became known at candle `known`. How far it is filled counts from that candle on,
 * the candle included: a volume imbalance can be born with price inside.
 */
export function fillingDetection(
  series: CandleSeries,
  row: EventRow,
  kind: FillingKind,
  known: number,
): Detection {
  const seen = lifeOfZone(series, row, kind);
  if (row.code === eventCode(kind, "detected")) return seen;
  return { ...seen, filledPercent: filledPercent(series, row, known) };
}
