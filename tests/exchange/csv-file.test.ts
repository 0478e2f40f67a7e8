import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCandlesCsv } from "../../src/exchange/csv-file.ts";

const HEADER = "timestamp,open,high,low,close,volume";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "csv-file-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(...lines: string[]): string {
  const path = join(folder, "candles.csv");
  writeFileSync(path, lines.join("\n"));
  return path;
}

describe("readCandlesCsv", () => {
  it("reads candles with exact numbers", async () => {
    expect(await readCandlesCsv(file(HEADER, "0,1.1,1.3,1e0,1.2,5", "60000,1.2,1.2,1.2,1.2,0", ""))).toEqual({
      candles: [
        { openTime: 0, open: 1.1, high: 1.3, low: 1, close: 1.2, volume: 5 },
        { openTime: 60_000, open: 1.2, high: 1.2, low: 1.2, close: 1.2, volume: 0 },
      ],
      rows: 2,
      quarantined: 0,
    });
  });

  it("finds columns by name in any order, with a byte order mark, quotes, spaces and CRLF", async () => {
    const path = file(
      '\uFEFF"Close",note,low,HIGH, open ,timestamp,volume\r',
      '"2",x,1,"3",1.5,60000,7\r',
      "\r",
    );
    expect(await readCandlesCsv(path)).toEqual({
      candles: [{ openTime: 60_000, open: 1.5, high: 3, low: 1, close: 2, volume: 7 }],
      rows: 1,
      quarantined: 0,
    });
  });

  it.each([
    ["60000,NaN,3,1,2,1", "not-a-number"],
    ["60000,Infinity,3,1,2,1", "not-a-number"],
    ["60000,1e309,3,1,2,1", "not-a-number"],
    ["60000,0x1,3,1,2,1", "not-a-number"],
    ["60000,abc,3,1,2,1", "not-a-number"],
    ['60000,"1.5,3,1,2,1', "not-a-number"],
    ["60000,,3,1,2,1", "value-missing"],
    ["60000,1,3,1,2", "value-missing"],
    ["2024-01-01,1,3,1,2,1", "not-a-number"],
    ["60000,1,1,3,2,1", "high-below-low"],
    ["60000,9,3,1,2,1", "open-outside-range"],
    ["60000,2,3,1,9,1", "close-outside-range"],
    ["60000,2,3,1,2,-1", "volume-negative"],
    ["0,2,3,1,2,1", "time-duplicate"],
    ["-60000,2,3,1,2,1", "time-falling"],
    ["60000.5,2,3,1,2,1", "time-not-whole"],
  ])("leaves out and names the row %s: %s", async (row, reason) => {
    const read = await readCandlesCsv(
      file(HEADER, "0,2,3,1,2,1", "", row, "120000,2,3,1,2,1", "180000,x,,,,"),
    );
    expect(read.candles.map(({ openTime }) => openTime)).toEqual([0, 120_000]);
    expect(read).toMatchObject({ rows: 4, quarantined: 2, firstFault: { line: 4, reason } });
  });

  it("reads a file with the newest candle first from its end, and names lines as they stand in it", async () => {
    const { candles, quarantined, firstFault } = await readCandlesCsv(
      file(HEADER, "120000,1,1,1,1,0", "60000,1,1,2,1,0", "0,1,1,1,1,0"),
    );
    expect(candles.map(({ openTime }) => openTime)).toEqual([0, 120_000]);
    expect({ quarantined, line: firstFault?.line }).toEqual({ quarantined: 1, line: 3 });
  });

  it("refuses a file without a usable row and names the first fault", async () => {
    await expect(readCandlesCsv(file(HEADER, "0,1,3,4,2,1", "x"))).rejects.toMatchObject({
      code: "file-without-candles",
      args: { rows: 2, reason: "high-below-low", line: 2 },
    });
    await expect(readCandlesCsv(file(HEADER))).rejects.toMatchObject({
      args: { rows: 0, reason: "no-rows" },
    });
  });

  it("refuses a file without the columns and names them", async () => {
    await expect(readCandlesCsv(file("timestamp,open,high", "0,1,2"))).rejects.toMatchObject({
      code: "file-without-candles",
      args: { reason: "columns-missing", columns: "low, close, volume" },
    });
    await expect(readCandlesCsv(file(""))).rejects.toMatchObject({ code: "file-without-candles" });
  });

  it("refuses a file that cannot be read", async () => {
    await expect(readCandlesCsv(join(folder, "none.csv"))).rejects.toMatchObject({
      code: "file-unreadable",
      args: { reason: "ENOENT" },
    });
    await expect(readCandlesCsv(folder)).rejects.toMatchObject({ code: "file-unreadable" });
  });
});
