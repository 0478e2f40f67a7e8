import { describe, expect, it } from "vitest";
import type { Signal } from "../../src/engine/signal.ts";
import { takeSignals } from "../../src/jobs/signal-intake.ts";
import { ANNA, BTC, createDeskBench, longSignal, NOW } from "./desk-bench.ts";

/** Takes a signal for each of the changes, of a symbol of its own; refused ones are shown and 50 is the least score. */
async function toldOf(changes: readonly Partial<Signal>[]) {
  const symbols = changes.map((_, at) => `${"ABCD"[at]}/USDT`);
  const instruments = new Map(symbols.map((symbol) => [symbol, { ...BTC, symbol }]));
  const { context } = await createDeskBench({ signals: { showDenied: true, minScore: 50 } }, [], {
    instruments,
  });
  const { ledger } = context;
  const steps: string[] = [];
  const noted = async (step: string) => {
    steps.push(`${step} with ${(await ledger.pendingOutbox(9)).length} stored`);
  };
  const queues = { ...context.queues, enqueue: noted, enqueueAndWait: () => noted("head start") };
  const signals = symbols.map((symbol, at) => longSignal({ id: symbol, symbol, ...changes[at] }));
  const outcomes = await takeSignals({ ...context, queues }, signals);
  const rows = await ledger.pendingOutbox(9);
  const told = rows.map(async ({ body }) =>
    body.kind === "trade" ? (await ledger.load(body.tradeId))?.plan.symbol : body.kind,
  );
  return { told: await Promise.all(told), steps, outcomes };
}

describe("signals of one moment", () => {
  it("are taken in their order before anyone hears of them, each judged with those before it", async () => {
    const { context } = await createDeskBench();
    const heard: string[] = [];
    const signals = [
      longSignal({ id: "best", score: 90 }),
      longSignal({ id: "same symbol", score: 80 }),
      longSignal({ id: "unknown", symbol: "NOT/LISTED", score: 70 }),
      longSignal({ id: "late", score: 60, expiresAt: NOW }),
    ];
    const outcomes = await takeSignals(context, signals, async (tradeId) => {
      const known = (await context.ledger.newest(9)).map(({ signal }) => signal.id).sort();
      const trade = await context.ledger.load(tradeId);
      heard.push(`${trade?.signal.id} among ${known.join(", ")}`);
    });
    expect(outcomes).toEqual(["proposed", "denied", "ignored", "ignored"]);
    expect(heard).toEqual(["best among best, same symbol"]);
    const denied = (await context.ledger.newest(9)).find(({ state }) => state === "denied");
    expect(denied?.denials?.map(({ code }) => code)).toEqual(["symbol-busy"]);
    const posted = (await context.ledger.pendingOutbox(9)).map(({ body }) => body.kind);
    expect(posted).toEqual(["trade"]);
  });

  it("are told in their order: the first card has a head start before the others are stored", async () => {
    const { told, steps } = await toldOf([{}, {}, {}, {}]);
    expect(told).toEqual(["A/USDT", "B/USDT", "C/USDT", "D/USDT"]);
    expect(steps).toEqual([
      "head start with 1 stored",
      "deliver-outbox with 2 stored",
      "deliver-outbox with 4 stored",
    ]);
  });

  it("give the head start to the first that is proposed, and to none that stands alone", async () => {
    const weak = { score: 30 };
    expect((await toldOf([{ stop: 99.999 }, {}, weak, {}])).steps).toEqual([
      "head start with 2 stored",
      "deliver-outbox with 3 stored",
    ]);
    expect((await toldOf([weak, {}, weak])).steps).toEqual(["deliver-outbox with 1 stored"]);
  });

  it("below the least score are neither stored nor told", async () => {
    const { told, outcomes } = await toldOf([{ score: 49 }, { score: 50 }]);
    expect(outcomes).toEqual(["ignored", "proposed"]);
    expect(told).toEqual(["B/USDT"]);
  });

  it("that are known already take no place of those that are not", async () => {
    const { context, control } = await createDeskBench();
    const [old, news] = [
      longSignal({ id: "old" }),
      longSignal({ id: "news", direction: "short", stop: 102, targets: [96] }),
    ];
    await takeSignals(context, [old]);
    const [proposal] = await context.ledger.newest(1);
    await control.skip(proposal?.id ?? "", proposal?.version ?? 0, ANNA);
    expect(await takeSignals(context, [old, news])).toEqual(["ignored", "proposed"]);
  });

  it("are each taken once, however often they are told", async () => {
    const { context } = await createDeskBench();
    const signal = longSignal({ id: "one" });
    expect(await takeSignals(context, [signal, signal])).toEqual(["proposed", "ignored"]);
    expect(await takeSignals(context, [signal])).toEqual(["ignored"]);
  });

  it("are told also when a later one cannot be stored, and when a rule fails for one before", async () => {
    const instruments = new Map(
      ["BTC/USDT", "ETH/USDT", "SOL/USDT"].map((symbol) => [symbol, { ...BTC, symbol }]),
    );
    const { context } = await createDeskBench({}, [], { instruments });
    const signals = [...instruments.keys()].map((symbol) => longSignal({ id: symbol, symbol }));
    const { ledger } = context;
    const failing = Object.assign(Object.create(ledger), {
      create: async (...[trade, outbox]: Parameters<typeof ledger.create>) => {
        if (trade.plan.symbol === "SOL/USDT") throw new Error("the store is away");
        return ledger.create(trade, outbox);
      },
    });
    const heard: string[] = [];
    const hear = async (tradeId: string) => {
      const trade = await ledger.load(tradeId);
      heard.push(trade?.plan.symbol ?? "");
      if (heard.length === 1) throw new Error("a rule failed");
    };
    const jobs: string[] = [];
    const noted = async (name: string) => void jobs.push(name);
    const queues = { ...context.queues, enqueue: noted, enqueueAndWait: noted };
    await expect(takeSignals({ ...context, ledger: failing, queues }, signals, hear)).rejects.toThrow(
      "a rule failed",
    );
    expect(heard).toEqual(["BTC/USDT", "ETH/USDT"]);
    expect(jobs).toEqual(["deliver-outbox", "deliver-outbox"]);
  });

  it("are denied for a symbol that the account at the exchange was not prepared for", async () => {
    const { context } = await createDeskBench();
    const exchange = Object.assign(Object.create(context.exchange), { tradedSymbols: ["ETH/USDT"] });
    expect(await takeSignals({ ...context, exchange }, [longSignal({ id: "one" })])).toEqual(["denied"]);
    const [denied] = await context.ledger.newest(1);
    expect(denied?.denials?.map(({ code }) => code)).toEqual(["not-traded"]);
  });

  it("take the place of older proposals of their symbol and direction once they all are there", async () => {
    const { context, clock } = await createDeskBench();
    await takeSignals(context, [longSignal({ id: "older" })]);
    clock.advance(300_000);
    expect(await takeSignals(context, [longSignal({ id: "newer", knownAt: NOW + 300_000 })])).toEqual([
      "proposed",
    ]);
    const states = (await context.ledger.newest(9)).map(({ signal, state }) => `${signal.id} ${state}`);
    expect(states.sort()).toEqual(["newer proposed", "older expired"]);
  });
});
