import { describe, expect, it } from "vitest";
import { createAcceleratedClock } from "../../../src/exchange/simulated/accelerated-clock.ts";
import { createManualClock } from "../manual-clock.ts";

function aClock(speed = 60) {
  const wall = createManualClock(5000);
  return { wall, clock: createAcceleratedClock({ startMs: 1_000_000, speed, wall }) };
}

describe("the accelerated clock", () => {
  it("stands still while no gate is open", () => {
    const { wall, clock } = aClock();
    wall.set(9000);
    expect(clock.now()).toBe(1_000_000);
  });

  it("runs at its speed up to what the gate allows", () => {
    const { wall, clock } = aClock();
    clock.openGate().allowUntil(1_060_000);
    wall.set(5500);
    expect(clock.now()).toBe(1_030_000);
    expect(clock.realMsUntil(1_060_000)).toBe(500);
    wall.set(7000);
    expect(clock.now()).toBe(1_060_000);
  });

  it("does not make up for the time it was held", () => {
    const { wall, clock } = aClock();
    const gate = clock.openGate();
    gate.allowUntil(1_060_000);
    wall.set(100_000);
    gate.allowUntil(1_120_000);
    expect(clock.now()).toBe(1_060_000);
    wall.set(100_100);
    expect(clock.now()).toBe(1_066_000);
  });

  it("is held by the slowest of its gates and stops when the last one closes", () => {
    const { wall, clock } = aClock();
    const slow = clock.openGate();
    const fast = clock.openGate();
    slow.allowUntil(1_010_000);
    fast.allowUntil(1_090_000);
    wall.set(6000);
    expect(clock.now()).toBe(1_010_000);
    slow.close();
    wall.set(7000);
    expect(clock.now()).toBe(1_070_000);
    fast.close();
    wall.set(9000);
    expect(clock.now()).toBe(1_070_000);
    fast.allowUntil(2_000_000);
    wall.set(10_000);
    expect(clock.now()).toBe(1_070_000);
  });

  it("never goes back when the wall does", () => {
    const { wall, clock } = aClock();
    clock.openGate().allowUntil(2_000_000);
    wall.set(5100);
    expect(clock.now()).toBe(1_006_000);
    wall.set(4000);
    expect(clock.now()).toBe(1_006_000);
  });

  it("refuses a speed that is not positive", () => {
    for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => aClock(speed)).toThrow(RangeError);
    }
  });
});
