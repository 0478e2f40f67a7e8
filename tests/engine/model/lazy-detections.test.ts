import { describe, expect, it } from "vitest";
import type { EventRow } from "../../../src/engine/detect/event-order.ts";
import { LazyDetections } from "../../../src/engine/model/lazy-detections.ts";

const rows: readonly EventRow[] = [3, 1, 2].map((index) => ({
  code: 0,
  index,
  knownIndex: 9,
  tag: 0,
  a: 0,
  b: 0,
  c: 0,
}));

describe("lazy detections", () => {
  it("are made when they are wanted, each once, and given in the order of their rows", () => {
    const made: number[] = [];
    const lazy = new LazyDetections(rows, ({ index, knownIndex }) => {
      made.push(index);
      const moment = { index, knownIndex, openTime: 0, knownAt: 0 };
      return { kind: "swing", event: "confirmed", id: `swing:${index}`, ...moment };
    });
    const odd = lazy.where(({ index }) => index % 2 === 1);
    expect(odd.map(({ id }) => id)).toEqual(["swing:3", "swing:1"]);
    expect(made).toEqual([3, 1]);
    const all = lazy.where(() => true);
    expect(all.map(({ id }) => id)).toEqual(["swing:3", "swing:1", "swing:2"]);
    expect(all[0]).toBe(odd[0]);
    expect(made).toEqual([3, 1, 2]);
  });
});
