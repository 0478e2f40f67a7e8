import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ladder } from "../../../../src/engine/detect/zones/ladder.ts";

function reached(ladder: Ladder, price: number): number[] {
  const taken: number[] = [];
  ladder.takeReached(price, taken);
  return taken;
}

function passed(ladder: Ladder, price: number): number[] {
  const taken: number[] = [];
  ladder.takePassed(price, taken);
  return taken;
}

describe("Ladder", () => {
  it("gives what price reaches, the highest key first", () => {
    const ladder = new Ladder();
    for (const [key, slot] of [
      [5, 1],
      [9, 2],
      [7, 3],
    ] as const)
      ladder.push(key, slot);
    expect(reached(ladder, 9.5)).toEqual([]);
    expect(reached(ladder, 7)).toEqual([2, 3]);
    expect(reached(ladder, Number.NEGATIVE_INFINITY).slice(0, 1)).toEqual([1]);
  });

  it("does not count a key that price only meets as passed", () => {
    const ladder = new Ladder();
    ladder.push(5, 1);
    expect(passed(ladder, 5)).toEqual([]);
    expect(passed(ladder, 4.9)).toEqual([1]);
    expect(ladder.size).toBe(0);
  });

  it("takes out one of several things that wait for the same key", () => {
    const ladder = new Ladder();
    for (const slot of [1, 2, 3]) ladder.push(5, slot);
    ladder.remove(5, 2);
    expect(reached(ladder, 5).sort()).toEqual([1, 3]);
  });

  it("refuses to take out what does not wait there", () => {
    const ladder = new Ladder();
    ladder.push(5, 1);
    expect(() => ladder.remove(5, 2)).toThrow(RangeError);
    expect(() => ladder.remove(4, 1)).toThrow(RangeError);
  });

  it("agrees with a sorted list over any run of steps", () => {
    const step = fc.record({
      action: fc.constantFrom("push", "push", "push", "reached", "passed", "remove"),
      key: fc.integer({ min: -20, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const ladder = new Ladder();
        let model: { key: number; slot: number }[] = [];
        for (const [slot, { action, key }] of steps.entries()) {
          if (action === "push") {
            ladder.push(key, slot);
            model.push({ key, slot });
          } else if (action === "remove") {
            const gone = model[Math.abs(key) % Math.max(1, model.length)];
            if (gone === undefined) continue;
            ladder.remove(gone.key, gone.slot);
            model = model.filter((held) => held !== gone);
          } else {
            const isTaken = (held: { key: number }) =>
              action === "reached" ? held.key >= key : held.key > key;
            const taken = action === "reached" ? reached(ladder, key) : passed(ladder, key);
            const expected = model.filter(isTaken).map(({ slot: taken }) => taken);
            expect(taken.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
            model = model.filter((held) => !isTaken(held));
          }
          expect(ladder.size).toBe(model.length);
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
