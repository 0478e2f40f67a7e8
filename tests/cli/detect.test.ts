import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aggregateCandles } from "../../src/engine/candles/aggregate.ts";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { detectorSettingsSchema } from "../../src/engine/detect/registry.ts";
import { detectCandles } from "../../src/engine/model/detect-candles.ts";
import { companionOf } from "../engine/detect/companion.ts";
import { generatedCandles } from "../engine/detect/generated-candles.ts";

const candles = generatedCandles(21, 600, 900_000);

let folder = "";
let csv = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "detect-"));
  csv = file("candles.csv", ["timestamp,open,high,low,close,volume", ...candles.map(rowOf)]);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function rowOf({ openTime, open, high, low, close, volume }: Candle): string {
  return [openTime, open, high, low, close, volume].join(",");
}

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
}

function detect(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const argv = ["--import", "tsx", "src/cli/detect.ts", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, argv, { maxBuffer: 1 << 28 }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

function linesOf(text: string): unknown[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("the detect command", () => {
  it("writes every event as a line of the file and a summary to standard error", async () => {
    const out = join(folder, "events.jsonl");
    const result = await detect(csv, "--timeframe", "15m", "--out", out);
    const expected = detectCandles(candles, "15m", detectorSettingsSchema.parse({}));
    expect(linesOf(readFileSync(out, "utf8"))).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(result).toEqual({ code: 0, out: "", err: `600 rows, 600 candles, ${expected.length} events\n` });
  });

  it("writes to standard output without --out, byte for byte the same on a second run", async () => {
    const [one, other] = await Promise.all([
      detect(csv, "--timeframe", "1h"),
      detect(csv, "--timeframe", "1h"),
    ]);
    expect(linesOf(one.out).length).toBeGreaterThan(50);
    expect(other).toEqual(one);
  });

  it("obeys the settings file", async () => {
    const settings = file("settings.json", ['{"detectors":{"session":{"enabled":false}}}']);
    const { out } = await detect(csv, "--timeframe", "15m", "--settings", settings);
    const kinds = new Set(linesOf(out).map((event) => (event as { kind: string }).kind));
    expect(kinds.has("session")).toBe(false);
    expect(kinds.has("fair-value-gap")).toBe(true);
  });

  it("names the path of an unknown key and ends with exit code 2", async () => {
    const settings = file("wrong.json", ['{"detectors":{"swing":{"leyers":[]}}}']);
    const result = await detect(csv, "--timeframe", "15m", "--settings", settings);
    expect(result.code).toBe(2);
    expect(result.err).toContain("detectors.swing.leyers: unknown key");
  });

  it("looks for divergences from the second file", async () => {
    const twins = companionOf(candles);
    const second = file("twins.csv", ["timestamp,open,high,low,close,volume", ...twins.map(rowOf)]);
    const { code, out, err } = await detect(csv, "--timeframe", "15m", "--with", second);
    const expected = detectCandles(candles, "15m", detectorSettingsSchema.parse({}), twins);
    expect(expected.some(({ kind }) => kind === "smt-divergence")).toBe(true);
    expect(linesOf(out)).toEqual(JSON.parse(JSON.stringify(expected)));
    expect([code, err]).toEqual([
      0,
      `600 rows, 600 candles, ${expected.length} events\nwith ${twins.length} rows\n`,
    ]);
  });

  it("puts the candles of both files together first", async () => {
    const second = file("slow.csv", readFileSync(csv, "utf8").split("\n"));
    const { code, err } = await detect(csv, "--timeframe", "1h", "--with", second, "--out", "/dev/null");
    expect(code).toBe(0);
    expect(err).toMatch(/^600 rows, 1\d\d candles, \d+ events\nwith 600 rows\n$/);
  });

  it.each([
    ["is not there", "missing.csv", "missing.csv: "],
    ["is too coarse", "hours.csv", "hours.csv holds 1h candles"],
  ])("ends with exit code 2 when the second file %s", async (_, name, message) => {
    const hours = aggregateCandles(candles, "15m", "1h");
    file("hours.csv", ["timestamp,open,high,low,close,volume", ...hours.map(rowOf)]);
    const result = await detect(csv, "--timeframe", "15m", "--with", join(folder, name));
    expect([result.code, result.out]).toEqual([2, ""]);
    expect(result.err).toContain(message);
  });

  it("counts rows it leaves out and names the first", async () => {
    const lines = readFileSync(csv, "utf8").split("\n");
    const path = file("bad.csv", [...lines.slice(0, 3), "1,2,3", ...lines.slice(3, 50), "x,1,1,1,1,1"]);
    const { code, err } = await detect(path, "--timeframe", "15m");
    expect(code).toBe(0);
    expect(err).toMatch(
      /^51 rows, 49 candles, \d+ events, 2 rows left out, the first is line 4: value-missing\n$/,
    );
  });

  it.each([
    ["no usable row", ["timestamp,open,high,low,close,volume", "1,1,0,1,1,1"], "high-below-low"],
    ["missing columns", ["timestamp,open", "1,1"], "high, low, close, volume"],
    ["nothing in it", [""], "lacks the columns timestamp, open"],
  ])("ends with exit code 2 for a file with %s", async (_, lines, reason) => {
    const result = await detect(file("empty.csv", lines), "--timeframe", "15m");
    expect(result.code).toBe(2);
    expect(result.err).toContain(reason);
  });

  it.each([
    ["no file", ["--timeframe", "15m"]],
    ["an unknown option", ["x.csv", "--timeframe", "15m", "--colour", "red"]],
    ["an unknown timeframe", ["x.csv", "--timeframe", "7m"]],
    ["a file that is not there", ["x.csv", "--timeframe", "15m"]],
  ])("ends with exit code 2 for %s", async (_, args) => {
    const result = await detect(...args);
    expect([result.code, result.out]).toEqual([2, ""]);
    expect(result.err).not.toContain("    at ");
  });

  it("refuses a timeframe finer than the file", async () => {
    const result = await detect(csv, "--timeframe", "5m");
    expect([result.code, result.out]).toEqual([2, ""]);
    expect(result.err).toContain("holds 15m candles, which do not make whole 5m candles");
  });

  it.skipIf(!existsSync("../shared/market/ALTBTC-1m.csv"))("puts real candles together first", async () => {
    const { code, err } = await detect(
      "../shared/market/ALTBTC-1m.csv",
      "--timeframe",
      "15m",
      "--out",
      "/dev/null",
    );
    expect(code).toBe(0);
    expect(err).toMatch(/^13681 rows, 9\d\d candles, \d+ events\n$/);
  });
});
