import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Candle } from "../engine/candles/candle.ts";
import { type CandleFault, candleFault } from "../engine/candles/candle-check.ts";
import { DeskError } from "../engine/errors.ts";

/** Column names a candle file must have; others are ignored, the order is free. */
export const CSV_COLUMNS = ["timestamp", "open", "high", "low", "close", "volume"] as const;

export interface CsvFault {
  /** Line in the file, the header is line 1. */
  readonly line: number;
  readonly reason: CandleFault | "value-missing";
}

export interface CsvCandles {
  /** Usable candles, open times strictly rising; at least one. */
  readonly candles: Candle[];
  /** Rows below the header, blank lines not counted. */
  readonly rows: number;
  /** Rows left out because they are unusable. */
  readonly quarantined: number;
  readonly firstFault?: CsvFault;
}

/**
 * Reads candles from a CSV file with a header naming `timestamp` (open time, epoch ms UTC), `open`, `high`,
 * `low`, `close` and `volume`. A row that is no usable candle is left out and counted. A file whose last row is
 * older than its first is read from its end, as many sources write the newest candle first.
 *
 * Throws `DeskError`: `file-unreadable` when the file cannot be read as text rows, `file-without-candles` when
 * columns are missing or no row is usable; `args.reason` (and `line`) name the first fault.
 */
export async function readCandlesCsv(path: string): Promise<CsvCandles> {
  const [header = [], ...records] = recordsOf(path, await textOf(path));
  const result = candlesOf(records, columnPositions(path, header));
  if (result.candles.length > 0) return result;
  const { reason = "no-rows", line = 1 } = result.firstFault ?? {};
  throw new DeskError("file-without-candles", { file: path, rows: result.rows, reason, line });
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    throw new DeskError("file-unreadable", { file: path, reason }, { cause });
  }
}

/** One record for each line of the file: quoting is off, so that a stray quote spoils one row and no more. */
function recordsOf(path: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, quote: null, relax_column_count: true, skip_empty_lines: false });
  } catch (cause) {
    throw new DeskError("file-unreadable", { file: path, reason: "not-csv" }, { cause });
  }
}

function columnPositions(path: string, header: readonly string[]): number[] {
  const names = header.map((name) => unquoted(name).toLowerCase());
  const missing = CSV_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const reason = "columns-missing";
    throw new DeskError("file-without-candles", { file: path, reason, columns: missing.join(", "), line: 1 });
  }
  return CSV_COLUMNS.map((column) => names.indexOf(column));
}

function candlesOf(records: readonly string[][], positions: readonly number[]): CsvCandles {
  const candles: Candle[] = [];
  let rows = 0;
  let firstFault: CsvFault | undefined;
  let previousOpenTime = Number.NEGATIVE_INFINITY;
  for (const { row, record } of oldestFirst(filledRows(records), positions)) {
    rows += 1;
    const candle = candleOf(record, positions);
    const reason = candle === undefined ? "value-missing" : candleFault(candle, previousOpenTime);
    if (candle !== undefined && reason === undefined) {
      candles.push(candle);
      previousOpenTime = candle.openTime;
    } else if (reason !== undefined) {
      firstFault ??= { line: row + 2, reason };
    }
  }
  const quarantined = rows - candles.length;
  return firstFault === undefined
    ? { candles, rows, quarantined }
    : { candles, rows, quarantined, firstFault };
}

interface Row {
  /** Place below the header, from 0, blank lines counted. */
  readonly row: number;
  readonly record: readonly string[];
}

function filledRows(records: readonly string[][]): Row[] {
  return records
    .map((record, row) => ({ row, record }))
    .filter(({ record }) => record.length > 1 || unquoted(record[0] ?? "") !== "");
}

function oldestFirst(rows: Row[], [timestamp = 0]: readonly number[]): Row[] {
  const first = numberOf(rows[0]?.record[timestamp]) ?? Number.NaN;
  const last = numberOf(rows.at(-1)?.record[timestamp]) ?? Number.NaN;
  return last < first ? rows.reverse() : rows;
}

/** The row as numbers (`NaN` where the text is none), or nothing when a value is missing. */
function candleOf(record: readonly string[], positions: readonly number[]): Candle | undefined {
  const [openTime, open, high, low, close, volume] = positions.map((position) => numberOf(record[position]));
  if (openTime === undefined || open === undefined || high === undefined) return undefined;
  if (low === undefined || close === undefined || volume === undefined) return undefined;
  return { openTime, open, high, low, close, volume };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function numberOf(text: string | undefined): number | undefined {
  const bare = unquoted(text ?? "");
  if (bare === "") return undefined;
  return NUMBER.test(bare) ? Number(bare) : Number.NaN;
}

function unquoted(text: string): string {
  const bare = text.trim();
  return bare.length >= 2 && bare.startsWith('"') && bare.endsWith('"') ? bare.slice(1, -1).trim() : bare;
}
