import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createJpegEncoder, type Picture } from "../../src/charts/jpeg-encoder.ts";

/** A red line one pixel wide on black. */
function redLine(width = 64, height = 32): Picture {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#000000";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#ff0000";
  context.fillRect(20, 0, 1, height);
  return canvas as unknown as Picture;
}

async function redAt(image: Uint8Array, x: number): Promise<readonly [width: number, red: number]> {
  const loaded = await loadImage(Buffer.from(image));
  const canvas = createCanvas(loaded.width, loaded.height);
  canvas.getContext("2d").drawImage(loaded, 0, 0);
  return [loaded.width, canvas.getContext("2d").getImageData(x, 10, 1, 1).data[0] ?? 0];
}

describe("the JPEG encoder", () => {
  it("keeps the colour of a line that is one pixel wide", async () => {
    const [, red] = await redAt(createJpegEncoder()(redLine()), 20);
    expect(red).toBeGreaterThan(230);
  });

  it("encodes a larger picture after a smaller one", async () => {
    const encode = createJpegEncoder();
    const small = encode(redLine(16, 16));
    const [width] = await redAt(encode(redLine(640, 360)), 20);
    expect(width).toBe(640);
    expect([...small.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  });

  it("lets the canvas encode on a machine that it has no binary for", async () => {
    const encode = createJpegEncoder(() => {
      throw new Error("no prebuilt binary");
    });
    const image = encode(redLine());
    expect([...image.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect(await redAt(image, 20)).toEqual([64, expect.any(Number)]);
  });

  it("hands out images that own their memory", () => {
    const image = createJpegEncoder()(redLine());
    expect(image.buffer.byteLength).toBe(image.byteLength);
  });
});
