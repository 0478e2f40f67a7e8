import { describe, expect, it, vi } from "vitest";
import { createAccountNews } from "../../../src/jobs/live/account-news.ts";
import type { TradeExecution } from "../../../src/jobs/trade-execution.ts";
import { jobDesk } from "../job-desk.ts";

/** News of an account with these symbols; each reading is answered by hand. Time stands still but for the rests. */
function aStream(symbols: readonly string[]) {
  const { clock, context } = jobDesk();
  const read: (readonly string[])[] = [];
  const rests: number[] = [];
  const answers: (() => void)[] = [];
  const execution: Pick<TradeExecution, "readFills"> = {
    readFills: async (asked = []) => {
      read.push(asked);
      await new Promise<void>((resolve) => answers.push(resolve));
      return { count: 0, booked: new Promise(() => undefined) };
    },
  };
  const onNews = createAccountNews({
    context: {
      ...context,
      exchange: Object.assign(Object.create(context.exchange), { tradedSymbols: symbols }),
    },
    execution,
    wait: async (ms) => {
      rests.push(ms);
      clock.advance(ms);
    },
  });
  return { read, rests, answers, onNews };
}

const SYMBOLS = ["A/USDT", "B/USDT", "C/USDT", "D/USDT", "E/USDT", "F/USDT"];

describe("news of an account", () => {
  it("of a symbol lead to a reading of that one, also while an earlier one is still being booked", async () => {
    const stream = aStream(SYMBOLS);
    stream.onNews("B/USDT");
    stream.onNews("A/USDT");
    expect(stream.read).toEqual([["B/USDT"]]);
    stream.onNews("A/USDT");
    stream.answers.shift()?.();
    await vi.waitFor(() => expect(stream.read).toEqual([["B/USDT"], ["A/USDT"]]));
    expect(stream.rests).toEqual([]);
  });

  it("of any symbol lead to readings of all, a few at a time, those first that waited longest", async () => {
    const stream = aStream(SYMBOLS);
    stream.onNews("F/USDT");
    stream.onNews();
    stream.onNews("A/USDT");
    for (const count of [2, 3]) {
      stream.answers.shift()?.();
      await vi.waitFor(() => expect(stream.read).toHaveLength(count));
    }
    expect(stream.read).toEqual([["F/USDT"], SYMBOLS.slice(0, 4), SYMBOLS.slice(4)]);
  });

  it("of a symbol are read before those that may be of any, and not at all when nothing is traded there", async () => {
    const stream = aStream(SYMBOLS);
    stream.onNews();
    stream.onNews("F/USDT");
    stream.onNews("Z/USDT");
    stream.answers.shift()?.();
    await vi.waitFor(() => expect(stream.read).toHaveLength(2));
    expect(stream.read).toEqual([SYMBOLS.slice(0, 4), ["F/USDT", "E/USDT"]]);
  });

  it("that come without end are read without a rest forty times, then four symbols in a second", async () => {
    const stream = aStream(SYMBOLS);
    for (let count = 1; count <= 42; count += 1) {
      stream.onNews("A/USDT");
      await vi.waitFor(() => expect(stream.read).toHaveLength(count));
      stream.answers.shift()?.();
      await vi.waitFor(() => expect(stream.rests).toHaveLength(Math.max(0, count - 40)));
    }
    expect(stream.rests).toEqual([250, 250]);
  });
});
