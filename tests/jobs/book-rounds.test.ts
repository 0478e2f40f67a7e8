import { describe, expect, it } from "vitest";
import type { RiskAccount } from "../../src/engine/risk/risk-input.ts";
import type { Trade } from "../../src/engine/trade/trade.ts";
import { withApproved } from "../../src/jobs/account-view.ts";
import { BookRounds } from "../../src/jobs/book-rounds.ts";
import { sampleTrade } from "../contracts/sample-trade.ts";

const account = (changes: Partial<RiskAccount> = {}): RiskAccount => ({
  balance: "10000",
  dayStartBalance: "10000",
  realisedToday: "0",
  tradesToday: 0,
  openTrades: [],
  proposals: [],
  approvedToday: [],
  paused: false,
  killed: false,
  now: 0,
  ...changes,
});

type End = (fault?: Error) => void;

/** A book whose readings end when the test says so. */
function heldBook() {
  const balances: string[] = [];
  const begun: { readonly reached: Promise<End>; readonly begin: (end: End) => void }[] = [];
  /** Resolves when the reading has begun. */
  const reading = (at: number): Promise<End> => {
    while (begun.length <= at) {
      let begin: (end: End) => void = () => undefined;
      const reached = new Promise<End>((resolve) => {
        begin = resolve;
      });
      begun.push({ reached, begin });
    }
    return begun[at]?.reached ?? Promise.reject(new Error("no reading"));
  };
  const rounds = new BookRounds((balance) => {
    const at = balances.push(balance) - 1;
    void reading(at);
    return new Promise((resolve, reject) => {
      begun[at]?.begin((fault) => (fault ? reject(fault) : resolve(account({ balance }))));
    });
  });
  /** Takes a place and tells how many trades of the day there were before. */
  const take = (id: string, balance = "10000") =>
    rounds.next(balance, ({ tradesToday }) => ({ verdict: tradesToday, takes: sampleTrade({ id }) }));
  const end = async (at: number, fault?: Error) => (await reading(at))(fault);
  return { balances, rounds, take, end };
}

describe("rounds of the book", () => {
  it("read it once for everybody who waits, and judge each against those before", async () => {
    const { balances, take, end } = heldBook();
    const first = take("a", "1");
    const later = [take("b", "2"), take("c", "3"), take("d", "4")];
    await end(0);
    expect(await first).toBe(0);
    await end(1);
    expect(await Promise.all(later)).toEqual([0, 1, 2]);
    expect(balances).toEqual(["1", "4"]);
  });

  it("never judge on a reading that began before", async () => {
    const { balances, take, end } = heldBook();
    const first = take("a", "1");
    const second = take("b", "2");
    await end(0);
    await first;
    await end(1);
    const third = take("c", "3");
    expect(await second).toBe(0);
    await end(2);
    expect(await third).toBe(0);
    expect(balances).toEqual(["1", "2", "3"]);
  });

  it("fail for those who waited when the book cannot be read, and go on", async () => {
    const { take, end } = heldBook();
    const first = take("a");
    const second = take("b");
    await end(0, new Error("away"));
    await expect(first).rejects.toThrow("away");
    await end(1);
    expect(await second).toBe(0);
  });

  it("fail for the one whose judgement throws, and for nobody else", async () => {
    const { rounds, take, end } = heldBook();
    const first = take("a");
    const thrown = rounds.next("1", () => {
      throw new Error("no size");
    });
    const after = take("b");
    await end(0);
    await first;
    await end(1);
    await expect(thrown).rejects.toThrow("no size");
    expect(await after).toBe(0);
  });
});

describe("the account with one more approved trade", () => {
  const trade: Trade = sampleTrade({ id: "t" });

  it("has it among its open trades and those of the day, and not among the proposals", () => {
    expect(withApproved(account({ proposals: [trade] }), trade)).toEqual(
      account({ openTrades: [trade], approvedToday: [trade], tradesToday: 1 }),
    );
  });

  it("has it once when the ledger shows it already", () => {
    const shown = account({ openTrades: [trade], approvedToday: [trade], tradesToday: 1 });
    expect(withApproved(shown, trade)).toEqual(shown);
  });
});
