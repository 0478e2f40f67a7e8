import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { z } from "zod";
import type { Candle } from "../engine/candles/candle.ts";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import { DeskError } from "../engine/errors.ts";

const rowSchema = z.object({
  open_time: z.date(),
  open: z.number(),
  high: z.number(),
  low: z.number(),
  close: z.number(),
  volume: z.number(),
});

/** What a file holds: one symbol of one market. */
export interface HistoryOf {
  /** Name of the market, such as `binanceusdm`. */
  readonly market: string;
  readonly symbol: string;
  readonly timeframe: Timeframe;
}

/**
 * Candles of months gone by as Parquet, one file for each symbol, timeframe and month in UTC, so that other programs
 * can read them: `open_time` is a timestamp in ms, the rest are doubles. A month is replaced as a whole, never in part.
 */
export class CandleHistory {
  private readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  /** Months that are kept, such as `2026-03`, oldest first. */
  async months(of: HistoryOf): Promise<readonly string[]> {
    const names = await readdir(this.folder(of)).catch(absentIsEmpty);
    return names.flatMap((name) => /^(\d{4}-\d{2})\.parquet$/.exec(name)?.[1] ?? []).sort();
  }

  /** Candles of a month in rising order; none when there is no file. Throws `DeskError` `file-unreadable`. */
  async read(of: HistoryOf, month: string): Promise<Candle[]> {
    const path = this.path(of, month);
    const bytes = await readFile(path).catch(absentIsNothing);
    if (bytes === undefined) return [];
    try {
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      const rows = z.array(rowSchema).parse(await parquetReadObjects({ file }));
      return rows.map(({ open_time, ...prices }) => ({ openTime: open_time.getTime(), ...prices }));
    } catch (cause) {
      throw new DeskError("file-unreadable", { file: path, problem: "not a file of candles" }, { cause });
    }
  }

  /** Joins candles with those that are kept; of two with the same time the new one stays. */
  async add(of: HistoryOf, candles: readonly Candle[]): Promise<void> {
    const byMonth = new Map<string, Candle[]>();
    for (const candle of candles) {
      const month = monthOf(candle.openTime);
      byMonth.set(month, [...(byMonth.get(month) ?? []), candle]);
    }
    for (const [month, added] of byMonth) {
      const all = new Map((await this.read(of, month)).map((candle) => [candle.openTime, candle]));
      for (const candle of added) all.set(candle.openTime, candle);
      await this.write(
        of,
        month,
        [...all.values()].sort((one, other) => one.openTime - other.openTime),
      );
    }
  }

  /** Removes whole months before the one that holds the instant. Gives how many. */
  async dropBefore(of: HistoryOf, timeMs: number): Promise<number> {
    const old = (await this.months(of)).filter((month) => month < monthOf(timeMs));
    for (const month of old) await rm(this.path(of, month));
    return old.length;
  }

  private async write(of: HistoryOf, month: string, candles: readonly Candle[]): Promise<void> {
    await mkdir(this.folder(of), { recursive: true });
    const column = (name: keyof Candle) => ({
      name,
      data: Float64Array.from(candles, (candle) => candle[name]),
      type: "DOUBLE" as const,
      nullable: false,
    });
    const openTimes = candles.map(({ openTime }) => new Date(openTime));
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: "open_time", data: openTimes, type: "TIMESTAMP", nullable: false },
        ...(["open", "high", "low", "close", "volume"] as const).map(column),
      ],
    });
    const path = this.path(of, month);
    await writeFile(`${path}.new`, new Uint8Array(bytes));
    await rename(`${path}.new`, path);
  }

  private folder({ market, symbol, timeframe }: HistoryOf): string {
    return join(this.dir, fileName(market), fileName(symbol), timeframe);
  }

  private path(of: HistoryOf, month: string): string {
    return join(this.folder(of), `${month}.parquet`);
  }
}

/** The month of an instant in UTC, such as `2026-03`. */
export function monthOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 7);
}

/** `BTC/USDT:USDT` becomes `BTC-USDT-USDT`; nothing leads out of the folder. */
function fileName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9.]+/g, "-").replace(/^\.+/, "");
}

function absentIsEmpty(error: unknown): string[] {
  if (isAbsent(error)) return [];
  throw error;
}

function absentIsNothing(error: unknown): undefined {
  if (isAbsent(error)) return undefined;
  throw error;
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
