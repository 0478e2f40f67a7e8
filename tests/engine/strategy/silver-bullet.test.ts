import { describe, expect, it } from "vitest";
import type { Prices } from "../detect/fixture.ts";
import { changed, flat, mirroredSignalsOf, plansOf, signalsOf } from "./candle-story.ts";

/** A high at 106 (6); from 20 on, at 10:00 New York, price leaves upward with the gap 100.6 to 101.2. */
const STORY: readonly Prices[] = [
  ...changed(flat(20), 6, [100, 106, 99.8, 100]),
  [100, 100.6, 99.8, 100.5],
  [100.5, 102, 100.4, 101.9],
  [101.9, 102.4, 101.2, 102.2],
];
/** The middle candle has a wick as long as its body. */
const WEAK = changed(STORY, 21, [100.5, 103.3, 100.4, 101.9]);
/** In January 10:00 in New York is 15:00 UTC. */
const START = "2025-01-15T13:20:00Z";
const options = { strategy: "silverBullet", timeframe: "5m", start: START } as const;

describe("the silver bullet", () => {
  it("waits at the first gap of the hour, wrong behind its candles, with the next pool as target", () => {
    const signals = signalsOf(STORY, options);
    expect(plansOf(signals, "5m", START)).toEqual([[22, "long", "limit", 101.2, 99.8, [106]]]);
    expect(signals[0]?.reasons.slice(0, 2)).toEqual([
      { key: "reason-window", args: { name: "silver-bullet-am" } },
      { key: "reason-entry-gap", args: { top: 101.2, bottom: 100.6 } },
    ]);
  });

  it("is off when the hour is over", () => {
    const end = Date.parse("2025-01-15T16:00:00Z");
    expect(signalsOf(STORY, options)).toMatchObject([
      {
        expiresAt: end,
        endsOn: [
          { kind: "gap-filled", top: 101.2, bottom: 100.6 },
          { kind: "swing-broken", level: 99.8 },
          { kind: "kill-zone-over", name: "silver-bullet-am", at: end },
        ],
      },
    ]);
  });

  it("sells the same story upside down", () => {
    expect(plansOf(mirroredSignalsOf(STORY, options), "5m", START)).toEqual([
      [22, "short", "limit", -101.2, -99.8, [-106]],
    ]);
  });

  it("follows the clock of New York through summer time", () => {
    const start = "2025-07-15T12:20:00Z";
    expect(plansOf(signalsOf(STORY, { ...options, start }), "5m", start)).toHaveLength(1);
  });

  it.each<[string, readonly Prices[], object]>([
    ["a gap whose middle candle opened before the hour", STORY, { start: "2025-01-15T13:10:00Z" }],
    ["a gap that is known when the hour is over", STORY, { start: "2025-01-15T14:10:00Z" }],
    ["candles that touch", changed(STORY, 22, [101.9, 102.4, 100.6, 102.2]), {}],
    ["no pool worth the risk", changed(STORY, 6, [100, 103, 99.8, 100]), {}],
    ["an hour that is not wanted", STORY, { settings: { windows: ["silver-bullet-pm"] } }],
    ["a gap without displacement", WEAK, { settings: { displacement: true } }],
  ])("is silent for %s", (_, rows, changes) => {
    expect(signalsOf(rows, { ...options, ...changes })).toEqual([]);
  });

  it("asks for a displacement when told to", () => {
    expect(signalsOf(STORY, { ...options, settings: { displacement: true } })).toHaveLength(0);
    const strong = changed(changed(STORY, 21, [100.5, 103.2, 100.4, 103.1]), 22, [103.1, 103.5, 101.2, 103]);
    const settings = { displacement: true };
    expect(plansOf(signalsOf(strong, { ...options, settings }), "5m", START)).toEqual([
      [22, "long", "limit", 101.2, 99.8, [106]],
    ]);
    expect(signalsOf(WEAK, options)).toHaveLength(1);
  });

  it("takes only the first gap of a direction, or all of them", () => {
    const more: Prices[] = [...STORY, [102.2, 103.2, 102.1, 103], [103, 103.4, 102.6, 103.2]];
    expect(signalsOf(more, options)).toHaveLength(1);
    const all = signalsOf(more, { ...options, settings: { firstOnly: false, minTargetR: 0.5 } });
    expect(plansOf(all, "5m", START)).toEqual([
      [22, "long", "limit", 101.2, 99.8, [106]],
      [24, "long", "limit", 102.6, 101.2, [106]],
    ]);
  });
});
