import { describe, expect, it } from "vitest";
import { applyAll } from "../../../src/engine/trade/apply.ts";
import { pnlAt, positionStory } from "../../../src/engine/trade/position-life.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { filled, idOf, NOW, open } from "./trade-fixtures.ts";

function protectedAt(stop: string, at: number): TradeEvent {
  return { type: "trade.protected", at, clientOrderId: "stop", stop };
}

describe("the story of a position", () => {
  it("has every fill and every move of the stop after the first", () => {
    const trade = open();
    const exit = filled(trade, idOf(trade, "target-1"), "f2", "5", "102", "0.2");
    const { fills, stopMoves } = positionStory([
      filled(trade, idOf(trade, "entry"), "f1", "10", "100"),
      protectedAt("98", NOW + 10),
      exit,
      protectedAt("98.0", NOW + 20),
      protectedAt("100", NOW + 30),
      protectedAt("101.5", NOW + 40),
    ]);
    expect(fills.map(({ fillId, side }) => [fillId, side])).toEqual([
      ["f1", "buy"],
      ["f2", "sell"],
    ]);
    expect(stopMoves).toEqual([
      { at: NOW + 30, price: "100" },
      { at: NOW + 40, price: "101.5" },
    ]);
  });
});

describe("profit and loss at a price", () => {
  it("counts what is open and takes the fees off", () => {
    expect(pnlAt(open(), 101)).toBe("9.6");
    expect(pnlAt(open(), "98")).toBe("-20.4");
  });

  it("keeps what a partial exit took", () => {
    const trade = open();
    const half = applyAll(trade, [filled(trade, idOf(trade, "target-1"), "f2", "5", "102", "0.2")]);
    expect(pnlAt(half, 103)).toBe("24.4");
    expect(pnlAt(half, 100)).toBe("9.4");
  });

  it("gains with a falling price when short", () => {
    const short = open({ direction: "short", stop: "102", targets: ["98", "96"] });
    expect(pnlAt(short, 99)).toBe("9.6");
  });
});
