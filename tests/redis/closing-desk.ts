/**
 * A desk that does nothing but close everything after its delay, to be killed in the middle of it. Tells when the
 * wish is written, and every trade that it has closed, one a line. `now` makes the delay be over.
 */
import { pino } from "pino";
import { DelayedCloses } from "../../src/jobs/delayed-closes.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { createKeys } from "../../src/store/keys.ts";
import { createRedisLedger } from "../../src/store/redis-ledger.ts";
import { closingContext } from "./closing-context.ts";

const [socketPath, now] = process.argv.slice(2);
if (socketPath === undefined) throw new Error("usage: closing-desk SOCKET [now]");

const ledger = createRedisLedger(await connectRedis({ socketPath }), createKeys("desk"));
const told: typeof ledger = {
  ...ledger,
  commit: async (transition) => {
    const outcome = await ledger.commit(transition);
    process.stdout.write(`${transition.tradeId}\n`);
    return outcome;
  },
};
let passed = 0;
const closes = new DelayedCloses(closingContext(told, pino({ level: "silent" })), {
  now: () => 1_000_000 + passed,
});
await closes.ask({ userId: "web:anna", name: "Anna" });
process.stdout.write("asked\n");
if (now === "now") {
  passed = 5000;
  await closes.run();
}
process.stdin.resume();
