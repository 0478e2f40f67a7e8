import { createHash } from "node:crypto";
import type { ChartRequest } from "../kinds/chart-kinds.ts";

/** Same content, same key: what a picture shows is all in its request. */
export function contentHash(request: ChartRequest): string {
  return createHash("sha1").update(JSON.stringify(request)).digest("base64");
}

/** Pictures by content, also those still being drawn. Holds at most `limit`; the least recently used goes first. */
export class ImageCache {
  readonly #limit: number;
  readonly #images = new Map<string, Promise<Uint8Array>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The known picture, or the one that `draw` makes. One that fails is forgotten. */
  async find(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const image = this.#images.get(key) ?? draw();
    this.#keep(key, image);
    try {
      return await image;
    } catch (error) {
      if (this.#images.get(key) === image) this.#images.delete(key);
      throw error;
    }
  }

  #keep(key: string, image: Promise<Uint8Array>): void {
    this.#images.delete(key);
    this.#images.set(key, image);
    if (this.#images.size <= this.#limit) return;
    const oldest = this.#images.keys().next();
    if (!oldest.done) this.#images.delete(oldest.value);
  }
}
