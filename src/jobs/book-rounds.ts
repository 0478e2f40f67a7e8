import type { DecimalText } from "../engine/decimal.ts";
import type { RiskAccount } from "../engine/risk/risk-input.ts";
import type { Trade } from "../engine/trade/trade.ts";
import { withApproved } from "./account-view.ts";

/** What somebody makes of the book. `takes` is a trade that has its place in it from then on. */
export interface Judged<T> {
  readonly verdict: T;
  readonly takes?: Trade | undefined;
}

interface Waiting {
  readonly balance: DecimalText;
  judge(account: RiskAccount): Trade | undefined;
  fail(fault: unknown): void;
}

/**
 * Everybody who waits is judged on one reading of the book, one after the other, each against what those before took
 * of it. So nobody shares room under a limit with another, and a hundred at once cost one reading.
 */
export class BookRounds {
  private readonly read: (balance: DecimalText) => Promise<RiskAccount>;
  private waiting: Waiting[] = [];
  private isRunning = false;

  /** `read` gives the book as it stands when it is called, with the balance that somebody of the round brings. */
  constructor(read: (balance: DecimalText) => Promise<RiskAccount>) {
    this.read = read;
  }

  /**
   * Judges on a reading that begins after the call. The balance was read before it: a venue may take long to tell it.
   * Rejects when the book cannot be read, or `judge` throws.
   */
  next<T>(balance: DecimalText, judge: (account: RiskAccount) => Judged<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({
        balance,
        judge: (account) => {
          const { verdict, takes } = judge(account);
          resolve(verdict);
          return takes;
        },
        fail: reject,
      });
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.waiting.length > 0) {
      const round = this.waiting;
      this.waiting = [];
      await this.judgeAll(round, round.at(-1)?.balance ?? "0");
    }
    this.isRunning = false;
  }

  private async judgeAll(round: readonly Waiting[], balance: DecimalText): Promise<void> {
    let account: RiskAccount;
    try {
      account = await this.read(balance);
    } catch (fault) {
      for (const each of round) each.fail(fault);
      return;
    }
    for (const each of round) {
      try {
        const taken = each.judge(account);
        if (taken !== undefined) account = withApproved(account, taken);
      } catch (fault) {
        each.fail(fault);
      }
    }
  }
}
