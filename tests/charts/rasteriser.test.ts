import { setImmediate as nextTurn } from "node:timers/promises";
import { GlobalFonts, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { paint } from "../../src/charts/palette.ts";
import { createRasteriser } from "../../src/charts/rasteriser.ts";
import { chartScene } from "../../src/charts/scene.ts";
import { segment } from "../../src/charts/shapes.ts";
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

  it("draws a picture the same, byte by byte, whatever it drew before", async () => {
    const first = await rasteriser.rasterise(scene);
    const dashed = segment("tags", [0, 0], [90, 90], { stroke: paint("stop"), lineWidth: 9, dash: [4, 4] });
    await rasteriser.rasterise({ ...scene, shapes: [...scene.shapes, dashed] });
    expect(Buffer.compare(await rasteriser.rasterise(scene), first)).toBe(0);
    await rasteriser.rasterise(chartScene(chartInput({ size: "square" })));
    expect(Buffer.compare(await rasteriser.rasterise(scene), first)).toBe(0);
  });

  it("gives each picture its own size", async () => {
    const square = await loadImage(
      Buffer.from(await rasteriser.rasterise(chartScene(chartInput({ size: "square" })))),
    );
    const phone = await loadImage(Buffer.from(await rasteriser.rasterise(scene)));
    expect([square.width, square.height, phone.width, phone.height]).toEqual([1080, 1080, 1280, 720]);
  });

  it("does not grow the memory with every picture", async () => {
    for (let warm = 0; warm < 5; warm++) await rasteriser.rasterise(scene);
    const before = process.memoryUsage().rss;
    for (let count = 0; count < 40; count++) await rasteriser.rasterise(scene);
    expect((process.memoryUsage().rss - before) / 1_048_576).toBeLessThan(80);
  });
});
