import type { Side } from "../../engine/detect/detection.ts";

const TAGS: Readonly<Record<string, readonly [high: string, low: string]>> = {
  equal: ["EQH", "EQL"],
  "previous-day": ["PDH", "PDL"],
  "previous-week": ["PWH", "PWL"],
  "previous-month": ["PMH", "PML"],
};

/** How traders call the pool: `PDL`, `EQH`, or buy-side and sell-side liquidity. */
export function poolTag(source: string | undefined, side: Side | undefined): string {
  const [high, low] = TAGS[source ?? ""] ?? ["BSL", "SSL"];
  return side === "low" ? low : high;
}
