import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import type { Role } from "../../../src/bot/conversation.ts";
import type { ScanReport } from "../../../src/engine/ports/scan-report.ts";
import { cardText, conversation, createFakeDesk, type FakeDesk } from "../../fakes/chat-desk.ts";
import { openTrade, sampleSignal, sampleTrade } from "../../fakes/control-trades.ts";

describe("commands of scans", () => {
  let desk: FakeDesk;
  beforeEach(() => {
    desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
  });

  async function ask(text: string, role: Role = "trader"): Promise<Card> {
    const [card, ...more] = await desk.deskChat.onText(conversation(role), text);
    if (card === undefined || more.length > 0) throw new Error("one card was expected");
    return card;
  }
  const said = async (text: string, role?: Role) => cardText(await ask(text, role));
  const commandsOf = (card: Card) =>
    card.buttons.flat().map(({ action }) => (action.type === "command" ? action.text : action.type));

  it("scan all, some symbols, a timeframe, or both", async () => {
    const asked: unknown[] = [];
    const { scan } = desk.control;
    desk.control.scan = (symbols, timeframe) => {
      asked.push([symbols, timeframe]);
      return scan(symbols, timeframe);
    };
    for (const text of [
      "/scan",
      "/scan watchlist 1h",
      "/scan btc eth",
      "/scan eur/usd btc BTCUSDT 5M",
      "/scan 15m",
      "/scan majors 1h",
      "/scan all",
    ]) {
      await ask(text);
    }
    expect(asked).toEqual([
      [undefined, undefined],
      [undefined, "1h"],
      [["BTC/USDT", "ETH/USDT"], undefined],
      [["EUR/USD", "BTC/USDT"], "5m"],
      [undefined, "15m"],
      [["BTC/USDT", "ETH/USDT"], "1h"],
      [undefined, undefined],
    ]);
  });

  it("list the watchlists and what one holds", async () => {
    expect(await said("/watchlist")).toBe("Watchlists\nall: 5\nmajors: 2");
    expect(commandsOf(await ask("/watchlist"))).toEqual(["/watchlist all", "/watchlist majors"]);
    expect(await said("/wl Majors")).toBe("majors · 2 symbols\nBTC/USDT, ETH/USDT");
    expect(commandsOf(await ask("/watchlist majors"))).toEqual(["/scan majors"]);
    expect(await said("/watchlist minors")).toContain("There is no list minors.");
  });

  it("rank what a scan has found and tell what failed", async () => {
    const rows = [
      { signal: sampleSignal(), price: 61_250 },
      {
        signal: sampleSignal({
          symbol: "ETH/USDT",
          direction: "short",
          score: 55,
          grade: "B",
          entry: 3011.5,
        }),
      },
    ] as const;
    desk.control.scanReport = {
      rows,
      scanned: 4,
      failed: [{ symbol: "SOL/USDT", reason: "market-unavailable" }],
      elapsedMs: 900,
    };
    const card = await ask("/scan");
    expect(cardText(card)).toContain("78 A | LONG | BTC/USDT | 15m | order block touch | 61,240 | 61,250");
    expect(cardText(card)).toContain("55 B | SHORT | ETH/USDT | 15m | order block touch | 3,011.5 | –");
    expect(cardText(card)).toContain(
      "Could not be scanned: SOL/USDT. The market cannot be read at the moment.",
    );
    expect(commandsOf(card)).toEqual(["/chart BTC/USDT 15m", "/chart ETH/USDT 15m"]);
  });

  it("leave a scan that still runs to the message that the desk keeps up to date", async () => {
    desk.control.scanReport = { rows: [], scanned: 50, failed: [], elapsedMs: 900, status: "running" };
    expect(await desk.deskChat.onText(conversation(), "/scan")).toEqual([]);
  });

  it("show a scan that runs with a button that cancels it, and what asking the exchange has cost", () => {
    const report: ScanReport = {
      rows: [],
      scanned: 50,
      failed: [
        { symbol: "ETH/USDT", reason: "busy" },
        { symbol: "SOL/USDT", reason: "no-answer" },
        { symbol: "XRP/USDT", reason: "busy" },
      ],
      elapsedMs: 900,
      status: "running",
      id: "s1",
      total: 500,
      budget: { used: 12, limit: 1200 },
    };
    const reader = { locale: "en", timeZone: "UTC" };
    const card = desk.deskChat.card({ kind: "scan", report }, reader);
    expect(cardText(card)).toBe(
      [
        "Scan",
        "Could not be scanned: ETH/USDT, XRP/USDT. Another worker held them for too long.",
        "Could not be scanned: SOL/USDT. The worker that had them broke or took too long.",
        "Asked the exchange: 12 of 1,200 requests this minute",
        "Scanning: 50 of 500 symbols",
      ].join("\n"),
    );
    expect(commandsOf(card)).toEqual(["/cancelscan s1"]);
    const cancelled = desk.deskChat.card(
      { kind: "scan", report: { ...report, status: "cancelled" } },
      reader,
    );
    expect(cardText(cancelled)).toContain("Cancelled after 50 of 500 symbols");
    expect(commandsOf(cancelled)).toEqual([]);
  });

  it("cancel a scan, or say that it does not run any more", async () => {
    desk.control.scanReport = { rows: [], scanned: 1, failed: [], elapsedMs: 1, status: "running", id: "s1" };
    expect(await desk.deskChat.onText(conversation(), "/cancelscan s1")).toEqual([]);
    expect(await said("/cancelscan s2")).toBe("Scan\nThis scan does not run any more.");
  });
});
