import { describe, expect, it } from "vitest";
import type { Prices } from "../detect/fixture.ts";
import { changed, flat, mirroredSignalsOf, plansOf, signalsOf } from "./candle-story.ts";

/** Structure breaks up at 22 and leaves the gap 101.2 to 102; 25 comes back to it and closes up. */
const RETURN: readonly Prices[] = [
  ...changed(flat(16), 5, [100, 106, 99.9, 100]),
  [100, 100.2, 98.6, 99.8],
  [99.8, 101, 99.7, 100.9],
  [100.9, 102, 100.5, 101.2],
  [101.2, 101.4, 100.2, 100.4],
  [100.4, 100.9, 99.6, 100.8],
  [100.8, 101.2, 100.6, 101.1],
  [101.1, 103.2, 101, 103],
  [103, 103.6, 102.1, 103.4],
  [103.4, 103.5, 102.6, 102.8],
  [102.5, 103.2, 101.8, 103.1],
];
/** Candle 25 opens at 20:05 UTC, 15:05 in New York. */
const AT_CONTINUATION = "2025-01-15T18:00:00Z";
const continuing = { strategy: "continuation", timeframe: "5m", start: AT_CONTINUATION } as const;

describe("the continuation", () => {
  it("goes with structure when price turns away from an open gap in the window", () => {
    const signals = signalsOf(RETURN, continuing);
    expect(plansOf(signals, "5m", AT_CONTINUATION)).toEqual([[25, "long", "market", 103.1, 101.2, [106]]]);
    expect(signals[0]?.reasons.slice(0, 3)).toEqual([
      { key: "reason-window", args: { name: "continuation" } },
      { key: "reason-break-of-structure", args: { bias: "bullish", level: 102 } },
      { key: "reason-entry-gap", args: { top: 102.1, bottom: 101.2 } },
    ]);
  });

  it("is off when the session ends", () => {
    const at = Date.parse("2025-01-15T21:00:00Z");
    const [signal] = signalsOf(RETURN, continuing);
    expect(signal?.endsOn?.at(-1)).toEqual({ kind: "kill-zone-over", name: "new-york-pm", at });
    expect(signal?.expiresAt).toBe(at);
  });

  it("sells the same story upside down", () => {
    expect(plansOf(mirroredSignalsOf(RETURN, continuing), "5m", AT_CONTINUATION)).toEqual([
      [25, "short", "market", -103.1, -101.2, [-106]],
    ]);
  });

  it.each<[string, readonly Prices[], object]>([
    ["the quarter hour before", RETURN, { start: "2025-01-15T17:50:00Z" }],
    ["the quarter hour after", RETURN, { start: "2025-01-15T18:10:00Z" }],
    ["a close inside the gap", changed(RETURN, 25, [101.9, 103.2, 101.8, 102]), {}],
    ["a close down", changed(RETURN, 25, [103.2, 103.2, 101.8, 103.1]), {}],
    ["no return", changed(RETURN, 25, [102.5, 103.2, 102.2, 103.1]), {}],
  ])("is silent for %s", (_, rows, changes) => {
    expect(signalsOf(rows, { ...continuing, ...changes })).toEqual([]);
  });
});

/** A low at 98.5 (16); three down candles from 100 sweep it at 24, and 25 closes above where they began. */
const TURN: readonly Prices[] = [
  ...changed(flat(16), 5, [100, 106, 99.9, 100]),
  [100, 100.2, 98.5, 99.8],
  [99.8, 100.4, 99.6, 100.2],
  ...flat(4),
  [100, 100.1, 99.2, 99.3],
  [99.3, 99.4, 98.7, 98.8],
  [98.8, 98.9, 98.1, 98.6],
  [98.6, 100.4, 98.5, 100.3],
];
/** Candle 24 opens at 20:30 UTC, 15:30 in New York. */
const AT_REVERSAL = "2025-01-15T18:30:00Z";
const reversing = { strategy: "reversal", timeframe: "5m", start: AT_REVERSAL } as const;

describe("the reversal", () => {
  it("trades the way back when sweep and turn both happen in the window", () => {
    const signals = signalsOf(TURN, reversing);
    expect(plansOf(signals, "5m", AT_REVERSAL)).toEqual([[25, "long", "market", 100.3, 98.1, [106]]]);
    expect(signals[0]?.reasons.slice(0, 3)).toEqual([
      { key: "reason-window", args: { name: "reversal" } },
      { key: "reason-sweep", args: { source: "swing", name: "", side: "low", level: 98.5 } },
      { key: "reason-change-of-character", args: { bias: "bullish", level: 100 } },
    ]);
  });

  it("sells the same story upside down", () => {
    expect(plansOf(mirroredSignalsOf(TURN, reversing), "5m", AT_REVERSAL)).toEqual([
      [25, "short", "market", -100.3, -98.1, [-106]],
    ]);
  });

  it.each<[string, readonly Prices[], object]>([
    ["a sweep before the window", TURN, { start: "2025-01-15T18:25:00Z" }],
    ["a turn after the window", TURN, { start: "2025-01-15T18:45:00Z" }],
    ["no sweep", changed(TURN, 24, [98.8, 98.9, 98.5, 98.6]), {}],
    ["no turn", changed(TURN, 25, [98.6, 100.4, 98.5, 100]), {}],
  ])("is silent for %s", (_, rows, changes) => {
    expect(signalsOf(rows, { ...reversing, ...changes })).toEqual([]);
  });
});
