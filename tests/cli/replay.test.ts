import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STRATEGY_NAMES } from "../../src/engine/strategy/registry.ts";
import { sampleCandles, writeCsv } from "../desk/sample-file.ts";
import { testRedisBinary } from "../redis/test-redis.ts";

const dir = mkdtempSync(join(tmpdir(), "killzone-replay-test-"));
const file = join(dir, "btc.csv");
let binary: string;

beforeAll(async () => {
  binary = await testRedisBinary();
  writeCsv(file, await sampleCandles(400));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function replay(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const argv = ["--import", "tsx", "src/cli/replay.ts", ...args, "--symbol", "BTC/USDT", "--timeframe", "5m"];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      argv,
      { env: { ...process.env, REDIS_SERVER_BIN: binary } },
      (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

describe("the replay command", () => {
  it("ends with one JSON line, and gives the same numbers on a second run", async () => {
    const runs = [await replay(file, "--json"), await replay(file, "--json")];
    const [first, second] = runs.map(
      ({ out }) => JSON.parse(out.trim().split("\n").at(-1) ?? "") as Record<string, number>,
    );
    expect(Object.keys(first ?? {})).toEqual(
      "candles detections signals denied proposed approved filled closed wins losses netR netPnl maxDrawdownPercent cards charts elapsedMs".split(
        " ",
      ),
    );
    expect({ ...first, elapsedMs: 0 }).toEqual({ ...second, elapsedMs: 0 });
    expect(first).toMatchObject({ candles: 400, approved: first?.proposed });
    expect(first?.proposed).toBeGreaterThan(0);
  }, 180_000);

  it("trades nothing without an approval", async () => {
    const { out } = await replay(file, "--approve", "none", "--json");
    expect(JSON.parse(out.trim())).toMatchObject({ approved: 0, filled: 0, closed: 0, netPnl: 0 });
  }, 120_000);

  it("tells what each strategy gives alone, without the desk", async () => {
    const { code, out } = await replay(file, "--setups", "--json");
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, number>);
    expect(code).toBe(0);
    expect(lines.map(({ strategy }) => strategy)).toEqual(STRATEGY_NAMES);
    expect(lines[0]?.signals).toBeGreaterThan(0);
    for (const { filled, wins = 0, losses = 0, running = 0 } of lines)
      expect(filled).toBe(wins + losses + running);
    const { out: table } = await replay(file, "--setups");
    expect(table.split("\n")[0]).toBe(
      "| strategy | signals | filled | wins | losses | running | win % | net R | after costs |",
    );
    const refused = await replay(file, "--setups", "--charts", dir);
    expect([refused.code, refused.err]).toEqual([2, "--setups draws no charts: leave out --charts\n"]);
  }, 120_000);

  it("ends with exit code 2 and names the fault of a file without a usable row", async () => {
    const bad = join(dir, "bad.csv");
    writeFileSync(bad, "timestamp,open,high,low,close,volume\n1,2,1,3,2,5\n");
    const { code, err } = await replay(bad, "--json");
    expect(code).toBe(2);
    expect(err).toContain("line 2");
  }, 60_000);
});
