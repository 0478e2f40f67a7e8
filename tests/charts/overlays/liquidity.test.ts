import { describe, expect, it } from "vitest";
import { chartScene } from "../../../src/charts/scene.ts";
import { chartInput, detection } from "../chart-input-builder.ts";
import { linesOf, wordsOf } from "../scene-reading.ts";

const pool = detection("liquidity-pool", 20, { side: "low", source: "swing", level: 101 }, 5);
const sweep = detection("liquidity-sweep", 60, { side: "low", bias: "bullish", source: "swing", level: 101 });

describe("liquidity", () => {
  it("is a dotted line to the newest candle while it rests", () => {
    const scene = chartScene(chartInput({ detections: [pool] }));
    const [line] = linesOf(scene, "liquidity");
    expect(line?.dash).toEqual([2, 4]);
    expect(wordsOf(scene)).toContain("SSL");
  });

  it("stops resting when a sweep of its level is known", () => {
    const words = wordsOf(chartScene(chartInput({ detections: [pool, sweep] })));
    expect(words).toContain("SSL ×");
    expect(words).not.toContain("SSL");
  });

  it("has a sweep line from where the pool began to the sweeping candle", () => {
    const lineOf = (detections: (typeof sweep)[]) =>
      linesOf(chartScene(chartInput({ detections })), "liquidity").map(({ from, to }) => to[0] - from[0]);
    const slotWidth = (1173.2 - 60) / 100;
    expect(lineOf([pool, sweep])[0]).toBeCloseTo(41 * slotWidth, 6);
    expect(lineOf([sweep])[0]).toBeCloseTo(110 + slotWidth, 6);
  });

  it("moves to the more extreme level when an equal low joins", () => {
    const joined = {
      ...pool,
      event: "equal",
      source: "equal",
      level: 100.5,
      knownAt: pool.knownAt + 600_000,
    };
    const words = wordsOf(chartScene(chartInput({ detections: [pool, joined] })));
    expect(words).toContain("EQL");
  });
});
