import { describe, expect, it } from "vitest";
import type { LabelRequest } from "../../../src/charts/drawing.ts";
import { placeLabels } from "../../../src/charts/placement/labels.ts";
import { box, pixelX, pixelY } from "../../../src/charts/units.ts";

const PLOT = box(0, 0, 400, 400);

function label(text: string, priority: number, places: readonly (readonly [number, number])[]): LabelRequest {
  return {
    text,
    token: "text",
    size: 20,
    priority,
    ground: false,
    places: places.map(([x, y]) => ({ x: pixelX(x), y: pixelY(y), align: "center" })),
  };
}

function placed(requests: readonly LabelRequest[], taken = [box(0, 0, 0, 0)], avoided = [box(0, 0, 0, 0)]) {
  return placeLabels(requests, { within: PLOT, taken, avoided }).map((shape) =>
    shape.shape === "text" ? [shape.text, shape.y] : [],
  );
}

describe("placeLabels", () => {
  it("lets the more important one choose first", () => {
    const one = label("OB", 1, [
      [200, 200],
      [200, 300],
    ]);
    const two = label("FVG", 2, [
      [200, 200],
      [200, 100],
    ]);
    expect(placed([one, two])).toEqual([
      ["FVG", 200],
      ["OB", 300],
    ]);
  });

  it("leaves a label out that has no free place", () => {
    expect(placed([label("OB", 2, [[200, 200]]), label("FVG", 1, [[200, 210]])])).toEqual([["OB", 200]]);
  });

  it("does not let a label leave the plot", () => {
    expect(
      placed([
        label("OB", 1, [
          [5, 200],
          [200, 5],
          [200, 250],
        ]),
      ]),
    ).toEqual([["OB", 250]]);
  });

  it("never covers what is taken and covers candles only when nothing else is free", () => {
    const request = label("OB", 1, [
      [200, 200],
      [200, 300],
    ]);
    expect(placed([request], [box(190, 190, 210, 210)])).toEqual([["OB", 300]]);
    expect(placed([request], [], [box(190, 190, 210, 210)])).toEqual([["OB", 300]]);
    expect(placed([request], [box(190, 290, 210, 310)], [box(190, 190, 210, 210)])).toEqual([["OB", 200]]);
  });
});
