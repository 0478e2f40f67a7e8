import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TakenPools } from "../../../../src/engine/detect/pools/taken-pools.ts";

describe("TakenPools", () => {
  it("knows whether an early enough pool was taken between two candles", () => {
    const taken = new TakenPools(50);
    expect(taken.takenBetween(0, 30, 100)).toBe(false);
    taken.note(20, 12);
    expect(taken.takenBetween(19, 20, 12)).toBe(true);
    expect(taken.takenBetween(20, 21, 12)).toBe(false);
    expect(taken.takenBetween(19, 20, 11)).toBe(false);
  });

  it("does not know in the middle of a stretch what its later candles take", () => {
    const taken = new TakenPools(50);
    taken.note(20, 12);
    taken.note(25, 3);
    expect(taken.takenBetween(15, 19, 12)).toBe(false);
    expect(taken.takenBetween(15, 24, 11)).toBe(false);
    expect(taken.takenBetween(15, 25, 11)).toBe(true);
    taken.take();
    expect(taken.takenBetween(15, 30, 11)).toBe(true);
  });

  it("agrees with a search through everything that was taken", () => {
    const reach = 20;
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 6 }),
      age: fc.integer({ min: 0, max: 60 }),
      back: fc.integer({ min: 1, max: reach }),
      young: fc.integer({ min: -10, max: 30 }),
      begins: fc.boolean(),
      behind: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
        const taken = new TakenPools(reach);
        const all: { at: number; known: number }[] = [];
        let now = 100;
        let first = 100;
        for (const { wait, age, back, young, begins, behind } of steps) {
          now += wait;
          if (begins && wait > 0) {
            taken.take();
            first = now;
          }
          taken.note(now, now - age);
          all.push({ at: now, known: now - age });
          const until = Math.max(first, now - behind);
          const after = until - back;
          const known = until - young;
          const expected = all.some((one) => one.at > after && one.at <= until && one.known <= known);
          expect(taken.takenBetween(after, until, known)).toBe(expected);
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
