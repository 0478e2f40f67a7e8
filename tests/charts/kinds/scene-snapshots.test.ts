import { describe, expect, it } from "vitest";
import { sceneOf } from "../../../src/charts/kinds/chart-kinds.ts";
import { requestsOf } from "../gallery/requests.ts";
import { sampleSource } from "../gallery/sample-source.ts";
import { textsOf } from "../scene-reading.ts";

const requests = requestsOf(sampleSource(), { theme: "dark", timeZone: "Europe/Berlin" });

describe("the model of every kind", () => {
  it.each(Object.entries(requests))("writes the same words in the same places: %s", (_, request) => {
    const scene = sceneOf(request);
    const written = textsOf(scene).map(({ text, x, y }) => `${Math.round(x)},${Math.round(y)} ${text}`);
    const counts = new Map<string, number>();
    for (const { layer, shape } of scene.shapes) {
      counts.set(`${layer} ${shape}`, (counts.get(`${layer} ${shape}`) ?? 0) + 1);
    }
    expect({
      size: [scene.width, scene.height],
      shapes: Object.fromEntries(counts),
      written,
    }).toMatchSnapshot();
  });

  it.each(Object.entries(requests))("survives the way to a thread: %s", (_, request) => {
    expect(sceneOf(structuredClone(request))).toEqual(sceneOf(request));
  });
});
