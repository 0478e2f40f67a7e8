import { availableParallelism } from "node:os";
import { z } from "zod";
import { describeFault } from "../fault-text.ts";
import { parseArguments, UsageError } from "./arguments.ts";
import { runCampaign } from "./faults/campaign.ts";
import { EMULATED_EXCHANGES } from "./faults/emulated-exchanges.ts";
import { isClean } from "./faults/fault-report.ts";
import { Progress } from "./faults/progress.ts";
import { isScenario, SCENARIOS } from "./faults/scenarios.ts";

const MAX_RUNS = 1_000_000;
const DEFAULT_RUNS = 100;

const optionsSchema = z.strictObject({
  runs: z.coerce.number().int().min(1).max(MAX_RUNS).optional(),
  minutes: z.coerce.number().positive().max(10_000).optional(),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 40)
    .default(1),
  only: z
    .string()
    .refine(isScenario, `one of ${Object.keys(SCENARIOS).join(" ")}`)
    .optional(),
  jobs: z.coerce.number().int().min(1).max(64).default(availableParallelism()),
  processes: z.coerce.number().min(0).max(1).default(0.06),
  live: z.coerce.number().min(0).max(1).default(0.5),
  exchange: z
    .string()
    .refine(
      (name) => Object.hasOwn(EMULATED_EXCHANGES, name),
      `one of ${Object.keys(EMULATED_EXCHANGES).join(" ")}`,
    )
    .default("binanceusdm"),
  json: z.boolean().default(false),
});

/** What ended the campaign before its last run. */
type Ending = "minutes" | "signal";

await main();

/**
 * Exit code 0: every promise held in all the runs, or in those of the given minutes; 1: one was broken; 2: the command
 * line was wrong; 3: a signal ended it early, and every promise held until then.
 */
async function main(): Promise<void> {
  try {
    const { options } = parseArguments(process.argv.slice(2), optionsSchema, ["json"]);
    const { only, seed, jobs, processes, live, exchange, minutes } = options;
    const runs = options.runs ?? (minutes === undefined ? DEFAULT_RUNS : MAX_RUNS);
    const progress = new Progress(runs, (line) => process.stderr.write(`${line}\n`));
    const ends = endings(minutes);
    const redisBinary = process.env.REDIS_SERVER_BIN ?? "redis-server";
    const report = await runCampaign({
      ...{ runs, seed, only, jobs, processes, live, exchange, redisBinary },
      stop: ends.stop,
      onRun: (played, outcome) => progress.played(played, outcome),
    });
    ends.forget();
    const lines = Object.entries(report).map(([key, value]) => `${key}: ${value}`);
    process.stdout.write(`${options.json ? JSON.stringify(report) : lines.join("\n")}\n`);
    if (!isClean(report) || report.runs === 0) process.exitCode = 1;
    else if (ends.ending() === "signal") process.exitCode = 3;
  } catch (error) {
    process.stderr.write(`${error instanceof UsageError ? error.message : describeFault(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/** Ends with the time that is given, or at the first SIGINT or SIGTERM; a second one ends the process. */
function endings(minutes: number | undefined) {
  const stopping = new AbortController();
  const end = (ending: Ending) => stopping.abort(ending);
  const timer = minutes === undefined ? undefined : setTimeout(() => end("minutes"), minutes * 60_000);
  const onSignal = () => end("signal");
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  return {
    stop: stopping.signal,
    ending: (): Ending | undefined => stopping.signal.reason,
    forget: () => {
      clearTimeout(timer);
      process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    },
  };
}
