import type { Bias, Detection, DetectionKind } from "../detect/detection.ts";

/** Kinds of areas that setups are built on. */
export type AreaKind = Extract<DetectionKind, "fair-value-gap" | "order-block">;

/** A detection that has a direction and an area. */
export type Zone = Detection & { readonly bias: Bias; readonly top: number; readonly bottom: number };

export function isZone(detection: Detection): detection is Zone {
  return detection.bias !== undefined && detection.top !== undefined && detection.bottom !== undefined;
}

/** True when the two areas share more than an edge. */
export function overlaps(left: Zone, right: Zone): boolean {
  return Math.min(left.top, right.top) > Math.max(left.bottom, right.bottom);
}
