import { pino } from "pino";
import { beforeAll } from "vitest";
import { readLocales } from "../../src/bot/locales.ts";
import { createTexts, type Texts } from "../../src/bot/texts.ts";
import { reachExchange } from "../../src/cli/faults/exchange-way.ts";
import { startFaultDesk } from "../../src/cli/faults/fault-desk.ts";
import { runFault } from "../../src/cli/faults/fault-run.ts";
import { HeldQueues } from "../../src/cli/faults/held-queues.ts";
import { Life } from "../../src/cli/faults/life.ts";
import type { RunOptions, SpawnDesk } from "../../src/cli/faults/run-options.ts";
import { SCENARIOS, type ScenarioName } from "../../src/cli/faults/scenarios.ts";
import type { Exchange } from "../../src/engine/ports.ts";
import type { SubmittableOrder } from "../../src/engine/trade/order.ts";
import { type TestRedis, withTestRedis } from "../redis/test-redis.ts";

/** Scenarios that do not wait for real time. */
export const QUICK = (Object.keys(SCENARIOS) as ScenarioName[]).filter(
  (name) => !name.startsWith("redis-gone"),
);

type Places = Partial<Pick<RunOptions, "spawn" | "emulator">>;

export interface FaultBench {
  readonly redis: TestRedis;
  play(seed: number, only: ScenarioName, places?: Places): ReturnType<typeof runFault>;
  /** A desk whose exchange is changed on the way: what a careless adapter or desk would do. */
  careless(change: (exchange: Exchange) => Exchange): SpawnDesk;
}

/** Runs of faults for a test file, on a Redis of its own. */
export function withFaultBench(): FaultBench {
  const redis = withTestRedis();
  const log = pino({ level: "silent" });
  const charts = { render: async () => new Uint8Array([1]) };
  const held: { texts?: Texts } = {};
  beforeAll(async () => {
    held.texts = createTexts({ sources: await readLocales(), report: () => undefined });
  });
  const texts = (): Texts => {
    if (held.texts === undefined) throw new Error("the texts are not read yet");
    return held.texts;
  };
  return {
    redis,
    play: (seed, only, places = {}) => {
      const server = { client: redis.client, dir: redis.dir, pid: () => redis.pid };
      return runFault({ seed, only, redis: server, texts: texts(), charts, log, ...places });
    },
    careless: (change) => async (world, cutAt) => {
      const life = new Life(cutAt, undefined, world.stall);
      const reached = await reachExchange(world.way, world.clock, world.instance);
      const desk = await startFaultDesk({
        ...world,
        redis: redis.client,
        texts: texts(),
        charts,
        log,
        life,
        exchange: change(reached.exchange),
        instruments: reached.instruments,
        queues: () => new HeldQueues(world.clock, log),
      });
      return { desk, cut: life.cut };
    },
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

/** Takes the first "not found" for a proof. */
export const hasty = (exchange: Exchange) => changed(exchange, { absenceProvenAfterMs: 0 });

/** Sends entries however long ago they were judged. */
export const belated = (exchange: Exchange) =>
  changed(exchange, {
    place: (order: SubmittableOrder) =>
      exchange.place(order.reduceOnly ? order : { ...order, createdAt: Number.MAX_SAFE_INTEGER }),
  });

/** Takes the old stop away before it places the new one. */
export const cancellingFirst = (exchange: Exchange) =>
  changed(exchange, {
    place: async (order: SubmittableOrder) => {
      const stops = (await exchange.openOrders()).filter(
        ({ type, symbol }) => type === "stop" && symbol === order.symbol,
      );
      if (order.type === "stop")
        for (const { clientOrderId } of stops) await exchange.cancel(order.symbol, clientOrderId);
      return exchange.place(order);
    },
  });

/** Places every stop of a symbol where its first one stood, and reads back what was wanted. */
export const keepingTheFirstStop = (exchange: Exchange) => {
  const first = new Map<string, string | undefined>();
  const wanted = new Map<string, string | undefined>();
  return changed(exchange, {
    place: (order: SubmittableOrder) => {
      if (order.type !== "stop") return exchange.place(order);
      if (!first.has(order.symbol)) first.set(order.symbol, order.price);
      wanted.set(order.clientOrderId, order.price);
      const price = first.get(order.symbol);
      return exchange.place(price === undefined ? order : { ...order, price });
    },
    find: async (symbol: string, clientOrderId: string) => {
      const report = await exchange.find(symbol, clientOrderId);
      const price = wanted.get(clientOrderId);
      return report === undefined || price === undefined ? report : { ...report, price };
    },
  });
};

/** Sends a second entry under another name when the answer to the first is lost. */
export const resending = (exchange: Exchange) =>
  changed(exchange, {
    place: async (order: SubmittableOrder) => {
      const first = await exchange.place(order);
      if (first.status !== "unknown" || order.reduceOnly) return first;
      return exchange.place({ ...order, clientOrderId: order.clientOrderId.replace(/1$/, "2") });
    },
  });

/** Says that stops stand and does not place them. */
export const pretending = (exchange: Exchange) =>
  changed(exchange, {
    place: async (order: SubmittableOrder) =>
      order.type === "stop" ? { status: "accepted", exchangeOrderId: "x" } : exchange.place(order),
  });
