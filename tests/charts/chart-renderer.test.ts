import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, describe, expect, it } from "vitest";
import { createChartRenderer } from "../../src/charts/chart-renderer.ts";
import { chartInput, detection, longSignal } from "./chart-input-builder.ts";

interface Pixels {
  readonly width: number;
  readonly height: number;
  brightnessAt(x: number, y: number): number;
  readonly colours: number;
}

async function read(image: Uint8Array): Promise<Pixels> {
  const { width, height, ...rest } = await loadImage(Buffer.from(image)).then((loaded) => {
    const canvas = createCanvas(loaded.width, loaded.height);
    const context = canvas.getContext("2d");
    context.drawImage(loaded, 0, 0);
    return {
      width: loaded.width,
      height: loaded.height,
      data: context.getImageData(0, 0, loaded.width, loaded.height).data,
    };
  });
  const seen = new Set<number>();
  for (let at = 0; at < rest.data.length; at += 4) {
    seen.add(((rest.data[at] ?? 0) << 16) | ((rest.data[at + 1] ?? 0) << 8) | (rest.data[at + 2] ?? 0));
  }
  const brightnessAt = (x: number, y: number): number => {
    const at = (y * width + x) * 4;
    return Math.max(rest.data[at] ?? 0, rest.data[at + 1] ?? 0, rest.data[at + 2] ?? 0);
  };
  return { width, height, brightnessAt, colours: seen.size };
}

function brightPixels(
  pixels: Pixels,
  [left, top, right, bottom]: readonly [number, number, number, number],
): number {
  let count = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) if (pixels.brightnessAt(x, y) > 180) count += 1;
  }
  return count;
}

describe("the rendered chart", () => {
  const { renderSignalChart, close } = createChartRenderer();
  afterAll(close);
  const block = detection("order-block", 40, { bias: "bullish", top: 104, bottom: 103 });
  const input = chartInput({ signal: longSignal({ evidence: [block] }), labels: { direction: "LONG" } });

  it("is a JPEG image of 1280 by 720 with many colours", async () => {
    const image = await renderSignalChart(input);
    expect([...image.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    const pixels = await read(image);
    expect([pixels.width, pixels.height]).toEqual([1280, 720]);
    expect(pixels.colours).toBeGreaterThan(500);
  });

  it("has visible text in Latin and Cyrillic, so the bundled fonts are there", async () => {
    const header = [20, 16, 164, 48] as const;
    const latin = brightPixels(await read(await renderSignalChart(input)), header);
    const cyrillic = brightPixels(await read(await renderSignalChart({ ...input, symbol: "РУБЛЬ" })), header);
    const none = brightPixels(
      await read(await renderSignalChart({ ...input, symbol: " " })),
      [20, 16, 30, 48],
    );
    expect(latin).toBeGreaterThan(400);
    expect(cyrillic).toBeGreaterThan(400);
    expect(none).toBe(0);
  });

  it("has a dark ground in the dark theme and a light one in the light theme", async () => {
    const dark = await read(await renderSignalChart(chartInput()));
    const light = await read(await renderSignalChart(chartInput({ theme: "light" })));
    expect(dark.brightnessAt(1270, 700)).toBeLessThan(50);
    expect(light.brightnessAt(1270, 700)).toBeGreaterThan(240);
  });

  it("is the same, byte by byte, from whichever thread it comes", async () => {
    const uncached = createChartRenderer({ cachedImages: 0 });
    const [one, other] = await Promise.all([
      uncached.renderSignalChart(input),
      uncached.renderSignalChart(input),
    ]);
    await uncached.close();
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it("draws the same content once and hands out the same image", async () => {
    expect(await renderSignalChart({ ...input })).toBe(await renderSignalChart({ ...input }));
  });

  it("keeps drawing after an input that cannot be drawn", async () => {
    const broken = renderSignalChart(chartInput({ candles: [] }));
    const next = renderSignalChart(input);
    await expect(broken).rejects.toThrow(RangeError);
    expect((await next).length).toBeGreaterThan(10_000);
  });
});
