/**
 * A desk that does nothing but commit transitions of one trade, to be killed in the middle of it. Tells every
 * version that the ledger confirmed, one a line.
 */
import { connectRedis } from "../../src/store/connect.ts";
import { startEmbeddedRedis } from "../../src/store/embedded-redis.ts";
import { createKeys } from "../../src/store/keys.ts";
import { createRedisLedger } from "../../src/store/redis-ledger.ts";
import { sampleTrade, step } from "../contracts/sample-trade.ts";

const [dir, binary] = process.argv.slice(2);
if (dir === undefined || binary === undefined) throw new Error("usage: committing-desk DIR BINARY");

const server = await startEmbeddedRedis({ dir, binary });
const ledger = createRedisLedger(await connectRedis(server), createKeys("desk"));
let trade = sampleTrade({ id: "t" });
await ledger.create(trade, []);
for (;;) {
  const outcome = await ledger.commit(
    step(trade, { state: "open", outbox: [{ kind: "trade", tradeId: "t", loud: false }] }),
  );
  trade = outcome.trade;
  process.stdout.write(`${trade.version}\n`);
}
