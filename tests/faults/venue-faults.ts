import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmulatorProcess, startEmulatorProcess } from "../../src/cli/faults/emulator-process.ts";
import { isClean } from "../../src/cli/faults/fault-report.ts";
import type { ScenarioName } from "../../src/cli/faults/scenarios.ts";
import { deskSpawner } from "../../src/cli/faults/spawn-desk.ts";
import { hasty, withFaultBench } from "./fault-bench.ts";

/** Those in which the venue matters most; `npm run faults -- --exchange NAME` plays them all. */
const SCENARIOS = [
  "answer-lost",
  "answer-hangs",
  "answer-unclear",
  "arrives-late",
  "visible-late",
  "cancelled-in-part",
  "exits-lost",
  "stop-refused",
  "stop-cancelled-by-hand",
  "rate-limited",
  "clock-jump",
  "clock-far",
  "fills-reversed",
  "foreign-order",
  "kill-everything",
] as const satisfies readonly ScenarioName[];

/** Tests that a desk keeps every promise in these scenarios, and when its process is killed. */
export function testPromises(
  bench: ReturnType<typeof withFaultBench>,
  emulatorNow: () => EmulatorProcess,
  scenarios: readonly ScenarioName[],
): void {
  it.each(scenarios)(
    "keeps every promise in the scenario %s",
    async (only) => {
      const { details, findings } = await bench.play(3, only, { emulator: emulatorNow() });
      expect(details).toEqual([]);
      expect(isClean(findings)).toBe(true);
    },
    180_000,
  );

  it("keeps every promise when its process is killed for real", async () => {
    const spawn = deskSpawner(bench.redis.socketPath);
    const outcome = await bench.play(5, "kill", { emulator: emulatorNow(), spawn });
    expect(outcome.details).toEqual([]);
    expect(outcome.kills).toBeGreaterThan(0);
    expect(outcome.entries).toBeGreaterThan(0);
  }, 180_000);
}

/** A desk at an emulated venue of perpetuals; `exchange` is ccxt's name of it. */
export function describeVenueFaults(name: string, exchange: string): void {
  const bench = withFaultBench();
  let emulator: EmulatorProcess;
  beforeAll(async () => {
    emulator = await startEmulatorProcess(exchange);
  });
  afterAll(() => emulator.stop());

  describe(`the desk at the emulated ${name} under faults`, () => {
    testPromises(bench, () => emulator, SCENARIOS);

    it('finds a desk that takes the first "not found" for a proof', async () => {
      const details: string[] = [];
      for (let seed = 1; seed <= 3; seed += 1) {
        const played = await bench.play(seed, "arrives-late", { emulator, spawn: bench.careless(hasty) });
        details.push(...played.details);
      }
      expect(details.map((detail) => detail.split(":")[0])).toContain("lost");
    }, 180_000);
  });
}
