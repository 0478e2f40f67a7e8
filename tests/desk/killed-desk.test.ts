import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { connectRedis } from "../../src/store/connect.ts";
import { startEmbeddedRedis } from "../../src/store/embedded-redis.ts";
import { createKeys } from "../../src/store/keys.ts";
import { createRedisLedger } from "../../src/store/redis-ledger.ts";
import { RedisPaperStore } from "../../src/store/redis-paper-store.ts";
import { testRedisBinary } from "../redis/test-redis.ts";
import { buttonsOf, DeskClient, textOf, tradeIdOf } from "./desk-client.ts";
import { DeskProcess } from "./desk-process.ts";
import { sampleCandles, writeCsv } from "./sample-file.ts";

const accountSchema = z.object({
  fills: z.array(z.object({ clientOrderId: z.string() })),
  working: z.array(z.object({ clientOrderId: z.string(), reduceOnly: z.boolean() })),
  finished: z.array(z.object({ clientOrderId: z.string(), reduceOnly: z.boolean() })),
});

/** The account of an exchange that was never sent an order. */
const NO_ORDERS = JSON.stringify({ fills: [], working: [], finished: [] });

/** What is on disk after the desk is gone: the exchange's own account and the ledger's trade. */
async function readDisk(dataDir: string, tradeId: string) {
  const server = await startEmbeddedRedis({ dir: join(dataDir, "data"), binary: await testRedisBinary() });
  const redis = await connectRedis(server);
  const keys = createKeys("kz");
  const account = accountSchema.parse(
    JSON.parse((await new RedisPaperStore(redis, keys).load()) ?? NO_ORDERS),
  );
  const trade = await createRedisLedger(redis, keys).load(tradeId);
  redis.disconnect();
  await server.stop();
  return { account, trade };
}

describe("a desk that is killed between approval and fill", () => {
  const desk = new DeskProcess();
  afterEach(() => desk.dispose());

  it("goes on with the trade, or says that its order never arrived, and never sends a second one", async () => {
    const file = join(desk.dataDir, "btc.csv");
    writeCsv(file, await sampleCandles(1500));
    const config = {
      market: { kind: "replay", file, symbol: "BTC/USDT", timeframe: "5m", candlesPerSecond: 3 },
      settings: {
        signals: { timeframes: ["5m"] },
        // Wide levels: on a busy machine candles pass between the card and the tap, and none of them may matter.
        risk: { maxDriftR: 5 },
        strategies: { orderBlockTouch: { stopBeyondPercent: 5, targetPercents: [20] } },
      },
    };
    const before = await DeskClient.connect(await desk.start(config));
    const card = await before.until((message) =>
      buttonsOf(message).some(({ label }) => /Approve/.test(label)),
    );
    const tradeId = tradeIdOf(card) ?? "";
    before.tap(card, /Approve 1R/);
    await before.until((message) => message.id === card.id && /Approved by/.test(textOf(message)));
    await desk.kill();

    const after = await DeskClient.connect(await desk.start(config));
    const isThisTrade = (text: string) => text.includes(`Trade ${tradeId}`);
    const settled = await after.until(
      (message) =>
        isThisTrade(textOf(message)) && /Filled|Closed|never reached the exchange/.test(textOf(message)),
    );
    expect(textOf(settled)).toMatch(/Approved by local/);
    expect(await desk.stop()).toBe(0);

    const { account, trade } = await readDisk(desk.dataDir, tradeId);
    const entries = [...account.working, ...account.finished].filter(
      (order) => !order.reduceOnly && order.clientOrderId.includes(tradeId),
    );
    const fills = account.fills.filter((fill) => fill.clientOrderId === entries[0]?.clientOrderId);
    // The kill lands before or after the order reached the exchange; an entry is never sent a second time.
    const neverArrived = /never reached the exchange/.test(textOf(settled));
    expect({ entries: entries.length, fills: fills.length, state: trade?.state }).toEqual(
      neverArrived
        ? { entries: 0, fills: 0, state: "rejected" }
        : { entries: 1, fills: 1, state: expect.stringMatching(/^(open|closing|closed)$/) },
    );
    expect(trade?.entryQuantity).toBe(neverArrived ? "0" : trade?.approval?.quantity);
  }, 300_000);
});
