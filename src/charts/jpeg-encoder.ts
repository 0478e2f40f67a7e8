import { createRequire } from "node:module";
import type * as JpegTurbo from "@julusian/jpeg-turbo";

/** The part of a canvas that is encoded. Its ground is opaque. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  data(): Buffer;
  toBuffer(mimeType: "image/jpeg"): Buffer;
}

/** An image in memory of its own, so that it can be moved to another thread. */
export type Jpeg = Uint8Array<ArrayBuffer>;

export type EncodeJpeg = (picture: Picture) => Jpeg;

/** Above it files grow and nobody sees a difference. */
const QUALITY = 90;

/**
 * libjpeg-turbo: a third of the time of the canvas's own encoder, and it keeps the colours of thin text, which the
 * canvas averages over four pixels. Where there is no binary for the machine, the canvas encodes.
 */
export function createJpegEncoder(load: () => typeof JpegTurbo = loadTurbo): EncodeJpeg {
  const turbo = loaded(load);
  if (turbo === undefined) return (picture) => new Uint8Array(picture.toBuffer("image/jpeg"));
  let room = Buffer.alloc(0);
  return (picture) => {
    const { width, height } = picture;
    const size = { width, height, subsampling: turbo.SAMP_444 };
    const needed = turbo.bufferSize(size);
    if (room.length < needed) room = Buffer.allocUnsafeSlow(needed);
    const options = { ...size, format: turbo.FORMAT_RGBA, quality: QUALITY };
    return new Uint8Array(turbo.compressSync(picture.data(), room, options));
  };
}

function loadTurbo(): typeof JpegTurbo {
  return createRequire(import.meta.url)("@julusian/jpeg-turbo") as typeof JpegTurbo;
}

/** Whatever keeps it from being loaded: pictures are drawn all the same, only slower. */
function loaded(load: () => typeof JpegTurbo): typeof JpegTurbo | undefined {
  try {
    return load();
  } catch {
    return undefined;
  }
}
