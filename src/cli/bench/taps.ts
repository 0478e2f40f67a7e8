import { startToldProcess } from "../faults/told-process.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { collectedHeapMb, figures, rssMb } from "./measure.ts";
import { startTelegramBench, type TelegramBench } from "./telegram-bench.ts";

const USERS = 20;
const WARM_UP = 3;
const ROUNDS = 15;
const UPDATES = 100_000;
const PORTIONS = 5;
const COMMANDS = ["/status", "/positions", "/risk", "/signals", "/sessions", "/whoami"];
const LABEL = "Approve 1R";

/**
 * The desk in Telegram against the emulated Bot API, which is a process of its own, over HTTP with the real client and
 * a Redis that syncs every write. Twenty people tap and write, each at a pace of their own; measured at the server,
 * from the update to the answer. Then a long flood with the heap after collection in between. Executions and pictures
 * are not in it.
 */
export async function benchTaps(options: BenchOptions): Promise<BenchReport> {
  const { updates = UPDATES } = options;
  const emulator = await startToldProcess("tests/emulators/telegram/main.ts");
  const bench = await startTelegramBench(emulator, USERS, USERS * (WARM_UP + ROUNDS));
  try {
    return {
      name: "taps",
      users: USERS,
      ...named("command", await commands(bench)),
      ...named("tap", await tapsOfUsers(bench)),
      ...(await flood(bench, updates)),
      rssMb: rssMb(),
    };
  } finally {
    await bench.close();
    await emulator.stop();
  }
}

function named(what: string, samplesMs: readonly number[]): BenchReport {
  const { medianMs, p95Ms, p99Ms } = figures(samplesMs);
  return {
    [`${what}s`]: samplesMs.length,
    [`${what}MedianMs`]: medianMs,
    [`${what}P95Ms`]: p95Ms,
    [`${what}P99Ms`]: p99Ms,
  };
}

/** Everybody does `act` again and again, with a second or more in between, none in step with another. */
async function everybody(bench: TelegramBench, act: (user: number, round: number) => Promise<number>) {
  const samplesMs: number[] = [];
  await Promise.all(
    bench.userIds.map(async (_id, user) => {
      await bench.pause(user * 50);
      for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
        const ms = await act(user, round);
        if (round >= WARM_UP) samplesMs.push(ms);
        await bench.pause(1000 + ((user * 7 + round * 13) % 11) * 30);
      }
    }),
  );
  return samplesMs;
}

function commands(bench: TelegramBench): Promise<readonly number[]> {
  return everybody(bench, async (user, round) => {
    const text = COMMANDS[(user + round) % COMMANDS.length];
    return (await bench.tell({ do: "say", userId: bench.userIds[user], text })).ms;
  });
}

/** Each tap approves a trade of its own: twenty proposals at a time, which end before the next twenty come. */
async function tapsOfUsers(bench: TelegramBench): Promise<readonly number[]> {
  const samplesMs: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    bench.hurry(true);
    for (const [user, userId] of bench.userIds.entries()) await bench.raise(round * USERS + user, [userId]);
    bench.hurry(false);
    const answers = await Promise.all(
      bench.userIds.map(async (userId, user) => {
        await bench.pause(((user * 7 + round * 3) % USERS) * 50);
        return bench.tell({ do: "tap", userId, label: LABEL });
      }),
    );
    // Without a text the wait at the button was ended before the approval was on disk.
    const refused = answers.find(({ text }) => text !== "" && !text.startsWith("Approved"));
    if (refused !== undefined) throw new Error(`a tap was not done: ${refused.text}`);
    if (round >= WARM_UP) samplesMs.push(...answers.map(({ ms }) => ms));
    await bench.endDay();
  }
  return samplesMs;
}

/** MB of heap that are left after each portion, and how they grow. */
async function flood(bench: TelegramBench, updates: number): Promise<BenchReport> {
  bench.hurry(true);
  const heapMb: number[] = [];
  const startedAt = performance.now();
  for (let portion = 0; portion < PORTIONS; portion += 1) {
    await bench.tell({ do: "flood", updates: Math.floor(updates / PORTIONS), texts: COMMANDS });
    heapMb.push(await collectedHeapMb());
  }
  return {
    updates,
    updatesPerSecond: Math.round((updates * 1000) / (performance.now() - startedAt)),
    heapMb: heapMb.join(" "),
    heapSlopeMbFor100k: Math.round(slope(heapMb.slice(1)) * (100_000 / (updates / PORTIONS)) * 100) / 100,
  };
}

/** Of the line that fits best, for each step. The first portion fills what is kept for a while. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [up, down] = values.reduce(
    ([above, below], value, at) => [above + (at - middle) * (value - mean), below + (at - middle) ** 2],
    [0, 0],
  );
  return (up ?? 0) / (down ?? 1);
}
