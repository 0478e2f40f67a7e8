import { describe, expect, it } from "vitest";
import { contentHash, ImageCache } from "../../../src/charts/pool/image-cache.ts";
import { chartInput } from "../chart-input-builder.ts";

function drawing() {
  const drawn: string[] = [];
  const cache = new ImageCache(2);
  const find = (key: string) =>
    cache.find(key, async () => {
      drawn.push(key);
      return Uint8Array.of(drawn.length);
    });
  return { drawn, cache, find };
}

describe("the cache of images", () => {
  it("draws the same content once, also when it is asked for twice at the same time", async () => {
    const { drawn, find } = drawing();
    const [one, other] = await Promise.all([find("a"), find("a")]);
    expect(one).toBe(other);
    expect(await find("a")).toBe(one);
    expect(drawn).toEqual(["a"]);
  });

  it("forgets the least recently used image beyond its limit", async () => {
    const { drawn, find } = drawing();
    for (const key of ["a", "b", "a", "c", "a", "b"]) await find(key);
    expect(drawn).toEqual(["a", "b", "c", "b"]);
  });

  it("forgets a failed image, so that it is tried again", async () => {
    const { cache, find } = drawing();
    await expect(cache.find("a", () => Promise.reject(new Error("no room")))).rejects.toThrow("no room");
    expect(await find("a")).toEqual(Uint8Array.of(1));
  });

  it("has one key for equal content and another for any difference", () => {
    const key = contentHash({ kind: "signal", input: chartInput() });
    expect(contentHash({ kind: "signal", input: chartInput() })).toBe(key);
    expect(contentHash({ kind: "signal", input: chartInput({ theme: "light" }) })).not.toBe(key);
  });
});
