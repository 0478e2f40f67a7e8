import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { BroadcastChannel } from "node:worker_threads";
import { createChartPool } from "../../charts/pool/chart-pool.ts";
import { createMarket } from "./chart-market.ts";
import type { MemoryReading } from "./chart-memory.ts";
import { collectedMb } from "./collected-memory.ts";

const WARM_UP = 200;
const EVERY = 500;
const MB = 1_048_576;

/** Entry of the process that `readChartMemory` starts: prints its readings as JSON. */
const renders = Number(process.argv[2]);
const market = await createMarket(5_000);
const entry = new URL("./collected-chart-thread.ts", import.meta.url);
const pool = createChartPool({ threads: 1, timeLimitMs: 120_000, entry });
const channel = new BroadcastChannel("collect");

const draw = async (from: number, count: number): Promise<void> => {
  for (let at = from; at < from + count; at++) await pool.run({ kind: "signal", input: market(at) });
};

await draw(0, WARM_UP);
const readings: MemoryReading[] = [await read(0)];
for (let drawn = 0; drawn < renders; drawn += EVERY) {
  await draw(WARM_UP + drawn, EVERY);
  readings.push(await read(drawn + EVERY));
}
process.stdout.write(JSON.stringify(readings));
channel.close();
await pool.close();

async function read(count: number): Promise<MemoryReading> {
  const heldMb = collectedMb() + (await collectedInThread());
  const rss: number[] = [];
  for (let reading = 0; reading < 5; reading++) {
    await wait(100);
    rss.push(process.memoryUsage.rss() / MB);
  }
  return { renders: count, rssMb: Math.min(...rss), heldMb };
}

async function collectedInThread(): Promise<number> {
  const answer = once(channel, "message");
  channel.postMessage("collect");
  const [{ data }] = await answer;
  return Number(data);
}
