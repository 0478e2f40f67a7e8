import { describe, expect, it } from "vitest";
import { tellStories } from "../../../src/charts/overlays/stories.ts";
import { chartScene, type Scene } from "../../../src/charts/scene.ts";
import { chartInput, detection, longSignal } from "../chart-input-builder.ts";
import { rectsOf, wordsOf } from "../scene-reading.ts";

const zone = { bias: "bullish", top: 104, bottom: 103 } as const;

describe("tellStories", () => {
  it("joins the events of one thing and marks what made the signal", () => {
    const born = detection("order-block", 10, zone);
    const touched = { ...born, event: "touched", knownAt: born.knownAt + 60_000 };
    const other = detection("order-block", 20, zone);
    const stories = tellStories([touched, other, born], [born]);
    expect(
      stories.map(({ born: { id }, events, evidence }) => [id, events.map(({ event }) => event), evidence]),
    ).toEqual([
      ["order-block:10", ["detected", "touched"], true],
      ["order-block:20", ["detected"], false],
    ]);
  });

  it("keeps things of different kinds apart when they share an id", () => {
    const gap = detection("fair-value-gap", 10, { ...zone, id: "same" });
    const inverse = detection("inverse-fair-value-gap", 10, { ...zone, id: "same" });
    expect(tellStories([gap, inverse], [])).toHaveLength(2);
  });
});

describe("the choice of what is drawn", () => {
  it("draws evidence also when it has ended, and context only while it lives", () => {
    const ended = (at: number) => {
      const born = detection("order-block", at, zone);
      return [born, { ...born, event: "invalidated", knownAt: born.knownAt + 5 * 60_000 }];
    };
    const detections = [...ended(10), ...ended(30)];
    const scene = chartScene(
      chartInput({ detections, signal: longSignal({ evidence: ended(30).slice(0, 1) }) }),
    );
    expect(rectsOf(scene, "bullZone").filter(({ layer }) => layer === "zones")).toHaveLength(1);
  });

  it("names what made the setup on its own colour and everything else on the ground of the picture", () => {
    const evidence = [detection("order-block", 30, zone)];
    const context = [detection("order-block", 10, { ...zone, top: 108, bottom: 107 })];
    const labelled = (shown: Parameters<typeof chartInput>[0]) =>
      rectsOf(chartScene(chartInput(shown)), "bullZone").filter(({ layer }) => layer === "labels");
    expect(labelled({ detections: context, signal: longSignal({ evidence }) })).toHaveLength(1);
    expect(labelled({ detections: context, signal: longSignal() })).toEqual([]);
  });

  it("draws half as much context beside a setup", () => {
    const detections = [10, 20, 30].map((at) =>
      detection("order-block", at, { ...zone, top: 101 + at / 10, bottom: 100.5 + at / 10 }),
    );
    const blocks = (scene: Scene) => wordsOf(scene).filter((word) => word === "OB");
    expect(blocks(chartScene(chartInput({ detections })))).toHaveLength(2);
    expect(blocks(chartScene(chartInput({ detections, signal: longSignal() })))).toHaveLength(1);
  });

  it("draws the two order blocks of the context that price is nearest to", () => {
    const detections = [
      detection("order-block", 10, { ...zone, top: 108, bottom: 107 }),
      detection("order-block", 20, { ...zone, top: 104, bottom: 103 }),
      detection("order-block", 30, { ...zone, top: 101, bottom: 100.5 }),
    ];
    const scene = chartScene(chartInput({ detections }));
    const heights = rectsOf(scene, "bullZone").map(({ height }) => Math.round(height));
    expect(heights).toHaveLength(2);
    expect(wordsOf(scene).filter((word) => word === "OB")).toHaveLength(2);
  });

  it("draws only the newest previous day, and a week beside it", () => {
    const range = { top: 109, bottom: 101 };
    const detections = [
      detection("previous-range", 10, { ...range, name: "previous-day" }),
      detection("previous-range", 40, { ...range, name: "previous-day", top: 108, bottom: 102 }),
      detection("previous-range", 20, { ...range, name: "previous-week", top: 110, bottom: 100 }),
    ];
    const words = wordsOf(chartScene(chartInput({ detections })));
    expect(words.filter((word) => /^P[DW][HL]$/.test(word)).sort()).toEqual(["PDH", "PDL", "PWH", "PWL"]);
  });

  it("leaves out what becomes known after the newest candle", () => {
    const detections = [detection("order-block", 90, zone, 30)];
    expect(rectsOf(chartScene(chartInput({ detections })), "bullZone")).toEqual([]);
  });
});
