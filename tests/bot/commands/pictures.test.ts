import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import { closedSeries, closedTrade } from "../../engine/results/closed-trades.ts";
import { cardText, conversation, createFakeDesk, type FakeDesk } from "../../fakes/chat-desk.ts";
import { NOW, openTrade, sampleSignal } from "../../fakes/control-trades.ts";

const IMAGE = new Uint8Array([1, 2]);
const DAY_MS = 86_400_000;

describe("commands with pictures", () => {
  let desk: FakeDesk;
  beforeEach(() => {
    desk = createFakeDesk([]);
  });

  async function ask(text: string): Promise<Card> {
    const [card] = await desk.deskChat.onText(conversation("viewer"), text);
    if (card === undefined) throw new Error("a card was expected");
    return card;
  }
  const commandsOf = (card: Card) =>
    card.buttons.map((row) => row.map(({ action }) => (action.type === "command" ? action.text : action)));

  describe("/chart", () => {
    beforeEach(() => {
      desk.control.images.set("BTC/USDT 15m", IMAGE);
    });

    it("shows 15m unless another is named, with buttons for timeframes, a second one and overlays", async () => {
      const card = await ask("/chart btc");
      expect(cardText(card)).toBe("BTC/USDT 15m");
      expect(card.image).toBe(IMAGE);
      expect(commandsOf(card)).toEqual([
        ["1m", "5m", "1h", "4h", "1d"].map((other) => `/chart BTC/USDT ${other}`),
        ["/chart BTC/USDT 15m 1h"],
        [
          "/chart BTC/USDT 15m gaps blocks liquidity ranges sessions",
          "/chart BTC/USDT 15m structure blocks liquidity ranges sessions",
          "/chart BTC/USDT 15m structure gaps liquidity ranges sessions",
        ],
        [
          "/chart BTC/USDT 15m structure gaps blocks ranges sessions",
          "/chart BTC/USDT 15m structure gaps blocks liquidity sessions",
          "/chart BTC/USDT 15m structure gaps blocks liquidity ranges",
        ],
      ]);
      expect(desk.control.pictured).toEqual([{ kind: "chart", symbol: "BTC/USDT", timeframe: "15m" }]);
    });

    it("takes a second timeframe and overlays, and keeps them in its buttons", async () => {
      const card = await ask("/chart btc 15m 1H gaps BLOCKS gaps");
      expect(cardText(card)).toBe("BTC/USDT 15m and 1h");
      expect(desk.control.pictured).toEqual([
        { kind: "chart", symbol: "BTC/USDT", timeframe: "15m", second: "1h", overlays: ["gaps", "blocks"] },
      ]);
      expect(commandsOf(card)[1]).toEqual(["/chart BTC/USDT 15m gaps blocks"]);
      expect(commandsOf(card)[2]?.[1]).toBe("/chart BTC/USDT 15m 1h blocks");
      expect(card.buttons[2]?.map(({ label }) => label)).toEqual(["Structure", "✓ Gaps", "✓ Blocks"]);
    });

    it("takes overlays without a timeframe, and none at all", async () => {
      await ask("/chart btc liquidity");
      const bare = await ask("/chart btc none");
      expect(desk.control.pictured).toEqual([
        { kind: "chart", symbol: "BTC/USDT", timeframe: "15m", overlays: ["liquidity"] },
        { kind: "chart", symbol: "BTC/USDT", timeframe: "15m", overlays: [] },
      ]);
      expect(commandsOf(bare)[0]?.[0]).toBe("/chart BTC/USDT 1m none");
      expect(commandsOf(await ask("/chart btc structure"))[2]?.[0]).toBe("/chart BTC/USDT 15m none");
    });

    it("is one chart when both timeframes are the same", async () => {
      expect(cardText(await ask("/chart btc 15m 15m"))).toBe("BTC/USDT 15m");
    });

    it("says how it is used when a word is none of its overlays", async () => {
      expect(cardText(await ask("/chart btc 15m 1h zigzag"))).toContain("zigzag");
      expect(desk.control.pictured).toEqual([]);
    });

    it("says so when there are no candles", async () => {
      const card = await ask("/chart eth");
      expect(cardText(card)).toBe("ETH/USDT 15m\nThere are no candles of ETH/USDT 15m yet.");
      expect(commandsOf(card)).toHaveLength(2);
    });
  });

  describe("/pnl", () => {
    it("tells what was made, by day, with the equity", async () => {
      desk.control.images.set("equity", IMAGE);
      desk.control.closed = [
        ...closedSeries(2, -1),
        closedTrade(0.5, { closedAt: NOW - DAY_MS, pnl: "10.25" }),
      ];
      const card = await ask("/pnl");
      expect(cardText(card)).toBe(
        [
          "Profit and loss by day",
          "Result after fees: +30.25 · +1.5R",
          "Trades: 3: 2 won, 1 lost",
          "Win rate: 66.7%",
          "Expectancy: +0.5R",
          "Average win: +1.25R",
          "Average loss: -1R",
          "Profit factor: 2.51",
          "Deepest drawdown: 20.00 · -1R",
          "Longest losing streak: 1",
          "Fees paid: 1.50",
          "Day | P&L | R | Trades | Won",
          "Mar 9, 2026 | +10.25 | +0.5R | 1 | 100%",
          "Mar 3, 2026 | +20.00 | +1R | 2 | 50%",
        ].join("\n"),
      );
      expect(card.image).toBe(IMAGE);
      // Fourteen days, the present one among them.
      expect(desk.control.pictured).toEqual([{ kind: "equity", sinceMs: Date.UTC(2026, 1, 25) }]);
      expect(commandsOf(card)).toEqual([
        ["/pnl week", "/pnl month"],
        ["/pnl day 14", "/month", "/stats"],
      ]);
    });

    it("counts as many periods as named, and weeks from Monday", async () => {
      desk.control.closed = closedSeries(1);
      const card = await ask("/pnl week 2");
      expect(cardText(card)).toContain("Week from | P&L | R | Trades | Won\nMar 2, 2026 | +20.00");
      expect(desk.control.pictured).toEqual([{ kind: "equity", sinceMs: Date.UTC(2026, 2, 2) }]);
    });

    it("asks for no picture when no trade was closed", async () => {
      desk.control.closed = closedSeries(1);
      expect(cardText(await ask("/pnl day 1"))).toBe(
        "Profit and loss by day\nNo trade was closed in this time.",
      );
      expect(desk.control.pictured).toEqual([]);
    });

    it("explains itself when a word is no period", async () => {
      expect(cardText(await ask("/pnl year"))).toBe(
        "year is none of these: day, week, month.\nUsage: /pnl [day, week or month] [how many]",
      );
    });
  });

  describe("/month", () => {
    it("is the present month, and leads to the one before", async () => {
      desk.control.images.set("month", IMAGE);
      desk.control.closed = closedSeries(2, -1);
      const card = await ask("/month");
      expect(cardText(card)).toMatch(/^March 2026\nResult after fees: \+20\.00 · \+1R\n/);
      expect(card.image).toBe(IMAGE);
      expect(desk.control.pictured).toEqual([{ kind: "month", at: Date.UTC(2026, 2, 1) }]);
      expect(commandsOf(card)[0]).toEqual(["/month 2"]);
    });

    it("holds only its own trades", async () => {
      desk.control.closed = closedSeries(2, -1);
      const card = await ask("/month 2");
      expect(cardText(card)).toBe("February 2026\nNo trade was closed in this time.");
      expect(commandsOf(card)[0]).toEqual(["/month 3", "/month 1"]);
    });
  });

  describe("/stats", () => {
    beforeEach(() => {
      desk.control.closed = [
        closedTrade(2, { session: "london-open" }),
        closedTrade(-1, { symbol: "ETH/USDT", session: "london-open" }),
        closedTrade(-1, { symbol: "ETH/USDT" }),
      ];
    });

    it("tells results by strategy with a heat map", async () => {
      desk.control.images.set("performance", IMAGE);
      const card = await ask("/stats");
      expect(cardText(card)).toContain(
        "by strategy | R | P&L | Trades | Won | PF\norder block touch | 0R | 0.00 | 3 | 33% | 1",
      );
      expect(card.image).toBe(IMAGE);
      expect(desk.control.pictured).toEqual([
        { kind: "performance", by: "strategy", sinceMs: NOW - 365 * DAY_MS },
      ]);
    });

    it.each([
      ["symbol", "BTC/USDT | +2R | +40.00 | 1 | 100% | –\nETH/USDT | -2R | -40.00 | 2 | 0% | 0"],
      ["session", "London open | +1R | +20.00 | 2 | 50% | 2\nNo session | -1R | -20.00 | 1 | 0% | 0"],
      ["exit", "target reached | +2R | +40.00 | 1 | 100% | –\nstop loss | -2R | -40.00 | 2 | 0% | 0"],
      ["hour", "09 | 0R | 0.00 | 3 | 33% | 1\nHours of America/New_York"],
    ])("and by %s", async (by, rows) => {
      expect(cardText(await ask(`/stats ${by}`))).toContain(rows);
    });
  });

  it("/scan, /positions and /risk carry a picture of what they list", async () => {
    for (const kind of ["scan", "exposure"]) desk.control.images.set(kind, IMAGE);
    desk.control.trades.set("t", openTrade());
    const rows = [{ signal: sampleSignal() }];
    desk.control.scanReport = { rows, scanned: 1, failed: [], elapsedMs: 1 };
    for (const command of ["/scan", "/positions", "/risk"]) expect((await ask(command)).image).toBe(IMAGE);
    expect(desk.control.pictured.map(({ kind }) => kind)).toEqual(["scan", "exposure", "exposure"]);
  });

  it("/scan and /positions ask for none when there is nothing to list", async () => {
    await ask("/scan");
    await ask("/positions");
    expect(desk.control.pictured).toEqual([]);
  });
});
