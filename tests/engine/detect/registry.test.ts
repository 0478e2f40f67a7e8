import { describe, expect, it } from "vitest";
import { DETECTION_KINDS } from "../../../src/engine/detect/detection.ts";
import { CODED_EVENTS, EVENTS, eventCode } from "../../../src/engine/detect/event-codes.ts";
import { DETECTORS, detectorSettingsSchema, settingsKey } from "../../../src/engine/detect/registry.ts";
import { detectCandles } from "../../../src/engine/model/detect-candles.ts";
import { generatedCandles } from "./generated-candles.ts";

const candles = generatedCandles(5, 800, 900_000);

describe("the registry of detectors", () => {
  it("lists kinds once and in the order of the definitions", () => {
    const positions = DETECTORS.map(({ kind }) => DETECTION_KINDS.indexOf(kind));
    expect(positions).toEqual([...new Set(positions)].toSorted((one, other) => one - other));
  });

  it("keys the settings by kind in camelCase", () => {
    expect(settingsKey("fair-value-gap")).toBe("fairValueGap");
    expect(settingsKey("swing")).toBe("swing");
    expect(Object.keys(detectorSettingsSchema.parse({}))).toEqual(
      expect.arrayContaining(DETECTORS.map(({ kind }) => settingsKey(kind))),
    );
  });

  it("has every kind on by default and a help text for every setting", () => {
    for (const { kind, settings, help } of DETECTORS) {
      expect(settings.parse({})).toMatchObject({ enabled: true });
      expect(help.length).toBeGreaterThan(10);
      for (const [name, field] of Object.entries(settings.shape)) {
        expect([kind, name, field.description]).toEqual([kind, name, expect.any(String)]);
      }
    }
  });

  it("takes the example of the definitions", () => {
    const read = detectorSettingsSchema.parse({
      swing: { layers: [{ name: "internal", left: 5, right: 5 }] },
      fairValueGap: { minGapPercent: 0 },
    });
    expect(read.swing.layers).toEqual([{ name: "internal", left: 5, right: 5 }]);
    expect(read.orderBlock.maxTouches).toBe(3);
  });

  it("refuses an unknown key with its path", () => {
    const { error } = detectorSettingsSchema.safeParse({ swing: { layer: [] } });
    expect(error?.issues[0]).toMatchObject({ code: "unrecognized_keys", keys: ["layer"], path: ["swing"] });
  });

  it("refuses two layers of one name", () => {
    const layer = { name: "internal", left: 2, right: 2 };
    expect(detectorSettingsSchema.safeParse({ swing: { layers: [layer, layer] } }).success).toBe(false);
  });

  it.each(DETECTORS.map(({ kind }) => kind))("silences %s, and nothing else, when it is disabled", (kind) => {
    const all = detectCandles(candles, "15m", detectorSettingsSchema.parse({}));
    const settings = detectorSettingsSchema.parse({ [settingsKey(kind)]: { enabled: false } });
    expect(detectCandles(candles, "15m", settings)).toEqual(all.filter((event) => event.kind !== kind));
  });
});

describe("event codes", () => {
  it("are different for every event of every kind and rise in their order", () => {
    const codes = DETECTION_KINDS.flatMap((kind) =>
      EVENTS[kind].map((event) => eventCode(kind, event as never)),
    );
    expect(codes).toEqual(CODED_EVENTS.map((_, code) => code));
  });
});
