import type { Trade } from "ccxt";
import { describe, expect, it } from "vitest";
import type { CcxtClient } from "../../../../src/exchange/ccxt/load-client.ts";
import { tradesByTime } from "../../../../src/exchange/ccxt/trades/trades-by-time.ts";

const NOW = Date.UTC(2026, 5, 10);
const DAY = 86_400_000;
const WEEK_SPAN = 7 * DAY;

/** A venue that shows these trades, and notes what it was asked for. */
function venueOf(shown: readonly (readonly [id: string, at: number])[], spanMs = WEEK_SPAN) {
  const asked: (readonly [number, number])[] = [];
  const source = tradesByTime({
    spanMs,
    between: async (_client, _symbol, fromMs, untilMs) => {
      asked.push([fromMs, untilMs]);
      return shown
        .filter(([, at]) => at >= fromMs && at <= untilMs)
        .map(([id, timestamp]) => ({ id, timestamp }) as Trade);
    },
  });
  // The source never looks at the client: it only hands it on.
  const read = (position: unknown, now = NOW) =>
    source.read({ client: {} as CcxtClient, ccxtSymbol: "X", position, now });
  return { asked, read };
}

const ids = (trades: readonly Trade[]) => trades.map(({ id }) => id);

describe("trades that are read by their time", () => {
  it("come oldest first, each once, from a week back", async () => {
    const { read } = venueOf([
      ["b-2", NOW - 1000],
      ["a-1", NOW - 2000],
      ["b-2", NOW - 1000],
      ["old", NOW - 8 * DAY],
    ]);
    const { trades, position } = await read(undefined);
    expect(ids(trades)).toEqual(["a-1", "b-2"]);
    expect(position).toEqual({ upToMs: NOW - 61_000, seen: { "a-1": NOW - 2000, "b-2": NOW - 1000 } });
  });

  it("are known by their id until later ones are a minute younger", async () => {
    const shown: [string, number][] = [["a", NOW - 59_000]];
    const { read } = venueOf(shown);
    const first = await read(undefined);
    shown.push(["late", NOW - 58_000], ["new", NOW + 1000]);
    const second = await read(first.position, NOW + 2000);
    expect(ids(second.trades)).toEqual(["late", "new"]);
    shown.push(["last", NOW + 5 * 60_000]);
    const third = await read(second.position, NOW + 10 * 60_000);
    expect(ids(third.trades)).toEqual(["last"]);
    const last = NOW + 5 * 60_000;
    expect(third.position).toEqual({ upToMs: last - 60_000, seen: { last } });
    const fourth = await read(third.position, last + 2 * DAY);
    expect(fourth).toEqual({ trades: [], position: { upToMs: last + DAY, seen: {} } });
  });

  it("are not passed over by a clock that was ahead for a while", async () => {
    const shown: [string, number][] = [["a", NOW - 1000]];
    const { read } = venueOf(shown);
    const first = await read(undefined);
    const ahead = await read(first.position, NOW + 3_600_000);
    shown.push(["b", NOW + 30_000]);
    expect(ids((await read(ahead.position, NOW + 40_000)).trades)).toEqual(["b"]);
    const farAhead = await read(ahead.position, NOW + 30 * DAY);
    shown.push(["c", NOW + 50_000]);
    expect(ids((await read(farAhead.position, NOW + 60_000)).trades)).toEqual(["a", "b", "c"]);
  });

  it("go on where they were left, however long ago, in spans that the venue allows", async () => {
    const { asked, read } = venueOf([["a", NOW - 20 * DAY]], DAY);
    const { trades } = await read({ upToMs: NOW - 20 * DAY, seen: {} }, NOW - 18 * DAY);
    expect(ids(trades)).toEqual(["a"]);
    expect(asked).toEqual([
      [NOW - 20 * DAY, NOW - 19 * DAY],
      [NOW - 19 * DAY + 1, NOW - 18 * DAY],
    ]);
  });

  it.each([["nonsense"], [{ upTo: "5", seen: ["4"] }], [undefined]])(
    "start anew from %j",
    async (position) => {
      const { asked, read } = venueOf([]);
      await read(position);
      expect(asked).toEqual([[NOW - WEEK_SPAN + 60_000, NOW]]);
    },
  );

  it.each([[{ id: undefined, timestamp: 1 }], [{ id: "a", timestamp: undefined }]])(
    "are refused as not understood when one is %j",
    async (trade) => {
      const source = tradesByTime({ spanMs: WEEK_SPAN, between: async () => [trade as unknown as Trade] });
      const reading = { client: {} as CcxtClient, ccxtSymbol: "X", position: undefined, now: NOW };
      await expect(source.read(reading)).rejects.toThrow();
    },
  );
});
