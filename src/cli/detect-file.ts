import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Writable } from "node:stream";
import { z } from "zod";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import type { Detection } from "../engine/detect/detection.ts";
import { type DetectorSettings, detectorSettingsSchema } from "../engine/detect/registry.ts";
import { DeskError } from "../engine/errors.ts";
import { runDetectors } from "../engine/model/detect-candles.ts";
import { candlesAt } from "../exchange/candles-at.ts";
import { type CsvCandles, readCandlesCsv } from "../exchange/csv-file.ts";

export interface DetectFileOptions {
  readonly file: string;
  readonly timeframe: Timeframe;
  /** JSON file with the `detectors` part of the live settings; unset, every default holds. */
  readonly settings?: string | undefined;
  /** A second candle file, of a market that moves together with the first, for divergences. */
  readonly with?: string | undefined;
  readonly out: Writable;
}

export interface DetectFileResult {
  readonly read: CsvCandles;
  /** Candles of the timeframe that were looked at. */
  readonly candles: number;
  readonly events: number;
  /** What was read of the second file, if there is one. */
  readonly second: CsvCandles | undefined;
}

const settingsFileSchema = z.strictObject({ detectors: detectorSettingsSchema.prefault({}) });

/** Lines that are joined before they are written. */
const LINES_PER_WRITE = 2000;

/**
 * Writes every event of a candle file to `out` as JSON Lines, ordered by when it became known. Candles finer
 * than the timeframe are put together first.
 *
 * Throws `DeskError`: `file-unreadable`, `file-without-candles`, or `settings-invalid` with the paths at fault.
 */
export async function detectFile(options: DetectFileOptions): Promise<DetectFileResult> {
  const settings = await readDetectorSettings(options.settings);
  const read = await readCandlesCsv(options.file);
  const candles = candlesAt(options.timeframe, read.candles, options.file);
  const second = options.with === undefined ? undefined : await readCandlesCsv(options.with);
  const companion = second && candlesAt(options.timeframe, second.candles, options.with ?? "");
  const engine = runDetectors(candles, options.timeframe, settings, companion);
  await writeLines(engine.detections(), options.out);
  return { read, candles: candles.length, events: engine.log.length, second };
}

async function readDetectorSettings(file: string | undefined): Promise<DetectorSettings> {
  if (file === undefined) return detectorSettingsSchema.parse({});
  const result = settingsFileSchema.safeParse(await readJson(file));
  if (result.success) return result.data.detectors;
  throw new DeskError("settings-invalid", {
    file,
    faults: result.error.issues.flatMap((issue) => faultsOf(issue)).join("; "),
  });
}

/** An unknown key is named with its whole path, not only with that of the object it stands in. */
function faultsOf(issue: z.core.$ZodIssue): string[] {
  const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
  if (keys.length > 0) return keys.map((key) => `${[...issue.path, key].join(".")}: unknown key`);
  return [`${issue.path.join(".")}: ${issue.message}`];
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DeskError("file-unreadable", { file, reason }, { cause });
  }
}

async function writeLines(detections: Iterable<Detection>, out: Writable): Promise<void> {
  let lines: string[] = [];
  for (const detection of detections) {
    lines.push(JSON.stringify(detection), "\n");
    if (lines.length < LINES_PER_WRITE) continue;
    await write(out, lines.join(""));
    lines = [];
  }
  await write(out, lines.join(""));
}

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, "drain");
}

/** A file to write to; throws `DeskError` `file-unreadable` when it cannot be made. */
export async function openOutput(path: string): Promise<Writable> {
  const out = createWriteStream(path);
  try {
    await once(out, "open");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DeskError("file-unreadable", { file: path, reason }, { cause });
  }
  return out;
}
