import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLocales } from "../../src/bot/locales.ts";
import { createTexts, type Texts } from "../../src/bot/texts.ts";
import { startFaultDesk } from "../../src/cli/faults/fault-desk.ts";
import { INSTRUMENTS } from "../../src/cli/faults/fault-market.ts";
import { isClean } from "../../src/cli/faults/fault-report.ts";
import { runFault, type SpawnDesk } from "../../src/cli/faults/fault-run.ts";
import { HeldQueues } from "../../src/cli/faults/held-queues.ts";
import { Life } from "../../src/cli/faults/life.ts";
import { SCENARIOS, type ScenarioName } from "../../src/cli/faults/scenarios.ts";
import { deskSpawner } from "../../src/cli/faults/spawn-desk.ts";
import type { Exchange } from "../../src/engine/ports.ts";
import type { SubmittableOrder } from "../../src/engine/trade/order.ts";
import { withTestRedis } from "../redis/test-redis.ts";

const redis = withTestRedis();
const log = pino({ level: "silent" });
let texts: Texts;
const charts = { render: async () => new Uint8Array([1]) };

beforeAll(async () => {
  texts = createTexts({ sources: await readLocales(), report: () => undefined });
});
afterAll(() => log.flush());

function play(seed: number, only: ScenarioName | undefined, spawn?: SpawnDesk) {
  return runFault({
    seed,
    only,
    redis: redis.client,
    redisPid: () => {
      throw new Error("this test leaves Redis running");
    },
    texts,
    charts,
    log,
    spawn,
  });
}

const QUICK = (Object.keys(SCENARIOS) as ScenarioName[]).filter((name) => name !== "redis-gone");

describe("the desk under faults", () => {
  it.each(QUICK)("keeps every promise in the scenario %s", async (only) => {
    for (const seed of [1, 2]) {
      const { details, findings } = await play(seed, only);
      expect(details).toEqual([]);
      expect(isClean(findings)).toBe(true);
    }
  });

  it("keeps every promise when its process is killed for real", async () => {
    const outcome = await play(5, "kill", deskSpawner(redis.socketPath));
    expect(outcome.details).toEqual([]);
    expect(outcome.kills).toBeGreaterThan(0);
    expect(outcome.entries).toBeGreaterThan(0);
  });
});

/** A desk whose exchange is changed on the way: what a careless adapter or desk would do. */
function careless(change: (exchange: Exchange) => Exchange): SpawnDesk {
  return async (world, cutAt) => {
    const life = new Life(cutAt);
    const desk = await startFaultDesk({
      ...world,
      redis: redis.client,
      texts,
      charts,
      log,
      life,
      exchange: change(world.venue),
      instruments: INSTRUMENTS,
      queues: () => new HeldQueues(world.clock, log),
    });
    return { desk, cut: life.cut };
  };
}

function changed(exchange: Exchange, part: Partial<Exchange>): Exchange {
  return new Proxy(exchange, {
    get: (target, name) => {
      if (Object.hasOwn(part, name)) return Reflect.get(part, name);
      const own: unknown = Reflect.get(target, name);
      return typeof own === "function" ? own.bind(target) : own;
    },
  });
}

async function found(only: ScenarioName, change: (exchange: Exchange) => Exchange) {
  const outcomes = [];
  for (let seed = 1; seed <= 6; seed += 1) outcomes.push(await play(seed, only, careless(change)));
  return outcomes.flatMap(({ details }) => details).map((detail) => detail.split(":")[0]);
}

describe("the harness", () => {
  it('finds a desk that takes the first "not found" for a proof', async () => {
    const names = await found("arrives-late", (exchange) => changed(exchange, { absenceProvenAfterMs: 0 }));
    expect(names).toContain("lost");
  });

  it("finds a second entry that is sent when an answer is lost", async () => {
    const resending = (exchange: Exchange) =>
      changed(exchange, {
        place: async (order: SubmittableOrder) => {
          const first = await exchange.place(order);
          if (first.status !== "unknown" || order.reduceOnly) return first;
          return exchange.place({ ...order, clientOrderId: order.clientOrderId.replace(/1$/, "2") });
        },
      });
    expect(await found("answer-lost", resending)).toContain("duplicates");
  });

  it("finds a stop that was told to stand and does not", async () => {
    const pretending = (exchange: Exchange) =>
      changed(exchange, {
        place: async (order: SubmittableOrder) =>
          order.type === "stop" ? { status: "accepted", exchangeOrderId: "x" } : exchange.place(order),
      });
    expect(await found("double-tap", pretending)).toContain("unprotected");
  });
});
