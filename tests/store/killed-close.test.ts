import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { Ledger } from "../../src/engine/ports/ledger.ts";
import type { Trade } from "../../src/engine/trade/trade.ts";
import { DelayedCloses } from "../../src/jobs/delayed-closes.ts";
import { createKeys } from "../../src/store/keys.ts";
import { createRedisLedger } from "../../src/store/redis-ledger.ts";
import { step } from "../contracts/sample-trade.ts";
import { open } from "../engine/trade/trade-fixtures.ts";
import { closingContext } from "../redis/closing-context.ts";
import { withTestRedis } from "../redis/test-redis.ts";

const server = withTestRedis();
const IDS = [1, 2, 3, 4].map((number) => `${open().id.slice(0, -1)}${number}`);
const LONG_AFTER = { now: () => 1_000_000 + 60_000 };

async function openTrades(): Promise<Ledger> {
  const ledger = createRedisLedger(server.client, createKeys("desk"));
  for (const id of IDS) {
    const trade: Trade = { ...open(), id, version: 1, state: "proposed" };
    await ledger.create(trade, []);
    await ledger.commit(step(trade, { state: "open" }));
  }
  return ledger;
}

/** Runs a desk that closes everything, and kills it as soon as it has told `lines` lines. */
async function killAfter(lines: number, ...args: readonly string[]): Promise<readonly string[]> {
  const script = new URL("../redis/closing-desk.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script, server.socketPath, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const told: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    told.push(line);
    if (told.length === lines) child.kill("SIGKILL");
  }
  await exited;
  return told;
}

async function closings(ledger: Ledger): Promise<readonly number[]> {
  const counts = IDS.map(async (id) => {
    const events = await ledger.events(id);
    return events.filter(({ type }) => type === "trade.closing").length;
  });
  return Promise.all(counts);
}

const restarted = (ledger: Ledger) =>
  new DelayedCloses(closingContext(ledger, pino({ level: "silent" })), LONG_AFTER);

describe("a close of everything whose desk is killed", () => {
  it("before it begins is carried out by the next desk, each trade once", async () => {
    const ledger = await openTrades();
    expect(await killAfter(1)).toEqual(["asked"]);
    expect(await closings(ledger)).toEqual([0, 0, 0, 0]);
    await restarted(ledger).run();
    await restarted(ledger).run();
    expect(await closings(ledger)).toEqual([1, 1, 1, 1]);
  });

  it.each([2, 3, 4])("after %i told lines goes on with the rest, and closes nothing twice", async (lines) => {
    const ledger = await openTrades();
    const told = await killAfter(lines, "now");
    expect(told[0]).toBe("asked");
    await Promise.all([restarted(ledger).run(), restarted(ledger).run()]);
    await restarted(ledger).run();
    expect(await closings(ledger)).toEqual([1, 1, 1, 1]);
    expect(await ledger.readMark("close-all")).toBe("");
  });

  it("can still be taken back by the next desk before it begins", async () => {
    const ledger = await openTrades();
    await killAfter(1);
    const record = JSON.parse((await ledger.readMark("close-all")) ?? "{}") as { readonly id: string };
    expect(await restarted(ledger).takeBack(record.id)).toBe(true);
    await restarted(ledger).run();
    expect(await closings(ledger)).toEqual([0, 0, 0, 0]);
  });
});
