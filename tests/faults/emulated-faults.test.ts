import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmulatorProcess, startEmulatorProcess } from "../../src/cli/faults/emulator-process.ts";
import { type ScenarioName, scenarioOf } from "../../src/cli/faults/scenarios.ts";
import type { Exchange } from "../../src/engine/ports.ts";
import {
  belated,
  cancellingFirst,
  hasty,
  keepingTheFirstStop,
  pretending,
  QUICK,
  resending,
  withFaultBench,
} from "./fault-bench.ts";
import { testPromises } from "./venue-faults.ts";

const bench = withFaultBench();
let emulator: EmulatorProcess;
beforeAll(async () => {
  emulator = await startEmulatorProcess();
});
afterAll(() => emulator.stop());

describe("the desk at the emulated Binance under faults", () => {
  testPromises(bench, () => emulator, QUICK);

  it("does not send a target again that a person replaced before anybody knew whether it arrived", async () => {
    expect((await bench.play(100, "acts-exits-lost", { emulator })).details).toEqual([]);
  }, 180_000);

  it("has a fault for every fault of the runs in the process", () => {
    const names = QUICK.filter((name) => scenarioOf(name).faultOf !== undefined);
    expect(names.filter((name) => scenarioOf(name).emulated === undefined)).toEqual([]);
  });
});

describe("the harness over the emulator's journal", () => {
  async function found(only: ScenarioName, change: (exchange: Exchange) => Exchange, seeds = 3) {
    const outcomes = [];
    for (let seed = 1; seed <= seeds; seed += 1)
      outcomes.push(await bench.play(seed, only, { emulator, spawn: bench.careless(change) }));
    return outcomes.flatMap(({ details }) => details).map((detail) => detail.split(":")[0]);
  }

  it('finds a desk that takes the first "not found" for a proof', async () => {
    expect(await found("arrives-late", hasty)).toContain("lost");
  });

  it("finds a second entry that is sent when an answer is lost", async () => {
    expect(await found("answer-lost", resending)).toContain("duplicates");
  });

  it("finds a stop that was told to stand and does not", async () => {
    expect(await found("double-tap", pretending)).toContain("unprotected");
  });

  it("finds an entry that is sent after its process was blocked and another desk had given it up", async () => {
    expect(await found("blocked-taken-over", belated)).toContain("lost");
  }, 180_000);

  it("finds a stop that is taken away before the one in its place stands", async () => {
    expect(await found("acts", cancellingFirst)).toContain("unprotected");
  }, 180_000);

  it("finds a stop that was told to be moved and stands where it was", async () => {
    expect(await found("acts", keepingTheFirstStop)).toContain("unprotected");
  }, 180_000);
});
