import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";

function bench(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "src/cli/bench.ts", ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

const parsed = (out: string) => JSON.parse(out) as Record<string, number | string>;

describe("the bench command", () => {
  it("gives its figures as one JSON line", async () => {
    const report = parsed((await bench("detect", "--candles", "1000", "--json")).out);
    expect(report).toMatchObject({ name: "detect", candles: 1000, kinds: 20, without: "smt-divergence" });
    expect(report.events).toBeGreaterThan(1000);
    expect(Object.keys(report)).toEqual(expect.arrayContaining(["medianMs", "p95Ms", "rssMb"]));
  }, 60_000);

  it("follows five timeframes candle by candle", async () => {
    const report = parsed((await bench("candle", "--candles", "1000", "--json")).out);
    expect(report).toMatchObject({ name: "candle", timeframes: 5 });
    expect(report.p99Micros).toBeGreaterThan(0);
  }, 60_000);

  it("measures taps and commands of twenty people, and the heap over a flood", async () => {
    const report = parsed((await bench("taps", "--updates", "1000", "--json")).out);
    expect(report).toMatchObject({ name: "taps", users: 20, commands: 300, taps: 300, updates: 1000 });
    expect(String(report.heapMb).split(" ")).toHaveLength(5);
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(["commandP99Ms", "tapP99Ms", "updatesPerSecond", "heapSlopeMbFor100k"]),
    );
  }, 180_000);

  it("loses no tap of a storm, has one winner for each trade and tells nobody what is not so", async () => {
    const report = parsed((await bench("storm", "--taps", "400", "--json")).out);
    expect(report).toMatchObject({
      name: "storm",
      users: 40,
      trades: 2,
      taps: 400,
      answered: 400,
      toldApproved: 2,
      toldTooLate: 78,
      toldUsedUp: 320,
      untrue: 0,
      approved: 2,
      approvedTwice: 0,
      otherWinner: 0,
      lost: 0,
    });
    expect(report.inFlight).toBeGreaterThan(50);
  }, 180_000);

  it("sends no entry twice and calls none lost that arrived, by the journal of the exchange", async () => {
    const report = parsed((await bench("submits", "--symbols", "6", "--trades", "6", "--json")).out);
    expect(report).toMatchObject({
      name: "submits",
      submits: 6,
      unknown: 6,
      arrived: 5,
      duplicates: 0,
      falseRejections: 0,
      unsettled: 0,
      left: 0,
    });
    expect(report["never-arrivedP99Ms"]).toBeGreaterThan(14_000);
  }, 180_000);

  it("ends with exit code 2 and names the benchmarks when there is none of that name", async () => {
    const { code, err } = await bench("speed");
    expect(code).toBe(2);
    expect(err).toContain(
      "detect, candle, chart, live, loop, ledger, protect, redis-back, restart, scan, storm, submits, tap, taps",
    );
  });
});
