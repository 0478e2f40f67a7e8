import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { runCampaign } from "../../src/cli/faults/campaign.ts";
import type { FaultReport } from "../../src/cli/faults/fault-report.ts";
import { type ScenarioName, scenarioOf } from "../../src/cli/faults/scenarios.ts";

const redisBinary = process.env.REDIS_SERVER_BIN ?? "redis-server";

function faults(...args: string[]): ChildProcess {
  const entry = ["--import", "tsx", "src/cli/faults.ts", "--processes", "0", "--live", "0", "--json"];
  return spawn(process.execPath, [...entry, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; report: FaultReport }> {
  let out = "";
  child.stdout?.on("data", (text) => {
    out += text;
  });
  const [code] = await once(child, "close");
  return { code, report: JSON.parse(out) };
}

/** A story whose course no disk and no server can change: what is counted then follows from the seed alone. */
function isFixed(name: ScenarioName): boolean {
  const { cuts, middle } = scenarioOf(name);
  return cuts === undefined && !middle?.startsWith("redis") && middle !== "disk-full";
}

describe("a campaign of faults", () => {
  it("plays the same runs of the same seeds, however many processes share them", async () => {
    const played = async (jobs: number) => {
      const stories = new Map<number, object>();
      await runCampaign({
        ...{ runs: 14, seed: 40, jobs, processes: 0, live: 0, exchange: "binanceusdm", redisBinary },
        onRun: (seed, { scenario, entries, fills, details }) =>
          stories.set(seed, isFixed(scenario) ? { scenario, entries, fills, details } : { scenario }),
      });
      return [...stories].sort(([one], [other]) => one - other);
    };
    const alone = await played(1);
    expect(alone).toHaveLength(14);
    expect(alone.filter(([, story]) => "fills" in story).length).toBeGreaterThan(3);
    expect(await played(2)).toEqual(alone);
  }, 180_000);

  it("tells what it found when it is ended by a signal, with exit code 3", async () => {
    const child = faults("--runs", "100000", "--jobs", "1");
    const ending = ended(child);
    for await (const line of createInterface({ input: child.stderr ?? process.stdin })) {
      if (line.includes("of 100000 runs, 0 failed")) break;
    }
    child.kill("SIGTERM");
    const { code, report } = await ending;
    expect(code).toBe(3);
    expect(report.runs).toBeGreaterThanOrEqual(1);
    expect(report.runs).toBeLessThan(100_000);
    expect(report).toMatchObject({ lost: 0, duplicates: 0, unapproved: 0, unprotected: 0, failedSeeds: [] });
  }, 180_000);

  it("ends after its minutes with exit code 0 and every figure of the runs it finished", async () => {
    const { code, report } = await ended(faults("--minutes", "0.4", "--jobs", "2"));
    expect(code).toBe(0);
    expect(report.runs).toBeGreaterThanOrEqual(1);
    expect(Object.keys(report)).toEqual([
      ...["runs", "lost", "duplicates", "unapproved", "unprotected", "ledgerMismatch", "auditBroken"],
      ...["falseCards", "worstRecoveryMs", "processRuns", "liveRuns", "kills", "entries", "fills"],
      ...["minutes", "runsPerMinute", "failedSeeds"],
    ]);
  }, 180_000);

  it("says that its processes do not start instead of counting runs", async () => {
    const runs = runCampaign({
      ...{
        runs: 3,
        seed: 1,
        jobs: 1,
        processes: 0,
        live: 0,
        exchange: "binanceusdm",
        redisBinary: "/nowhere/redis-server",
      },
      onRun: () => undefined,
    });
    await expect(runs).rejects.toThrow("a process of the campaign did not start");
  }, 60_000);
});
