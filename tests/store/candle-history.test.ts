import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backfillHistory } from "../../src/cli/backfill-history.ts";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { candleGaps } from "../../src/engine/candles/candle-gaps.ts";
import { CandleHistory } from "../../src/store/candle-history.ts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 31, 23, 0);
const OF = { market: "binanceusdm", symbol: "BTC/USDT", timeframe: "1m" } as const;

let dir: string;
let history: CandleHistory;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "kz-history-"));
  history = new CandleHistory(dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function candle(minute: number, close = 100 + minute / 7): Candle {
  return { openTime: START + minute * MINUTE, open: 100, high: 1000, low: 0.1, close, volume: minute };
}

const minutes = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, index) => candle(from + index));

describe("history files", () => {
  it("give back what was put in, bit for bit, one file a month", async () => {
    await history.add(OF, minutes(0, 120));
    expect(await history.months(OF)).toEqual(["2026-01", "2026-02"]);
    expect(await history.read(OF, "2026-01")).toEqual(minutes(0, 60));
    expect(await history.read(OF, "2026-02")).toEqual(minutes(60, 120));
    expect(readdirSync(join(dir, "binanceusdm", "BTC-USDT", "1m"))).toEqual([
      "2026-01.parquet",
      "2026-02.parquet",
    ]);
  });

  it("are Parquet for every program that reads it", async () => {
    await history.add(OF, minutes(0, 1));
    const bytes = readFileSync(join(dir, "binanceusdm", "BTC-USDT", "1m", "2026-01.parquet"));
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(["PAR1", "PAR1"]);
  });

  it("join what comes later in the order of time; the newer of two of one time stays", async () => {
    await history.add(OF, [candle(5), candle(1)]);
    await history.add(OF, [candle(3), candle(5, 7)]);
    expect(await history.read(OF, "2026-01")).toEqual([candle(1), candle(3), candle(5, 7)]);
  });

  it("hold nothing where there is none, and name a file that is not theirs", async () => {
    expect(await history.read(OF, "2026-01")).toEqual([]);
    await history.add(OF, minutes(0, 1));
    writeFileSync(join(dir, "binanceusdm", "BTC-USDT", "1m", "2026-01.parquet"), "no parquet at all");
    await expect(history.read(OF, "2026-01")).rejects.toMatchObject({ code: "file-unreadable" });
  });

  it("drop whole months that are too old", async () => {
    await history.add(OF, minutes(0, 120));
    expect(await history.dropBefore(OF, START + 90 * MINUTE)).toBe(1);
    expect(await history.months(OF)).toEqual(["2026-02"]);
  });

  it("never lie outside of their folder", async () => {
    await history.add({ ...OF, symbol: "../../X" }, minutes(0, 1));
    expect(readdirSync(join(dir, "binanceusdm"))).toEqual(["-..-X"]);
  });
});

describe("gaps of candles", () => {
  it("are the holes between, before and after", () => {
    const found = candleGaps([candle(2), candle(3), candle(6)], "1m", START, START + 8 * MINUTE, () => true);
    expect(found.map(({ fromMs, missing }) => [(fromMs - START) / MINUTE, missing])).toEqual([
      [0, 2],
      [4, 2],
      [7, 1],
    ]);
  });

  it("are none while the market rests", () => {
    const isOpen = (at: number) => at < START + 3 * MINUTE;
    expect(candleGaps(minutes(0, 3), "1m", START, START + 60 * MINUTE, isOpen)).toEqual([]);
  });
});

/** A market with all minutes of an hour but some; it breaks after so many pages. */
function market(holes: readonly number[], bad: readonly number[] = [], pages = Number.POSITIVE_INFINITY) {
  const asked: number[] = [];
  return {
    asked,
    history: async (_symbol: string, _timeframe: string, since: number, limit: number) => {
      if (asked.length >= pages) throw new Error("cut off");
      asked.push((since - START) / MINUTE);
      return minutes(0, 60)
        .filter(({ openTime }) => openTime >= since && !holes.includes((openTime - START) / MINUTE))
        .map((each) => (bad.includes((each.openTime - START) / MINUTE) ? { ...each, high: 1 } : each))
        .slice(0, Math.min(limit, 20));
    },
  };
}

function fill(source: ReturnType<typeof market>) {
  const progress: number[] = [];
  const report = backfillHistory({
    history,
    market: source,
    of: OF,
    fromMs: START,
    toMs: START + 60 * MINUTE,
    isOpen: () => true,
    quarantineFile: join(dir, "quarantine.jsonl"),
    onProgress: (done) => progress.push(done),
  });
  return { report, progress };
}

describe("a backfill", () => {
  it("fetches page by page, and tells how far it is and what is missing", async () => {
    const { report, progress } = fill(market([30, 31]));
    expect(await report).toEqual({
      known: 0,
      added: 58,
      quarantined: 0,
      gaps: [{ fromMs: START + 30 * MINUTE, toMs: START + 32 * MINUTE, missing: 2 }],
    });
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it("goes on where it was cut off, and asks for nothing that is there", async () => {
    await expect(fill(market([], [], 2)).report).rejects.toThrow("cut off");
    const second = market([]);
    expect(await fill(second).report).toMatchObject({ known: 40, added: 20, gaps: [] });
    expect(second.asked).toEqual([40]);
    const third = market([]);
    expect(await fill(third).report).toMatchObject({ known: 60, added: 0, gaps: [] });
    expect(third.asked).toEqual([]);
  });

  it("puts candles that cannot be aside, with the reason", async () => {
    expect(await fill(market([], [7])).report).toMatchObject({ added: 59, quarantined: 1 });
    const line = JSON.parse(readFileSync(join(dir, "quarantine.jsonl"), "utf8")) as object;
    expect(line).toMatchObject({ symbol: "BTC/USDT", openTime: START + 7 * MINUTE });
    expect(line).toHaveProperty("fault", "open-outside-range");
  });
});
