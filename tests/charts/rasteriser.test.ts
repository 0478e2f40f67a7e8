import { setImmediate as nextTurn } from "node:timers/promises";
import { GlobalFonts } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createRasteriser } from "../../src/charts/rasteriser.ts";
import { chartScene } from "../../src/charts/scene.ts";
import { chartInput } from "./chart-input-builder.ts";

describe("the rasteriser", () => {
  const rasteriser = createRasteriser();
  const scene = chartScene(chartInput());

  it("gives the event loop a turn between two pictures that are asked for at once", async () => {
    const order: string[] = [];
    const first = rasteriser.rasterise(scene).then(() => order.push("first"));
    const second = rasteriser.rasterise(scene).then(() => order.push("second"));
    await nextTurn();
    order.push("turn");
    await Promise.all([first, second]);
    expect(order.indexOf("turn")).toBeLessThan(order.indexOf("second"));
  });

  it("reads the large font of Chinese only with the first picture that needs it", async () => {
    const families = () => GlobalFonts.families.map(({ family }) => family);
    await rasteriser.rasterise(chartScene(chartInput({ symbol: "РУБЛЬ/USD" })));
    expect(families()).not.toContain("Killzone Text Chinese");
    await rasteriser.rasterise(chartScene(chartInput({ symbol: "比特币/USDT" })));
    expect(families()).toContain("Killzone Text Chinese");
  });

  it("does not grow the memory with every picture", async () => {
    for (let warm = 0; warm < 5; warm++) await rasteriser.rasterise(scene);
    const before = process.memoryUsage().rss;
    for (let count = 0; count < 40; count++) await rasteriser.rasterise(scene);
    expect((process.memoryUsage().rss - before) / 1_048_576).toBeLessThan(80);
  });
});
