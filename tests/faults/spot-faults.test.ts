import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmulatorProcess, startEmulatorProcess } from "../../src/cli/faults/emulator-process.ts";
import { isClean } from "../../src/cli/faults/fault-report.ts";
import type { ScenarioName } from "../../src/cli/faults/scenarios.ts";
import { withFaultBench } from "./fault-bench.ts";

const bench = withFaultBench();
let emulator: EmulatorProcess;
beforeAll(async () => {
  emulator = await startEmulatorProcess("binance");
});
afterAll(() => emulator.stop());

/**
 * Seeds that enter, in those in which it matters most that an exit locks what it sells;
 * `npm run faults -- --exchange binance` plays them all.
 */
const RUNS = [
  // The ledger forgot a stop that stands and locks everything.
  [57, "redis-emptied"],
  [64, "redis-log-cut"],
  [3, "visible-late"],
  [3, "cancelled-in-part"],
  [3, "stop-cancelled-by-hand"],
  [4, "kill-everything"],
] as const satisfies readonly (readonly [number, ScenarioName])[];

describe("the desk at the emulated Binance spot under faults", () => {
  it.each(RUNS)(
    "keeps every promise with seed %i in the scenario %s",
    async (seed, only) => {
      const { details, findings, entries } = await bench.play(seed, only, { emulator });
      expect(details).toEqual([]);
      expect(isClean(findings)).toBe(true);
      expect(entries).toBeGreaterThan(0);
    },
    180_000,
  );
});
