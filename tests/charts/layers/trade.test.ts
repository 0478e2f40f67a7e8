import { describe, expect, it } from "vitest";
import { chartScene } from "../../../src/charts/scene.ts";
import type { Fill } from "../../../src/engine/trade/order.ts";
import { chartInput, longSignal, MINUTE_MS, openTrade, START_MS } from "../chart-input-builder.ts";
import { linesOf, rectsOf, wordsOf } from "../scene-reading.ts";

describe("the levels of a signal", () => {
  const scene = chartScene(chartInput({ signal: longSignal() }));

  it("carry their names, multiples of the risk and prices", () => {
    const words = wordsOf(scene);
    for (const tag of ["ENTRY", "SL −1R", "TP1 +1.5R", "TP2 +2.5R", "105.00", "103.00", "108.00", "110.00"]) {
      expect(words).toContain(tag);
    }
  });

  it("need no number when there is one target", () => {
    expect(wordsOf(chartScene(chartInput({ signal: longSignal({ targets: [108] }) })))).toContain("TP +1.5R");
  });

  it("box the risk and the reward from the deciding candle to the right edge", () => {
    const [risk] = rectsOf(scene, "stop").filter(({ layer }) => layer === "boxes");
    const [reward] = rectsOf(scene, "target").filter(({ layer }) => layer === "boxes");
    expect(reward?.x).toBe(risk?.x);
    expect(reward?.height).toBeCloseTo((risk?.height ?? 0) * 1.5, 6);
    expect(risk?.y).toBeCloseTo((reward?.y ?? 0) + (reward?.height ?? 0), 6);
    expect((risk?.x ?? 0) + (risk?.width ?? 0)).toBeCloseTo(1173.2, 6);
  });

  it("point with an arrow at a target that is too far away to be drawn", () => {
    const words = wordsOf(chartScene(chartInput({ signal: longSignal({ targets: [108, 400] }) })));
    expect(words).toContain("↑ TP2 +147.5R");
    const short = longSignal({ direction: "short", stop: 107, targets: [102, 1] });
    expect(wordsOf(chartScene(chartInput({ signal: short })))).toContain("↓ TP2 +52R");
  });

  it("leave out the current price when the entry says the same", () => {
    const close = chartInput().candles.at(-1)?.close ?? 0;
    const entry = longSignal({ entry: close, stop: close - 3, targets: [close + 3] });
    const tags = wordsOf(chartScene(chartInput({ signal: entry }))).filter(
      (word) => word === close.toFixed(2),
    );
    expect(tags).toHaveLength(1);
  });
});

describe("the levels of a trade", () => {
  it("show the real entry, not the planned one", () => {
    const words = wordsOf(chartScene(chartInput({ trade: openTrade() })));
    expect(words).toContain("105.10");
    expect(words).not.toContain("105.00");
  });

  it("call a stop at the entry break-even and keep the planned stop as a dotted line", () => {
    const scene = chartScene(chartInput({ trade: openTrade({ protectedAt: "105.10" }) }));
    expect(wordsOf(scene)).toContain("SL BE");
    expect(linesOf(scene, "stop").filter(({ dash }) => dash !== undefined)).toHaveLength(1);
  });

  it("end at the exit when it is closed and say the result", () => {
    const closedAt = START_MS + 80 * MINUTE_MS;
    const trade = openTrade({
      state: "closed",
      updatedAt: closedAt,
      exitPrice: "108.88",
      result: { pnl: "3.7", r: 1.76, reason: "target" },
    });
    const scene = chartScene(chartInput({ trade }));
    expect(wordsOf(scene)).toContain("+1.8R");
    expect(wordsOf(scene)).toContain("EXIT +1.8R");
    const live = chartScene(chartInput({ trade: openTrade() }));
    const width = (of: typeof scene): number =>
      rectsOf(of, "stop").find(({ layer }) => layer === "boxes")?.width ?? 0;
    expect(width(scene)).toBeLessThan(width(live) / 2);
  });

  it("mark every fill inside the picture at its candle", () => {
    const fill: Fill = {
      fillId: "1",
      clientOrderId: "a",
      symbol: "BTC/USDT",
      side: "buy",
      quantity: "1",
      price: "105.10",
      fee: "0",
      at: START_MS + 50 * MINUTE_MS,
    };
    const fills = [
      fill,
      { ...fill, fillId: "2", side: "sell" as const, at: START_MS + 60 * MINUTE_MS },
      { ...fill, at: 0 },
    ];
    const scene = chartScene(chartInput({ trade: openTrade(), fills }));
    const marks = scene.shapes.filter(
      (shape) => shape.shape === "path" && shape.stroke?.token === "background",
    );
    expect(marks.map((mark) => (mark.shape === "path" ? mark.fill?.token : ""))).toEqual([
      "entry",
      "liquidity",
    ]);
  });
});

describe("a position whose stop was moved", () => {
  const moveAt = START_MS + 70 * MINUTE_MS;
  const sceneWith = (stop: string) =>
    chartScene(
      chartInput({
        trade: openTrade({ protectedAt: stop }),
        life: { stopMoves: [{ at: moveAt, price: stop }], openPnl: "+12.00 USDT" },
      }),
    );
  const riskBox = (stop: string) => rectsOf(sceneWith(stop), "stop").find(({ layer }) => layer === "boxes");

  it("shows no risk after a move to the entry and goes on showing it after a smaller move", () => {
    const [gone, left] = [riskBox("105.10"), riskBox("104")];
    if (gone === undefined || left === undefined) throw new Error("no risk box");
    expect(gone.x).toBe(left.x);
    expect(gone.width).toBeLessThan(left.width / 2);
  });

  it("draws the way of the stop as a stair: along the plan, then to the new price", () => {
    const stair = linesOf(sceneWith("104"), "stop").filter(({ dash }) => dash?.[0] === 6);
    expect(stair).toHaveLength(2);
    expect(stair[0]?.to[0]).toBe(stair[1]?.from[0]);
    expect(stair[0]?.from[1]).toBe(stair[0]?.to[1]);
  });

  it("says what it is worth now, in money and in R", () => {
    const words = wordsOf(sceneWith("104"));
    expect(words).toContain("+12.00 USDT");
    expect(words.some((word) => word.startsWith("NOW "))).toBe(true);
  });

  it("has the last price at NOW, not the close of a candle before it", () => {
    const life = { stopMoves: [], openPnl: "-3.78 USDT", price: 104.9 };
    const words = wordsOf(chartScene(chartInput({ trade: openTrade(), life })));
    expect(words).toContain("104.90");
  });
});
