import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { JobQueues } from "../../src/jobs/job-queues.ts";
import { redisOptions } from "../../src/store/connect.ts";
import { withTestRedis } from "../redis/test-redis.ts";

const redis = withTestRedis();

const open: JobQueues[] = [];
afterEach(async () => {
  for (const queues of open.splice(0)) await queues.close();
});

/** The queues of one process of the desk. */
function someQueues(): JobQueues {
  const address = { socketPath: redis.socketPath };
  const queues = new JobQueues({
    prefix: "kz:test:queues",
    producer: redisOptions(address, "producer"),
    consumer: redisOptions(address, "worker"),
    log: pino({ level: "silent" }),
  });
  open.push(queues);
  return queues;
}

describe("the queues of a desk", () => {
  it("are idle when another process has worked off what this one enqueued", async () => {
    const [here, there] = [someQueues(), someQueues()];
    const done: string[] = [];
    there.work({ "advance-trade": async ({ tradeId }) => void done.push(tradeId) });
    await here.enqueue("advance-trade", { tradeId: "t1" });
    await here.enqueue("advance-trade", { tradeId: "t2" });
    await here.idle();
    expect(done.sort()).toEqual(["t1", "t2"]);
  });

  it("are idle when a job failed in another process", async () => {
    const [here, there] = [someQueues(), someQueues()];
    let tries = 0;
    there.work({
      sweep: async () => {
        tries += 1;
        throw new Error("it fails");
      },
    });
    await here.enqueue("sweep", {});
    await here.idle();
    expect(tries).toBe(1);
  });

  it("let who enqueues wait for the job that is worked off here, for no longer than it is told", async () => {
    const here = someQueues();
    const events: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    here.work({
      sweep: async () => void events.push("done"),
      "advance-trade": () => held,
    });
    await here.enqueueAndWait("sweep", {}, 60_000);
    events.push("waited");
    expect(events).toEqual(["done", "waited"]);
    await here.enqueueAndWait("advance-trade", { tradeId: "t1" }, 1);
    release();
    await here.idle();
  });

  it("do not wait where another process works the job off", async () => {
    const here = someQueues();
    await here.enqueueAndWait("sweep", {}, 2_000_000_000);
    someQueues().work({ sweep: async () => undefined });
    await here.idle();
  });
});
