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

  it("loses no tap and acts on none twice, counted at the server and in the ledger", async () => {
    const args = ["taps", "--taps", "200", "--updates", "1000", "--json"];
    const report = parsed((await bench(...args)).out);
    expect(report).toMatchObject({
      name: "taps",
      users: 20,
      commands: 300,
      taps: 300,
      stormTaps: 200,
      stormTrades: 2,
      stormAnswered: 200,
      stormApproved: 2,
      stormApprovedTwice: 0,
      stormLost: 0,
      updates: 1000,
    });
    expect(String(report.heapMb).split(" ")).toHaveLength(5);
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(["commandP99Ms", "tapP99Ms", "updatesPerSecond", "heapSlopeMbFor100k"]),
    );
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
      "detect, candle, chart, live, loop, ledger, protect, redis-back, restart, scan, submits, tap, taps",
    );
  });
});
