import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadRows } from "../../../src/charts/placement/spread.ts";

describe("spreadRows", () => {
  it("leaves rows alone that have room", () => {
    expect(spreadRows([300, 100, 200], 30, 0, 600)).toEqual([300, 100, 200]);
  });

  it("moves two that collide by the same distance", () => {
    expect(spreadRows([100, 110], 30, 0, 600)).toEqual([90, 120]);
  });

  it("keeps rows inside at both ends", () => {
    expect(spreadRows([0, 0, 600], 30, 0, 600)).toEqual([15, 45, 585]);
  });

  it("lets a group push the next one along", () => {
    expect(spreadRows([100, 100, 100, 150], 30, 0, 600)).toEqual([67.5, 97.5, 127.5, 157.5]);
  });

  it("never overlaps, never leaves the room and keeps the order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 650 }), { minLength: 1, maxLength: 18 }), (wishes) => {
        const rows = spreadRows(wishes, 33, 0, 600);
        const sorted = [...rows].sort((a, b) => a - b);
        for (const [at, row] of sorted.entries()) {
          expect(row).toBeGreaterThanOrEqual(16.5 - 1e-6);
          expect(row).toBeLessThanOrEqual(583.5 + 1e-6);
          if (at > 0) expect(row - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(33 - 1e-6);
        }
        for (const [a, wishA] of wishes.entries()) {
          for (const [b, wishB] of wishes.entries()) {
            if (wishA < wishB) expect(rows[a]).toBeLessThan(rows[b] ?? 0);
          }
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
