import { once } from "node:events";
import { z } from "zod";
import { isTimeframe, TIMEFRAMES, type Timeframe } from "../engine/candles/timeframe.ts";
import { DeskError } from "../engine/errors.ts";
import type { CsvCandles } from "../exchange/csv-file.ts";
import { describeFault } from "../fault-text.ts";
import { parseArguments, UsageError } from "./arguments.ts";
import { type DetectFileOptions, type DetectFileResult, detectFile, openOutput } from "./detect-file.ts";

const USAGE =
  "detect FILE.csv --timeframe 15m [--with FILE2.csv] [--settings FILE.json] [--out events.jsonl]";

const optionsSchema = z.strictObject({
  timeframe: z.string("must be given").refine(isTimeframe, `must be one of ${TIMEFRAMES.join(", ")}`),
  with: z.string().min(1).optional(),
  settings: z.string().min(1).optional(),
  out: z.string().min(1).optional(),
});

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads the lines has seen enough, such as `head`.
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));

/** Gives the exit code: 0 done, 2 wrong arguments or settings or no usable candle. Other faults are thrown. */
async function main(argv: readonly string[]): Promise<number> {
  try {
    const { out, ...input } = readArguments(argv);
    process.stderr.write(`${summary(await run(input, out))}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof DeskError)) throw error;
    process.stderr.write(`${error instanceof DeskError ? describeFault(error) : error.message}\n`);
    return 2;
  }
}

async function run(
  input: Omit<DetectFileOptions, "out">,
  out: string | undefined,
): Promise<DetectFileResult> {
  if (out === undefined) return detectFile({ ...input, out: process.stdout });
  const file = await openOutput(out);
  const result = await detectFile({ ...input, out: file });
  file.end();
  await once(file, "close");
  return result;
}

function readArguments(argv: readonly string[]) {
  const { options, positionals } = parseArguments(argv, optionsSchema, []);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`name one file: ${USAGE}`);
  // The schema has just checked it; `refine` forgets the narrower type.
  return { ...options, file, timeframe: options.timeframe as Timeframe };
}

function summary({ read, candles, events, second }: DetectFileResult): string {
  const own = [`${read.rows} rows, ${candles} candles, ${events} events`, ...leftOut(read)];
  if (second === undefined) return own.join(", ");
  return `${own.join(", ")}\nwith ${[`${second.rows} rows`, ...leftOut(second)].join(", ")}`;
}

function leftOut({ quarantined, firstFault }: CsvCandles): string[] {
  if (firstFault === undefined) return [];
  return [`${quarantined} rows left out, the first is line ${firstFault.line}: ${firstFault.reason}`];
}
