import { describe, expect, it } from "vitest";
import { levelsCard } from "../../../src/bot/cards/levels-card.ts";
import type { DetectionKind } from "../../../src/engine/detect/detection.ts";
import type { PriceLevel } from "../../../src/engine/model/levels.ts";
import type { LevelsReport } from "../../../src/engine/ports/control.ts";
import { cardText, strictWords } from "../../fakes/chat-desk.ts";
import { NOW } from "../../fakes/control-trades.ts";

function level(patch: Partial<PriceLevel> & { kind: DetectionKind; label: readonly string[] }): PriceLevel {
  const { kind, label, ...rest } = patch;
  const detection = { kind, event: "detected", id: "x", index: 1, knownIndex: 2, openTime: 0, knownAt: 0 };
  const [bias] = label;
  const known = bias === "bullish" || bias === "bearish" ? { ...detection, bias } : detection;
  return { side: "above", kind, label, top: 101, bottom: 101, detection: known, ...rest } as PriceLevel;
}

function report(levels: readonly PriceLevel[], dealing?: LevelsReport["snapshot"]["dealing"]): LevelsReport {
  const snapshot = { price: 100, levels, ...(dealing && { dealing }) };
  return { symbol: "BTC/USDT", timeframe: "15m", knownAt: NOW, snapshot };
}

const rowsOf = (shown: LevelsReport) => cardText(levelsCard(strictWords(), shown)).split("\n").slice(1);

describe("the card of levels", () => {
  it("puts the price between what is above and below, the nearest beside it", () => {
    const levels = [
      level({ kind: "fair-value-gap", label: ["bullish"], side: "at", top: 100.5, bottom: 99.5 }),
      level({ kind: "liquidity-pool", label: ["equal", "high"], distancePercent: 1, distanceAtr: 0.5 }),
      level({
        kind: "order-block",
        label: ["bullish"],
        side: "below",
        top: 98,
        bottom: 97,
        distancePercent: 2,
        distanceAtr: 1,
      }),
      level({ kind: "session", label: ["asian", "high"], top: 103, bottom: 103, distancePercent: 3 }),
    ];
    expect(rowsOf(report(levels, { position: 0.787, place: "premium" }))).toEqual([
      "Price | Level | Away",
      "103 | Asian range high | +3%",
      "101 | Equal highs | +1% · 0.5 ATR",
      "99.5–100.5 | Bullish FVG | inside",
      "▶ 100 | in premium, 79% of the range | ",
      "97–98 | Bullish order block | −2% · 1.0 ATR",
      "As of the candle that closed at Mar 10, 13:45 UTC",
    ]);
  });

  it("shows the eight nearest on each side", () => {
    const levels = Array.from({ length: 20 }, (_, at) =>
      level({ kind: "liquidity-pool", label: ["swing", "high"], top: 101 + at, bottom: 101 + at }),
    );
    const rows = rowsOf(report(levels));
    expect(rows.slice(1, 10).map((row) => row.split(" | ")[0])).toEqual([
      "108",
      "107",
      "106",
      "105",
      "104",
      "103",
      "102",
      "101",
      "▶ 100",
    ]);
  });

  it("names a session's high and its pool at the same price once", () => {
    const levels = [
      level({ kind: "session", label: ["asian", "high"] }),
      level({ kind: "liquidity-pool", label: ["session", "asian", "high"] }),
    ];
    expect(rowsOf(report(levels)).filter((row) => row.includes("Asian range high"))).toHaveLength(1);
  });

  it.each([
    ["previous-range", ["previous-day", "low"], "Previous day low"],
    ["liquidity-pool", ["previous-month", "high"], "Previous month high"],
    ["dealing-range", ["equilibrium"], "Equilibrium"],
    ["dealing-range", ["optimal-trade-entry", "long"], "OTE long"],
    ["new-week-opening-gap", ["bearish"], "Bearish NWOG"],
    ["inverse-fair-value-gap", ["bullish"], "Bullish inverse FVG"],
  ] as const)("calls a %s of %j as traders do", (kind, label, name) => {
    expect(rowsOf(report([level({ kind, label })]))[1]?.split(" | ")[1]).toBe(name);
  });
});
