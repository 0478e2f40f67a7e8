import { startToldProcess } from "../faults/told-process.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { cpuMs, figures, rssMb } from "./measure.ts";
import { startTelegramBench, type TelegramBench } from "./telegram-bench.ts";

const TAPS = 100_000;
/** Everybody has a card of every trade, and taps its button as often as an impatient person does. */
const USERS = 40;
const TAPS_OF_EACH = 5;
const TAPS_FOR_EACH_TRADE = USERS * TAPS_OF_EACH;
const LABEL = "Approve 1R";

/**
 * A storm of taps on every copy of the same cards, through the emulated Bot API (a process of its own) and the real
 * client into the real ledger, whose Redis syncs every write. `inFlight` is the most taps that the desk had in hand at
 * one time: the server keeps the others until it asks for them, a hundred at a time, as Telegram does. A tap's time goes
 * from the moment it is handed out to the answer at its button. Winners are counted at both ends: who was told
 * "approved", and whom the ledger names; `untrue` are answers that do not fit what happened. Jobs are only enqueued.
 */
export async function benchStorm({ taps = TAPS }: BenchOptions): Promise<BenchReport> {
  const emulator = await startToldProcess("tests/emulators/telegram/main.ts");
  const trades = Math.ceil(taps / TAPS_FOR_EACH_TRADE);
  const bench = await startTelegramBench(emulator, USERS, trades);
  try {
    bench.hurry(true);
    const ids: string[] = [];
    for (let at = 0; at < trades; at += 1) ids.push(await bench.raise(at, bench.userIds));
    return { name: "storm", users: USERS, ...(await storm(bench, ids, taps)), rssMb: rssMb() };
  } finally {
    await bench.close();
    await emulator.stop();
  }
}

async function storm(bench: TelegramBench, ids: readonly string[], taps: number): Promise<BenchReport> {
  const cards = ids.length;
  const cpuBefore = cpuMs();
  const seen = await bench.tell({ do: "storm", taps, cards, tapsOfEach: TAPS_OF_EACH, label: LABEL });
  const cpuOfDesk = cpuMs() - cpuBefore;
  const toldTo = new Map(seen.winners.map(({ symbol, userId }) => [symbol, `telegram:${userId}`]));
  const approvals = await Promise.all(ids.map((id) => approvalsOf(bench, id)));
  return {
    trades: cards,
    taps,
    inFlight: seen.inFlight,
    ...figures(seen.samplesMs),
    tapsPerSecond: Math.round((seen.answered * 1000) / seen.ms),
    cpuMsForEachTap: Math.round((cpuOfDesk * 1000) / taps) / 1000,
    answered: seen.answered,
    toldApproved: seen.winners.length,
    toldTooLate: seen.tooLate,
    toldUsedUp: seen.usedUp,
    untrue: seen.untrue,
    approved: approvals.filter(({ by }) => by.length > 0).length,
    approvedTwice: approvals.filter(({ by }) => by.length > 1).length,
    otherWinner: approvals.filter(({ symbol, by }) => by[0] !== toldTo.get(symbol)).length,
    lost: taps - seen.answered,
  };
}

/** Who approved the trade, of each approval that the ledger holds. */
async function approvalsOf({ context: { ledger } }: TelegramBench, id: string) {
  const [trade, events] = await Promise.all([ledger.load(id), ledger.events(id)]);
  const by = events.flatMap((event) => (event.type === "trade.approved" ? [event.by.userId] : []));
  return { symbol: trade?.plan.symbol ?? "", by };
}
