import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartScene, type Scene } from "../../src/charts/scene.ts";
import { textBox } from "../../src/charts/text/text-width.ts";
import { box, contains, overlaps } from "../../src/charts/units.ts";
import { generatedCharts } from "./generated-charts.ts";
import { numbersOf, shrunk, textsOf } from "./scene-reading.ts";

function forEveryChart(law: (scene: Scene) => void, numRuns = 300): void {
  fc.assert(
    fc.property(generatedCharts, (input) => law(chartScene(input))),
    { seed: 42, numRuns },
  );
}

describe("every generated chart", () => {
  it("keeps every text inside the picture", () => {
    forEveryChart((scene) => {
      const picture = box(0, 0, scene.width, scene.height);
      const outside = textsOf(scene).filter((text) => !contains(picture, textBox(text)));
      expect(outside).toEqual([]);
    }, 1000);
  });

  it("lets no text overlap another", () => {
    forEveryChart((scene) => {
      const boxes = textsOf(scene).map((text) => ({ text: text.text, area: shrunk(textBox(text)) }));
      const colliding = boxes.flatMap((one, at) =>
        boxes.slice(at + 1).flatMap((other) => (overlaps(one.area, other.area) ? [[one, other]] : [])),
      );
      expect(colliding).toEqual([]);
    }, 1000);
  });

  it("keeps price tags apart and inside the plot", () => {
    forEveryChart((scene) => {
      const tags = scene.shapes.flatMap((shape) =>
        shape.shape === "rect" && shape.layer === "tags"
          ? [box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)]
          : [],
      );
      const room = box(0, 64, scene.width, scene.height - 44);
      expect(tags.filter((tag) => !contains(room, shrunk(tag)))).toEqual([]);
      expect(
        tags.filter((tag, at) => tags.slice(at + 1).some((other) => overlaps(shrunk(tag), other))),
      ).toEqual([]);
    });
  });

  it("consists of finite numbers and of rectangles that are not inside out", () => {
    forEveryChart((scene) => {
      expect(scene.shapes.filter((shape) => !numbersOf(shape).every(Number.isFinite))).toEqual([]);
      const negative = scene.shapes.filter(
        (shape) => shape.shape === "rect" && (shape.width < 0 || shape.height < 0),
      );
      expect(negative).toEqual([]);
    });
  });

  it("writes tags with at least 18 pixels and everything else with at least 15", () => {
    forEveryChart((scene) => {
      for (const { layer, size } of textsOf(scene))
        expect(size).toBeGreaterThanOrEqual(layer === "tags" ? 18 : 15);
    });
  });
});
