import { describe, expect, it } from "vitest";
import { DeskError } from "../../src/engine/errors.ts";
import type { Ledger } from "../../src/engine/ports.ts";
import { tradeId } from "../../src/engine/trade/propose.ts";
import { takeSignal } from "../../src/jobs/signal-intake.ts";
import { ANNA, BEN, BTC, createDeskBench, type DeskBench, longSignal } from "./desk-bench.ts";

const SYMBOLS = Array.from({ length: 20 }, (_, at) => `C${at}/USDT`);
const INSTRUMENTS = new Map(SYMBOLS.map((symbol) => [symbol, { ...BTC, symbol }]));

/** A desk with a proposal for each of the first `count` symbols; each risks 0.2 % of the balance. */
async function proposals(count: number, risk: object): Promise<{ desk: DeskBench; ids: readonly string[] }> {
  const desk = await createDeskBench({ risk }, [], { instruments: INSTRUMENTS });
  const ids: string[] = [];
  for (const symbol of SYMBOLS.slice(0, count)) {
    const signal = longSignal({ id: symbol, symbol });
    await desk.context.candles.setPrice(symbol, 100, desk.clock.now());
    await takeSignal(desk.context, signal);
    ids.push(tradeId(signal.id, 0));
  }
  return { desk, ids };
}

/** The next commit of the ledger waits until the test lets it be written, or fail. */
function holdCommit({ context: { ledger } }: DeskBench) {
  const commit = ledger.commit.bind(ledger);
  let write: (end?: Error) => void = () => undefined;
  const isReached = new Promise<void>((reached) => {
    ledger.commit = async (transition) => {
      ledger.commit = commit;
      const end = await new Promise<Error | undefined>((resolve) => {
        write = resolve;
        reached();
      });
      if (end !== undefined) throw end;
      return commit(transition);
    };
  });
  return { isReached, write: (end?: Error) => write(end) };
}

const stateOf = async (ledger: Ledger, id: string) => (await ledger.load(id))?.state;

describe("approvals at once", () => {
  it.each([
    ["trade of the day", { maxTradesPerDay: 1 }, { code: "trades-per-day", limit: 1, actual: 2 }],
    ["position", { maxOpenPositions: 1 }, { code: "open-positions", limit: 1, actual: 2 }],
    ["bit of open risk", { maxOpenRiskPercent: 0.3 }, { code: "open-risk", limit: 0.3, actual: 0.4 }],
  ])("do not share the last %s, even while the first is still being written", async (_, risk, denial) => {
    const { desk, ids } = await proposals(2, risk);
    const [one = "", other = ""] = ids;
    const held = holdCommit(desk);
    const first = desk.control.approve(one, 1, 1, ANNA);
    await held.isReached;
    expect(await desk.control.approve(other, 1, 1, BEN)).toMatchObject({
      status: "denied",
      denials: [denial],
    });
    expect(await stateOf(desk.context.ledger, one)).toBe("proposed");
    held.write();
    expect((await first).status).toBe("done");
    expect(await desk.control.approve(other, 1, 1, BEN)).toMatchObject({
      status: "denied",
      denials: [denial],
    });
  });

  it("of twenty for the last five trades of the day are five", async () => {
    const { desk, ids } = await proposals(20, {
      maxTradesPerDay: 5,
      maxOpenPositions: 20,
      maxOpenRiskPercent: 50,
    });
    const ends = await Promise.all(ids.map((id) => desk.control.approve(id, 1, 1, ANNA)));
    expect(ends.map(({ status }) => status)).toEqual([...Array(5).fill("done"), ...Array(15).fill("denied")]);
    expect(await desk.context.ledger.inState(["approved"])).toHaveLength(5);
  });

  it("give a place back that could not be written", async () => {
    const { desk, ids } = await proposals(2, { maxTradesPerDay: 1 });
    const [one = "", other = ""] = ids;
    const held = holdCommit(desk);
    const first = desk.control.approve(one, 1, 1, ANNA);
    await held.isReached;
    held.write(new DeskError("store-unavailable"));
    await expect(first).rejects.toThrow(DeskError);
    expect((await desk.control.approve(other, 1, 1, BEN)).status).toBe("done");
  });

  it("give a place back that a skip took away", async () => {
    const { desk, ids } = await proposals(2, { maxTradesPerDay: 1 });
    const [one = "", other = ""] = ids;
    const held = holdCommit(desk);
    const first = desk.control.approve(one, 1, 1, ANNA);
    await held.isReached;
    expect((await desk.control.skip(one, 1, BEN)).status).toBe("done");
    held.write();
    expect(await first).toMatchObject({ status: "too-late", trade: { state: "skipped" } });
    expect((await desk.control.approve(other, 1, 1, BEN)).status).toBe("done");
  });

  it("of one trade have one winner, and the others hear of it once it stands", async () => {
    const { desk, ids } = await proposals(1, { maxTradesPerDay: 1 });
    const [id = ""] = ids;
    const held = holdCommit(desk);
    const first = desk.control.approve(id, 1, 1, ANNA);
    await held.isReached;
    const second = desk.control.approve(id, 1, 0.5, BEN);
    held.write();
    expect((await first).status).toBe("done");
    expect(await second).toMatchObject({
      status: "too-late",
      trade: { state: "approved", approval: { by: ANNA, quantity: "10" } },
    });
  });

  it("do not wait for one whose balance is slow to come", async () => {
    const { desk, ids } = await proposals(2, {});
    const [one = "", other = ""] = ids;
    const { exchange } = desk.context;
    const account = exchange.account.bind(exchange);
    let answer: () => void = () => undefined;
    exchange.account = async () => {
      exchange.account = account;
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return account();
    };
    const slow = desk.control.approve(one, 1, 1, ANNA);
    expect((await desk.control.approve(other, 1, 1, BEN)).status).toBe("done");
    answer();
    expect((await slow).status).toBe("done");
  });
});
