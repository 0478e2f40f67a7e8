import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TakenPools } from "../../../../src/engine/detect/pools/taken-pools.ts";

describe("TakenPools", () => {
  it("knows whether an early enough pool was taken after a candle", () => {
    const taken = new TakenPools(50);
    expect(taken.takenAfter(0, 100)).toBe(false);
    taken.note(20, 12);
    expect(taken.takenAfter(19, 12)).toBe(true);
    expect(taken.takenAfter(20, 12)).toBe(false);
    expect(taken.takenAfter(19, 11)).toBe(false);
  });

  it("agrees with a search through everything that was taken", () => {
    const reach = 20;
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 6 }),
      age: fc.integer({ min: 0, max: 60 }),
      back: fc.integer({ min: 1, max: reach }),
      young: fc.integer({ min: -10, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
        const taken = new TakenPools(reach);
        const all: { at: number; known: number }[] = [];
        let now = 100;
        for (const { wait, age, back, young } of steps) {
          now += wait;
          taken.note(now, now - age);
          all.push({ at: now, known: now - age });
          const after = now - back;
          const known = now - young;
          const expected = all.some((one) => one.at > after && one.known <= known);
          expect(taken.takenAfter(after, known)).toBe(expected);
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
