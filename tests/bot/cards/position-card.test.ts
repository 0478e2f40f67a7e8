import { describe, expect, it } from "vitest";
import { tradeCard } from "../../../src/bot/cards/trade-card.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import { life } from "../../fakes/card-life.ts";
import { buttonLabels, cardText, strictWords } from "../../fakes/chat-desk.ts";
import {
  ANN,
  BOB,
  NOW,
  openTrade,
  SAMPLE_PLAN,
  sampleSignal,
  sampleTrade,
} from "../../fakes/control-trades.ts";

const words = strictWords();

describe("the card of a position", () => {
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

  it("says what is held of what was entered, and after the end what was entered", () => {
    const size = (patch: Partial<Trade>) =>
      /Size: .*/.exec(cardText(tradeCard(words, openTrade(patch))))?.[0];
    const entered = { entryNotional: "979.864" } as const;
    expect(size({ ...entered, exitQuantity: "0.012" })).toBe("Size: 0.004 of 0.016 BTC · 244.97 USDT");
    expect(size({ ...entered, exitQuantity: "0.012", state: "closing" })).toBe(
      "Size: 0.004 of 0.016 BTC · 244.97 USDT",
    );
    expect(size({ ...entered, exitQuantity: "0.016", state: "closed" })).toBe(
      "Size: 0.016 BTC · 979.86 USDT",
    );
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
});
