import { describe, expect, it } from "vitest";
import { isClean } from "../../src/cli/faults/fault-report.ts";
import { type ScenarioName, scenarioOf } from "../../src/cli/faults/scenarios.ts";
import { deskSpawner } from "../../src/cli/faults/spawn-desk.ts";
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

const bench = withFaultBench();

describe("the desk under faults", () => {
  const inProcess = QUICK.filter((name) => scenarioOf(name).venue === undefined);

  it.each(inProcess)("keeps every promise in the scenario %s", async (only) => {
    for (const seed of [1, 2]) {
      const { details, findings } = await bench.play(seed, only);
      expect(details).toEqual([]);
      expect(isClean(findings)).toBe(true);
    }
  });

  it("keeps every promise when its process is killed for real", async () => {
    const outcome = await bench.play(5, "kill", { spawn: deskSpawner(bench.redis.socketPath) });
    expect(outcome.details).toEqual([]);
    expect(outcome.kills).toBeGreaterThan(0);
    expect(outcome.entries).toBeGreaterThan(0);
  });

  it("keeps every promise when its process is blocked for real and another one takes over", async () => {
    const spawn = deskSpawner(bench.redis.socketPath);
    const outcome = await bench.play(19_116, "blocked-taken-over", { spawn });
    expect(outcome.details).toEqual([]);
  }, 180_000);
});

describe("the harness", () => {
  async function found(only: ScenarioName, change: (exchange: Exchange) => Exchange, seeds = 6) {
    const outcomes = [];
    for (let seed = 1; seed <= seeds; seed += 1)
      outcomes.push(await bench.play(seed, only, { spawn: bench.careless(change) }));
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
