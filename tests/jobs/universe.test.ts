import { describe, expect, it } from "vitest";
import type { Instrument } from "../../src/engine/instrument.ts";
import { Universe } from "../../src/jobs/universe.ts";
import { ANNA, BTC, createDeskBench } from "./desk-bench.ts";

const DAY = 86_400_000;

/** A desk that follows BTC by its configuration, on an exchange whose list the test changes. */
async function universeDesk(listed: string[], settings: object = {}) {
  const desk = await createDeskBench({ universe: { fromExchange: true, topByVolume: 2, ...settings } });
  const instruments = new Map<string, Instrument>([[BTC.symbol, BTC]]);
  const changes: (readonly string[])[] = [];
  const universe = new Universe({
    context: { ...desk.context, instruments },
    market: {
      instruments: async () => listed.map((symbol) => ({ ...BTC, symbol })),
      tickers: async () => listed.map((symbol, index) => ({ symbol, quoteVolume: 1000 - index })),
    },
    fixed: [BTC.symbol],
    instruments,
    onChange: async (symbols) => void changes.push(symbols),
    wall: desk.wall,
  });
  const notices = async () =>
    (await desk.context.ledger.pendingOutbox(50)).flatMap(({ body }) =>
      body.kind === "notice" ? [[body.notice.key, body.notice.args.symbols]] : [],
    );
  return { desk, universe, instruments, changes, notices };
}

describe("the universe", () => {
  it("is what the configuration names and what the rules let in", async () => {
    const { universe, instruments, changes } = await universeDesk(["BTC/USDT", "ETH/USDT", "SOL/USDT"]);
    await universe.lookIfDue();
    expect([...instruments.keys()]).toEqual(["BTC/USDT", "ETH/USDT"]);
    expect(changes).toEqual([["BTC/USDT", "ETH/USDT"]]);
  });

  it("is only what the configuration names until somebody switches the rules on", async () => {
    const { universe, instruments } = await universeDesk(["BTC/USDT", "ETH/USDT"], { fromExchange: false });
    await universe.lookIfDue();
    expect([...instruments.keys()]).toEqual(["BTC/USDT"]);
  });

  it("is looked at again when a rule changes, and a day later", async () => {
    const listed = ["BTC/USDT", "ETH/USDT", "SOL/USDT"];
    const { desk, universe, instruments, changes } = await universeDesk(listed);
    await universe.lookIfDue();
    await universe.lookIfDue();
    expect(changes).toHaveLength(1);
    const { version } = await desk.context.settings.current();
    await desk.context.settings.change("universe.exclude", ["ETH/*"], ANNA, version);
    await universe.lookIfDue();
    expect([...instruments.keys()]).toEqual(["BTC/USDT", "SOL/USDT"]);
    desk.wall.advance(DAY - 1);
    await universe.lookIfDue();
    expect(changes).toHaveLength(2);
    desk.wall.advance(1);
    await universe.lookIfDue();
    expect(changes).toHaveLength(3);
  });

  it("tells once which symbols are new and which are gone", async () => {
    const listed = ["BTC/USDT", "ETH/USDT"];
    const { desk, universe, notices } = await universeDesk(listed);
    await universe.lookIfDue();
    expect(await notices()).toEqual([]);
    listed.splice(1, 1, "NEW/USDT", "NEWER/USDT");
    desk.wall.advance(DAY);
    await universe.lookIfDue();
    const told = [
      ["notice-symbols-listed", "NEW/USDT, NEWER/USDT"],
      ["notice-symbols-delisted", "ETH/USDT"],
    ];
    expect(await notices()).toEqual(told);
    desk.wall.advance(DAY);
    await universe.lookIfDue();
    expect(await notices()).toEqual(told);
  });

  it("keeps a symbol with an open trade although the exchange does not list it any more", async () => {
    const listed = ["BTC/USDT", "ETH/USDT"];
    const { desk, universe, instruments } = await universeDesk(listed);
    const id = await desk.raise();
    expect((await desk.context.ledger.load(id))?.state).toBe("proposed");
    listed.splice(0, 1);
    await universe.lookIfDue();
    expect([...instruments.keys()].sort()).toEqual(["BTC/USDT", "ETH/USDT"]);
  });

  it("stays as it was when the exchange cannot be read, and is due again", async () => {
    const { desk, changes } = await universeDesk(["BTC/USDT"]);
    let fails = true;
    const universe = new Universe({
      context: desk.context,
      market: {
        instruments: async () => {
          if (fails) throw new Error("no answer");
          return [BTC];
        },
      },
      fixed: [BTC.symbol],
      instruments: new Map([[BTC.symbol, BTC]]),
      onChange: async (symbols) => void changes.push(symbols),
      wall: desk.wall,
    });
    await expect(universe.lookIfDue()).rejects.toThrow("no answer");
    fails = false;
    await universe.lookIfDue();
    expect(changes).toEqual([["BTC/USDT"]]);
  });
});
