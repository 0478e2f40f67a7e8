import { describe, expect, it } from "vitest";
import { takeSignals } from "../../src/jobs/signal-intake.ts";
import { ANNA, BTC, createDeskBench, longSignal, NOW } from "./desk-bench.ts";

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
    const symbols = ["BTC/USDT", "ETH/USDT", "SOL/USDT"];
    const instruments = new Map(symbols.map((symbol) => [symbol, { ...BTC, symbol }]));
    const { context } = await createDeskBench({}, [], { instruments });
    const { ledger } = context;
    const steps: string[] = [];
    const noted = async (step: string) => {
      steps.push(`${step} with ${(await ledger.pendingOutbox(9)).length} stored`);
    };
    const queues = { ...context.queues, enqueue: noted, idle: () => noted("wait for the card") };
    const signals = symbols.map((symbol) => longSignal({ id: symbol, symbol }));
    await takeSignals({ ...context, queues }, signals);
    const told = (await ledger.pendingOutbox(9)).map(async ({ body }) =>
      body.kind === "trade" ? (await ledger.load(body.tradeId))?.plan.symbol : body.kind,
    );
    expect(await Promise.all(told)).toEqual(symbols);
    expect(steps).toEqual([
      "deliver-outbox with 1 stored",
      "wait for the card with 1 stored",
      "deliver-outbox with 3 stored",
    ]);
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
    await expect(takeSignals({ ...context, ledger: failing }, signals, hear)).rejects.toThrow(
      "a rule failed",
    );
    expect(heard).toEqual(["BTC/USDT", "ETH/USDT"]);
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
