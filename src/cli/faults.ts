import { pino } from "pino";
import { z } from "zod";
import { describeFault } from "../fault-text.ts";
import { parseArguments, UsageError } from "./arguments.ts";
import { runCampaign } from "./faults/campaign.ts";
import { EMULATED_EXCHANGES } from "./faults/emulated-exchanges.ts";
import { isClean } from "./faults/fault-report.ts";
import { isScenario, SCENARIOS } from "./faults/scenarios.ts";

const optionsSchema = z.strictObject({
  runs: z.coerce.number().int().min(1).max(1_000_000).default(100),
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

await main();

/** Exit code 0: every promise held; 1: one was broken; 2: the command line was wrong. */
async function main(): Promise<void> {
  try {
    const { options } = parseArguments(process.argv.slice(2), optionsSchema, ["json"]);
    const report = await runCampaign({
      runs: options.runs,
      seed: options.seed,
      only: options.only,
      processes: options.processes,
      live: options.live,
      exchange: options.exchange,
      redisBinary: process.env.REDIS_SERVER_BIN ?? "redis-server",
      log: pino({ level: process.env.LOG_LEVEL ?? "silent" }, pino.destination(2)),
      onRun: (seed, { scenario, details }) => {
        for (const detail of details) process.stderr.write(`seed ${seed} ${scenario}: ${detail}\n`);
      },
    });
    const lines = Object.entries(report).map(([key, value]) => `${key}: ${value}`);
    process.stdout.write(`${options.json ? JSON.stringify(report) : lines.join("\n")}\n`);
    if (!isClean(report)) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${error instanceof UsageError ? error.message : describeFault(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
