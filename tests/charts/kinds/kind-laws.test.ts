import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sceneOf } from "../../../src/charts/kinds/chart-kinds.ts";
import type { Scene } from "../../../src/charts/scene.ts";
import { textBox } from "../../../src/charts/text/text-width.ts";
import { box, contains, overlaps } from "../../../src/charts/units.ts";
import { numbersOf, shrunk, textsOf } from "../scene-reading.ts";
import { generatedRequests } from "./generated-requests.ts";

function forEveryPicture(law: (scene: Scene) => void): void {
  fc.assert(
    fc.property(generatedRequests, (request) => law(sceneOf(request))),
    { seed: 42, numRuns: 500 },
  );
}

describe("every generated picture of any kind", () => {
  it("keeps every text inside the picture", () => {
    forEveryPicture((scene) => {
      const picture = box(0, 0, scene.width, scene.height);
      expect(textsOf(scene).filter((text) => !contains(picture, textBox(text)))).toEqual([]);
    });
  });

  it("lets no text overlap another", () => {
    forEveryPicture((scene) => {
      const boxes = textsOf(scene).map((text) => ({ text: text.text, area: shrunk(textBox(text)) }));
      const colliding = boxes.flatMap((one, at) =>
        boxes.slice(at + 1).flatMap((other) => (overlaps(one.area, other.area) ? [[one, other]] : [])),
      );
      expect(colliding).toEqual([]);
    });
  });

  it("consists of finite numbers and of rectangles that are not inside out", () => {
    forEveryPicture((scene) => {
      expect(scene.shapes.filter((shape) => !numbersOf(shape).every(Number.isFinite))).toEqual([]);
      const negative = scene.shapes.filter(
        (shape) => shape.shape === "rect" && (shape.width < 0 || shape.height < 0),
      );
      expect(negative).toEqual([]);
    });
  });
});
