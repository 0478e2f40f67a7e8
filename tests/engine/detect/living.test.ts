import { describe, expect, it } from "vitest";
import { TimeZones } from "../../../src/engine/clock/time-zone.ts";
import type { Detection, DetectionKind } from "../../../src/engine/detect/detection.ts";
import type { DetectionEngine } from "../../../src/engine/detect/detection-engine.ts";
import { DETECTORS, detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";
import { runDetectors } from "../../../src/engine/model/detect-candles.ts";
import { requiredCandles } from "../../../src/engine/model/required-candles.ts";
import { TimeframeTrack } from "../../../src/engine/model/timeframe-track.ts";
import { isZone, overlaps, type Zone } from "../../../src/engine/strategy/zone.ts";
import { generatedCandles } from "./generated-candles.ts";

const settings = detectorSettingsSchema.parse({});
const candles = generatedCandles(4, 9000, 900_000);
const timeframe = "15m";

function live(count: number): TimeframeTrack {
  const keep = requiredCandles(settings);
  const track = new TimeframeTrack({ symbol: "X", timeframe, settings, keep, timeZones: new TimeZones() });
  for (const candle of candles.slice(0, count)) track.push(candle);
  return track;
}

function livingOf(engine: DetectionEngine, kind: DetectionKind): readonly Detection[] {
  return engine.living(kind).map((row) => engine.detection(row));
}

describe("what is alive", () => {
  const counts = [700, 5000, 9000];
  const tracks = counts.map((count) => ({
    track: live(count),
    engine: runDetectors(candles.slice(0, count), timeframe, settings),
  }));

  it.each(DETECTORS.map(({ kind }) => kind))(
    "is the same %s in a bounded model and in a whole run",
    (kind) => {
      for (const { track, engine } of tracks) expect(track.zones(kind)).toEqual(livingOf(engine, kind));
    },
  );

  it.each(["fair-value-gap", "order-block"] as const)(
    "is every %s that shares prices with an area",
    (kind) => {
      for (const { track } of tracks) {
        const all = track.zones(kind).filter(isZone);
        const found = all.map((zone) => track.zones(kind, zone).filter(isZone));
        expect(all.length).toBeGreaterThan(1);
        for (const [at, zone] of all.entries()) {
          const over = (other: Zone) => overlaps(other, zone);
          expect(found[at]?.filter(over)).toEqual(all.filter(over));
        }
        expect(found.some((some) => some.length < all.length)).toBe(true);
      }
    },
  );

  it.each([
    "breaker-block",
    "mitigation-block",
    "inverse-fair-value-gap",
    "balanced-price-range",
    "volume-imbalance",
    "opening-gap",
    "liquidity-pool",
  ] as const)("is every %s that has begun and not ended", (kind) => {
    for (const { engine } of tracks) {
      const alive = new Set<string>();
      for (const { kind: found, event, id, poolId } of engine.detections()) {
        if (found === "liquidity-sweep" && poolId !== undefined && kind === "liquidity-pool")
          alive.delete(poolId);
        if (found !== kind) continue;
        if (["filled", "invalidated", "broken", "expired"].includes(event)) alive.delete(id);
        else alive.add(id);
      }
      expect(new Set(livingOf(engine, kind).map(({ id }) => id))).toEqual(alive);
    }
  });

  it("is the newest range of each period and five opening gaps", () => {
    const { engine } = tracks.at(-1) ?? tracks[0] ?? { engine: runDetectors([], timeframe, settings) };
    const all = [...engine.detections()];
    for (const kind of ["new-day-opening-gap", "new-week-opening-gap"] as const) {
      expect(livingOf(engine, kind)).toEqual(all.filter((event) => event.kind === kind).slice(-5));
    }
    for (const range of livingOf(engine, "previous-range")) {
      expect(range).toEqual(all.findLast(({ kind, name }) => kind === range.kind && name === range.name));
    }
    expect(livingOf(engine, "previous-range")).toHaveLength(3);
    expect(livingOf(engine, "dealing-range")).toEqual([all.findLast(({ kind }) => kind === "dealing-range")]);
  });
});
