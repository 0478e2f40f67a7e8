import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EmulatorState } from "../faults/emulated-evidence.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { figures } from "./measure.ts";
import type { DeskWish } from "./trading/desk-process.ts";
import { type TradingDeskOptions, until, untilFreshCode } from "./trading/trading-desk.ts";
import { startTradingVenue, type TradingVenue } from "./trading/trading-venue.ts";

const ENTRY = fileURLToPath(new URL("trading/desk-process.ts", import.meta.url));
/** Each with a stop and two targets, and as many entries that wait: a hundred open orders. */
const POSITIONS = 25;
const RUNS = 5;

/**
 * A live desk with a hundred open orders is killed and started again. Ready is it when an entry that is approved as
 * soon as anybody can has arrived at the exchange: process, Redis, checks of the account, comparison of everything,
 * one-time code, approval, order.
 */
export async function benchRestart({ runs = RUNS }: BenchOptions): Promise<BenchReport> {
  const dir = mkdtempSync(join(tmpdir(), "killzone-bench-"));
  const venue = await startTradingVenue(2 * POSITIONS + runs);
  const { symbols } = venue.reach;
  const options = { reach: venue.reach, keys: venue.keys, dir };
  let child: ChildProcess | undefined;
  try {
    child = await startDesk(options);
    for (const [at, symbol] of symbols.slice(0, 2 * POSITIONS).entries()) {
      await ask(child, { symbol, entryType: at < POSITIONS ? "market" : "limit" });
    }
    await until(async () => openOrders(await venue.state()) === 4 * POSITIONS);
    const readyMs: number[] = [];
    for (const symbol of symbols.slice(2 * POSITIONS)) {
      await untilFreshCode(Date.now());
      await kill(child);
      const startedAt = performance.now();
      child = await startDesk(options);
      await ask(child, { symbol, entryType: "limit" });
      await until(async () => hasEntry(await venue.state(), venue, symbol));
      readyMs.push(performance.now() - startedAt);
    }
    const state = await venue.state();
    return {
      name: "restart",
      restarts: readyMs.length,
      openOrders: openOrders(state),
      entries: state.journal.filter(({ type, reduceOnly }) => type === "order-accepted" && !reduceOnly)
        .length,
      ...figures(readyMs),
      maxMs: Math.round(Math.max(...readyMs)),
    };
  } finally {
    if (child !== undefined) await kill(child);
    await venue.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function startDesk(options: TradingDeskOptions): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", ENTRY, JSON.stringify(options)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const first = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (child.exitCode !== null) throw new Error(`the desk ended: ${first}`);
  return child;
}

async function ask(child: ChildProcess, wish: DeskWish): Promise<void> {
  const answered = once(child, "message");
  child.send(wish);
  await answered;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

function openOrders({ orders, algos }: EmulatorState): number {
  return [...orders, ...algos].filter(({ status }) => /^(NEW|PARTIALLY_FILLED)$/.test(status)).length;
}

function hasEntry({ journal }: EmulatorState, venue: TradingVenue, symbol: string): boolean {
  const id = venue.idOf(symbol);
  return journal.some((noted) => noted.type === "order-accepted" && noted.symbol === id);
}
