import { describe, expect, it } from "vitest";
import { tradeCard } from "../../../src/bot/cards/trade-card.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import { FINAL_STATES, TRADE_STATES } from "../../../src/engine/trade/trade.ts";
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

/** The lines of the card that tell what happened. */
function life(trade: Trade): readonly string[] {
  const [, block] = tradeCard(words, trade).blocks;
  return block?.kind === "text" ? block.text.split("\n") : [];
}

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

  it("shows the open result of a position", () => {
    const trade = openTrade();
    const text = cardText(tradeCard(words, trade, { trade, price: 61_300, openPnl: "0.936", openR: 0.17 }));
    expect(text).toContain("Price 61,300\nOpen +0.17R · +0.94 USDT");
  });

  it("counts size and risk from the actual fill, and R in the planned distance", () => {
    // Filled 8.5 above the planned 61,240: 1R stays 340, the target is 603.9 away.
    const trade = openTrade({ entryPrice: "61248.5", entryNotional: "979.976" });
    const text = cardText(tradeCard(words, trade));
    expect(text).toContain("Stop: 60,900.0 (-0.57%)");
    expect(text).toContain("Target: 61,852.4 (+1.78R)");
    expect(text).toContain("Size: 0.016 BTC · 979.98 USDT\nRisk: 0.06% · 5.58 USDT");
  });

  it("shows what the stop of now would lose, and that it was moved", () => {
    const stop = { price: "61241.5", reason: "break-even", at: NOW } as const;
    const trade = openTrade({ stop, protectedAt: "61241.5" });
    expect(life(trade).slice(2)).toEqual([
      "Stop moved to 61,241.5 (break-even)",
      "The stop is at the exchange: 61,241.5",
    ]);
    expect(cardText(tradeCard(words, trade))).toContain("Risk: 0% · 0.00 USDT");
  });

  it("goes on telling what is at stake while it is closing", () => {
    const half = {
      exitQuantity: "0.008",
      protectedAt: "61000",
      stop: { price: "61000", reason: "manual", at: NOW },
    } as const;
    const risk = (trade: Trade) => /Risk: .*/.exec(cardText(tradeCard(words, trade)))?.[0];
    expect(risk(openTrade(half))).toBe("Risk: 0.02% · 1.93 USDT");
    expect(risk(openTrade({ ...half, state: "closing" }))).toBe("Risk: 0.02% · 1.93 USDT");
  });

  it("names who moved stop and targets, took a part out and took the entry back", () => {
    const trade = openTrade({
      exitQuantity: "0.004",
      stop: { price: "61000", reason: "manual", at: NOW, by: BOB },
      ladder: { rungs: [{ price: "62000", quantity: "0.012" }], after: 3, by: ANN },
      entryCancelledBy: BOB,
    });
    expect(life(trade).slice(2, 6)).toEqual([
      "@bob took back the rest of the entry",
      "0.004 of it is out already",
      "Targets by @ann",
      "Stop moved to 61,000 by @bob",
    ]);
    expect(cardText(tradeCard(words, trade))).toContain("Target: 62,000 (+2.23R)");
  });

  it("says that the largest position capped the size, and gives what a person typed no score", () => {
    const plan = { ...SAMPLE_PLAN, cappedAtPercent: 10 };
    const signal = sampleSignal({
      strategy: "manual",
      reasons: [{ key: "reason-manual", args: { name: "Ann" } }],
    });
    const text = cardText(tradeCard(words, sampleTrade({ plan, signal })));
    expect(text).toContain("Size capped by the largest position allowed, 10% of the balance");
    expect(text).toContain("by hand");
    expect(text).toContain("• Ann wants it");
    expect(text).not.toContain("Score");
    expect(cardText(tradeCard(words, sampleTrade({ plan, state: "closed" })))).not.toContain("capped");
  });

  it("has the entry of the fill beside the planned one, and the price at which it was left", () => {
    const result = { pnl: "9.5", r: 1.74, reason: "target" } as const;
    const closed = { exitQuantity: "0.016", exitPrice: "61852.4333333", result, state: "closed" } as const;
    const text = cardText(tradeCard(words, openTrade(closed)));
    expect(text).toContain("Entry: 61,241.5, planned 61,240.0");
    expect(text).toContain("Filled 0.016 at 61,241.5\nOut 0.016 at 61,852.43\nClosed: target reached");
    expect(cardText(tradeCard(words, sampleTrade()))).toContain("Entry: 61,240.0 at the market");
  });

  it("tells what the stop follows and who switched it, while the trade lives", () => {
    const trailing = { by: "structure", distance: 0.5, layer: "internal", startR: 1, stepR: 0.1 } as const;
    const trailingSwitched = { by: BOB, at: NOW };
    const open = openTrade({ management: { trailing }, trailingSwitched });
    expect(cardText(tradeCard(words, open))).toContain(
      "Trailing: 0.5 ATR behind the last internal swing, from +1R on",
    );
    expect(cardText(tradeCard(words, open))).toContain("@bob lets the stop follow price");
    expect(cardText(tradeCard(words, { ...open, management: {} }))).toContain("@bob switched trailing off");
    expect(cardText(tradeCard(words, { ...open, state: "closed" }))).not.toContain("Trailing");
  });

  it("offers stop, targets, parts and the close of a position", () => {
    expect(buttonLabels(tradeCard(words, openTrade()))).toEqual([
      ["Break-even", "Move stop", "Trail"],
      ["Targets", "Reduce 25%", "Reduce 50%", "Close"],
    ]);
    const safe = openTrade({ stop: { price: "61300", reason: "trailing", at: NOW } });
    expect(buttonLabels(tradeCard(words, safe))[0]).toEqual(["Move stop", "Trail"]);
    const part = openTrade({ state: "partially-filled", entryQuantity: "0.006" });
    expect(buttonLabels(tradeCard(words, part))[2]).toEqual(["Cancel entry"]);
    expect(tradeCard(words, sampleTrade({ state: "working" })).buttons[0]?.[0]?.action.type).toBe(
      "cancel-entry",
    );
  });

  it("shows times in the reader's own zone", () => {
    expect(NOW).toBe(Date.UTC(2026, 2, 10, 13, 45));
    expect(life(sampleTrade())[0]).toBe("Expires Mar 10, 16:45 UTC");
  });
});
