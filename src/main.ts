import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { type Desk, startDesk } from "./app.ts";
import { forgetLiveSecrets, loadConfig } from "./config/load-config.ts";
import type { MarketSource } from "./engine/ports/control.ts";
import { describeFault } from "./fault-text.ts";
import { RecentLogBook } from "./recent-log.ts";
import { createRedaction } from "./redaction.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const STOP_PATIENCE_MS = 10_000;

await main();

/** Starts the desk and ends it on the first signal; a second signal ends the process at once. */
async function main(): Promise<void> {
  let desk: Desk | undefined;
  let hide = (text: string) => text;
  try {
    const { config, secrets } = loadConfig(root, process.env);
    hide = createRedaction(secrets);
    forgetLiveSecrets(process.env);
    const { level } = config.log;
    const recentLog = new RecentLogBook();
    const output = pino.destination(2);
    const streams = [
      { stream: { write: (line: string) => void output.write(hide(line)) }, level },
      { stream: recentLog, level: "warn" as const },
    ];
    const log = pino({ level, base: { role: config.role } }, pino.multistream(streams));
    desk = await startDesk({ config, secrets, root, log, recentLog });
    const stopping = stopOnSignal(desk.stop);
    print(
      `Killzone is ready (${config.mode === "live" ? "LIVE" : "paper"}, ${sourceText(desk.context.market)}).`,
    );
    if (desk.webUrl) print(`Web chat: ${desk.webUrl}`);
    await Promise.race([desk.run(), stopping]);
    await Promise.race([idleAfterEnd(config.market.kind === "replay"), stopping]);
  } catch (error) {
    process.stderr.write(`${hide(describeFault(error))}\n`);
    process.exitCode = 1;
  }
  // A desk whose engine cannot go on must not look alive: its chat and its health answer end with it.
  if (desk) await stopInTime(desk.stop);
}

function sourceText(market: MarketSource): string {
  switch (market.kind) {
    case "simulated":
      return "simulated";
    case "replay":
      return `replay of ${market.symbol} ${market.timeframe}`;
    case "exchange":
      return market.name;
  }
}

/** A replayed file ends, the desk stays: its trades can still be looked at. */
async function idleAfterEnd(stays: boolean): Promise<void> {
  if (!stays) return;
  print("The file has ended; the desk stays open. Ctrl+C ends it.");
  await new Promise<never>(() => undefined);
}

function stopOnSignal(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        stopInTime(stop).then(resolve, reject);
      });
    }
  });
}

/** Ends the process even when a part cannot close, such as job queues whose Redis is away. */
function stopInTime(stop: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref();
  return stop();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
