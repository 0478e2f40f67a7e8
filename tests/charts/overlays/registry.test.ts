import { describe, expect, it } from "vitest";
import { OVERLAYS } from "../../../src/charts/overlays/registry.ts";
import { chartScene } from "../../../src/charts/scene.ts";
import { DETECTION_KINDS, type Detection, type DetectionKind } from "../../../src/engine/detect/detection.ts";
import { chartInput, detection } from "../chart-input-builder.ts";
import { wordsOf } from "../scene-reading.ts";

const zone: Partial<Detection> = { bias: "bullish", top: 104, bottom: 103 };
const level: Partial<Detection> = { bias: "bullish", side: "high", level: 106, source: "swing" };

/** A detection of each kind and the tag that its picture carries; unset where it has no words. */
const EXAMPLES: Record<DetectionKind, readonly [example: Partial<Detection>, tag: string | undefined]> = {
  swing: [level, undefined],
  "market-structure": [{ ...level, event: "choch" }, "CHoCH"],
  displacement: [{ bias: "bullish" }, undefined],
  "order-block": [zone, "OB"],
  "breaker-block": [zone, "BRK"],
  "mitigation-block": [zone, "MIT"],
  "fair-value-gap": [zone, "FVG"],
  "inverse-fair-value-gap": [zone, "IFVG"],
  "balanced-price-range": [zone, "BPR"],
  "volume-imbalance": [zone, "VI"],
  "opening-gap": [zone, "GAP"],
  "liquidity-pool": [{ ...level, source: "equal" }, "EQH"],
  "liquidity-sweep": [{ ...level, side: "low", source: "previous-day" }, "PDL ×"],
  "dealing-range": [{ top: 110, bottom: 100 }, "EQ"],
  "previous-range": [{ name: "previous-day", top: 109 }, "PDH"],
  "new-day-opening-gap": [zone, "NDOG"],
  "new-week-opening-gap": [zone, "NWOG"],
  session: [{ name: "asian" }, undefined],
  "change-in-delivery": [level, "CISD"],
  "judas-swing": [{ bias: "bearish" }, "JUDAS"],
  "smt-divergence": [{ bias: "bearish" }, "SMT"],
};

const plainWords = wordsOf(chartScene(chartInput()));

describe("the picture of a detection", () => {
  it.each(DETECTION_KINDS)("of kind %s is drawn with its tag, or has a reason why not", (kind) => {
    const [example, tag] = EXAMPLES[kind];
    const plain = chartScene(chartInput()).shapes.length;
    const scene = chartScene(chartInput({ detections: [detection(kind, 50, example, 10)] }));
    const overlay = OVERLAYS[kind];
    if ("notDrawn" in overlay) {
      expect(scene.shapes).toHaveLength(plain);
      expect(overlay.notDrawn).not.toBe("");
    } else {
      expect(scene.shapes.length).toBeGreaterThan(plain);
      expect(wordsOf(scene).filter((word) => !plainWords.includes(word))).toEqual(
        tag === undefined ? [] : [tag],
      );
    }
  });

  it.each(DETECTION_KINDS)("of kind %s survives a detection without prices", (kind) => {
    expect(() => chartScene(chartInput({ detections: [detection(kind, 50)] }))).not.toThrow();
  });

  it("calls a change of character with displacement a market structure shift", () => {
    const shift = detection(
      "market-structure",
      50,
      { ...level, event: "choch", facts: { displacement: true } },
      10,
    );
    expect(wordsOf(chartScene(chartInput({ detections: [shift] })))).toContain("MSS");
  });
});
