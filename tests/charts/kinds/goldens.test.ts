import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { type ChartRequest, sceneOf } from "../../../src/charts/kinds/chart-kinds.ts";
import type { Theme } from "../../../src/charts/palette.ts";
import { createRasteriser } from "../../../src/charts/rasteriser.ts";
import { requestsOf } from "../gallery/requests.ts";
import { sampleSource } from "../gallery/sample-source.ts";
import { EDGE_CHARTS } from "./edge-charts.ts";

const FOLDER = new URL("./goldens/", import.meta.url);
const SHRINK = 5;
/** Difference of one colour channel of a pixel that nobody sees: other encoders and processors round differently. */
const CHANNEL_TOLERANCE = 24;
/** Share of pixels that may differ by more. */
const PIXEL_TOLERANCE = 0.002;

const rasteriser = createRasteriser();
const source = sampleSource();

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  readonly png: Buffer;
}

async function pixelsOf(image: Uint8Array, shrink: number): Promise<Pixels> {
  const loaded = await loadImage(Buffer.from(image));
  const [width, height] = [Math.round(loaded.width / shrink), Math.round(loaded.height / shrink)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(loaded, 0, 0, width, height);
  return {
    width,
    height,
    data: context.getImageData(0, 0, width, height).data,
    png: canvas.toBuffer("image/png"),
  };
}

/** Share of pixels of which a channel differs visibly. */
function difference(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let differing = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const distance = [0, 1, 2].map((channel) =>
      Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)),
    );
    if (Math.max(...distance) > CHANNEL_TOLERANCE) differing += 1;
  }
  return differing / (one.data.length / 4);
}

/** Compares with the stored picture; with UPDATE_GOLDENS set it is stored instead. */
async function differenceFromGolden(name: string, request: ChartRequest): Promise<number> {
  const drawn = await pixelsOf(await rasteriser.rasterise(sceneOf(request)), SHRINK);
  const file = new URL(`${name}.png`, FOLDER);
  if (process.env.UPDATE_GOLDENS) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, drawn.png);
  }
  if (!existsSync(file))
    throw new Error(`${name} has no golden picture; look at it, then set UPDATE_GOLDENS`);
  return difference(drawn, await pixelsOf(readFileSync(file), 1));
}

const kinds = (["dark", "light", "colour-blind"] satisfies Theme[]).flatMap((theme) =>
  Object.entries(requestsOf(source, { theme, timeZone: "Europe/Berlin" })).map(
    ([name, request]) => [`${name}-${theme}`, request] as const,
  ),
);

describe("the pixels of every kind and theme", () => {
  it.each(kinds)("are those of the golden picture: %s", async (name, request) => {
    expect(await differenceFromGolden(name, request)).toBeLessThanOrEqual(PIXEL_TOLERANCE);
  });
});

describe("the pixels of markets that are hard to draw", () => {
  it.each(Object.entries(EDGE_CHARTS))("are those of the golden picture: %s", async (name, input) => {
    const request: ChartRequest = { kind: "signal", input };
    expect(await differenceFromGolden(`edge-${name}`, request)).toBeLessThanOrEqual(PIXEL_TOLERANCE);
  });
});

describe("the comparison with golden pictures", () => {
  it("sees a stop that stands 1% lower", async () => {
    const { signal } = requestsOf(source, { theme: "dark", timeZone: "Europe/Berlin" });
    if (signal.kind !== "signal" || signal.input.signal === undefined) throw new Error("no signal");
    const { stop } = signal.input.signal;
    const lower = { ...signal.input, signal: { ...signal.input.signal, stop: stop * 0.99 } };
    const changed: ChartRequest = { kind: "signal", input: lower };
    const [one, other] = await Promise.all(
      [signal, changed].map(async (request) =>
        pixelsOf(await rasteriser.rasterise(sceneOf(request)), SHRINK),
      ),
    );
    if (one === undefined || other === undefined) throw new Error("no picture");
    expect(difference(one, other)).toBeGreaterThan(PIXEL_TOLERANCE * 2);
  });
});
