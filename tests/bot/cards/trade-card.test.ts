import { describe, expect, it } from "vitest";
import { tradeCard } from "../../../src/bot/cards/trade-card.ts";
import { FINAL_STATES, TRADE_STATES } from "../../../src/engine/trade/trade.ts";
import { life } from "../../fakes/card-life.ts";
import { buttonLabels, cardText, strictWords } from "../../fakes/chat-desk.ts";
import {
  ANN,
  APPROVAL,
  BOB,
  NOW,
  openTrade,
  SAMPLE_PLAN,
  sampleSignal,
  sampleTrade,
} from "../../fakes/control-trades.ts";

const words = strictWords();

describe("the card of a trade", () => {
  it("shows a proposal with everything needed to decide", () => {
    const card = tradeCard(words, sampleTrade());
    expect(cardText(card)).toBe(
      [
        "LONG BTC/USDT 15m · order block touch · New York AM",
        "Expires Mar 10, 16:45 UTC",
        "Entry: 61,240.0 at the market",
        "Stop: 60,900.0 (-0.56%)",
        "Target: 61,852.4 (+1.8R)",
        "Size: 0.016 BTC · 979.84 USDT",
        "Risk: 0.05% · 5.44 USDT",
        "Score 78 of 100, grade A",
        "• Price came back to a fresh order block 61,180.5 to 61,300 on 15m",
        "• A fair value gap 61,250 to 61,320 overlaps it (0.11% of price)",
        "• Structure is bullish",
        "• Inside the New York AM kill zone",
        "Trade t1",
      ].join("\n"),
    );
    expect(buttonLabels(card)).toEqual([
      ["Approve 1R"],
      ["½R", "¼R", "Custom"],
      ["Move stop", "Targets", "Limit"],
      ["Chart", "Why", "Skip"],
    ]);
  });

  it("binds each button to the trade and its version", () => {
    const card = tradeCard(words, sampleTrade({ id: "t7", version: 3 }));
    expect(card.buttons.flat().map(({ action }) => action)).toEqual([
      { type: "approve", tradeId: "t7", version: 3, sizeFactor: 1 },
      { type: "approve", tradeId: "t7", version: 3, sizeFactor: 0.5 },
      { type: "approve", tradeId: "t7", version: 3, sizeFactor: 0.25 },
      { type: "command", text: "/size t7" },
      { type: "command", text: "/sl t7" },
      { type: "command", text: "/tp t7" },
      { type: "change-entry", tradeId: "t7", version: 3, entryType: "limit" },
      { type: "command", text: "/chart BTC/USDT 15m" },
      { type: "command", text: "/why t7" },
      { type: "skip", tradeId: "t7", version: 3 },
    ]);
  });

  it("shows a short with several targets and its score parts", () => {
    const signal = sampleSignal({
      direction: "short",
      parts: [
        {
          name: "kill-zone",
          points: 10,
          maxPoints: 10,
          why: { key: "reason-kill-zone", args: { name: "asian" } },
        },
        { name: "gap-in-block", points: 0, maxPoints: 10, why: { key: "reason-no-gap-in-block" } },
      ],
    });
    const plan = {
      ...SAMPLE_PLAN,
      direction: "short",
      entryType: "limit",
      entry: "1.0850",
      stop: "1.0870",
      targets: ["1.0830", "1.0790"],
    } as const;
    const text = cardText(tradeCard(words, sampleTrade({ signal, plan })));
    expect(text).toContain("SHORT BTC/USDT 15m");
    expect(text).toContain(
      "Entry: 1.0850 limit\nStop: 1.0870 (+0.18%)\nTarget 1: 1.0830 (+1R)\nTarget 2: 1.0790 (+3R)",
    );
    expect(text).toContain("Kill zone 10/10 · Gap in block 0/10");
  });

  it("leaves out the session when there is none, and shows macros by their time", () => {
    const { session: _none, ...outside } = sampleSignal();
    expect(cardText(tradeCard(words, sampleTrade({ signal: outside })))).toMatch(
      /^LONG BTC\/USDT 15m · order block touch\n/,
    );
    const macro = sampleSignal({ session: "macro-0950" });
    expect(cardText(tradeCard(words, sampleTrade({ signal: macro })))).toContain("· Macro 09:50\n");
  });

  it("says who approved what and that nothing was sent yet", () => {
    const trade = sampleTrade({
      state: "approved",
      version: 2,
      approval: { ...APPROVAL, sizeFactor: 0.5, quantity: "0.008" },
    });
    expect(life(trade)).toEqual(["Approved by @ann at 13:46, ½R", "The entry has not been sent yet"]);
    const text = cardText(tradeCard(words, trade));
    expect(text).toContain("Size: 0.008 BTC · 489.92 USDT\nRisk: 0.03% · 2.72 USDT");
  });

  it("shows the size of the entry order once there is one", () => {
    const trade = sampleTrade({
      state: "working",
      approval: { ...APPROVAL, sizeFactor: 0.5 },
      orders: [{ leg: "entry", clientOrderId: "c1", quantity: "0.008", status: "working" }],
    });
    const text = cardText(tradeCard(words, trade));
    expect(text).toContain("Size: 0.008 BTC · 489.92 USDT\nRisk: 0.03% · 2.72 USDT");
    expect(life(trade).at(-1)).toBe("The entry order works at the exchange, nothing is filled yet");
  });

  it("never calls a position protected before the stop was read back", () => {
    const { protectedAt: _unset, ...unprotected } = openTrade();
    expect(life(unprotected).at(-1)).toBe("⚠ The stop is not confirmed at the exchange yet");
    expect(life(openTrade()).at(-1)).toBe("The stop is at the exchange: 60,900.0");
  });

  it("shows a partial fill and a rounded average", () => {
    const trade = openTrade({
      state: "partially-filled",
      entryQuantity: "0.006",
      entryPrice: "61241.53333333333333",
    });
    expect(life(trade)[1]).toBe("Filled 0.006 of 0.016 at 61,241.53");
  });

  it("says that an unconfirmed order is unconfirmed", () => {
    expect(life(sampleTrade({ state: "unknown", approval: APPROVAL })).at(-1)).toBe(
      "⚠ The exchange has not confirmed the order. The desk keeps asking and sends nothing twice",
    );
  });

  it("compares the result with the plan", () => {
    const trade = openTrade({ state: "closed", result: { pnl: "9.41", r: 1.73, reason: "target" } });
    expect(life(trade)).toEqual([
      "Approved by @ann at 13:46, 1R",
      "Filled 0.016 at 61,241.5",
      "Closed: target reached",
      "Result +1.73R of +1.8R planned · +9.41 USDT after fees",
    ]);
  });

  it("says who closes a position and why", () => {
    const trade = openTrade({ state: "closing", closing: { reason: "panic", by: BOB } });
    expect(life(trade).at(-1)).toBe("Closing (panic, @bob)");
  });

  it("claims no result for an entry that was never filled", () => {
    const trade = sampleTrade({
      state: "closed",
      approval: APPROVAL,
      closing: { reason: "entry-cancelled" },
    });
    expect(life(trade).slice(1)).toEqual(["Closed: entry cancelled", "Nothing was filled"]);
  });

  it.each([
    [{ state: "skipped", ended: { key: "skipped", by: ANN } }, "Skipped by @ann"],
    [{ state: "expired", ended: { key: "expired-superseded" } }, "Expired: a newer setup took its place"],
    [{ state: "expired", ended: { key: "expired-restart" } }, "Expired: the desk was away when it ran out"],
    [
      { state: "denied", ended: { key: "denied-daily-loss", args: { limit: 3, actual: 3.2 } } },
      "Denied by risk: The loss today is 3.2%; the limit is 3%",
    ],
    [
      { state: "denied", ended: { key: "denied-paused" } },
      "Denied by risk: The desk is paused; /resume starts it again",
    ],
    [
      { state: "rejected", ended: { key: "rejected", args: { code: "-2019" } } },
      "No order was placed: the exchange rejected it (-2019)",
    ],
    [
      { state: "rejected", ended: { key: "rejected", args: { code: "never-arrived" } } },
      "No order was placed: it never reached the exchange",
    ],
  ] as const)("says why a trade ended: %o", (patch, line) => {
    expect(life(sampleTrade(patch))).toEqual([line]);
  });

  it("names every limit that denied a setup", () => {
    const denials = [{ code: "trades-per-day", limit: 5, actual: 5 }, { code: "symbol-busy" }] as const;
    const ended = { key: "denied-trades-per-day", args: { limit: 5, actual: 5 } };
    expect(life(sampleTrade({ state: "denied", denials, ended }))).toEqual([
      "Denied by risk: 5 trades today; the limit is 5",
      "Denied by risk: This symbol already has a trade",
    ]);
  });

  it.each(FINAL_STATES)("has no buttons when %s", (state) => {
    expect(tradeCard(words, sampleTrade({ state })).buttons).toEqual([]);
  });

  it.each(TRADE_STATES)("says something in the state %s", (state) => {
    expect(life(sampleTrade({ state })).join("")).not.toBe("");
  });

  it("shows times in the reader's own zone", () => {
    expect(NOW).toBe(Date.UTC(2026, 2, 10, 13, 45));
    expect(life(sampleTrade())[0]).toBe("Expires Mar 10, 16:45 UTC");
  });
});
