import { describe, expect, it } from "vitest";
import { dayRollSchema } from "../../../src/engine/clock/day-roll.ts";
import { detectorSettingsSchema } from "../../../src/engine/detect/registry.ts";

describe("the day roll", () => {
  it("is midnight UTC unless a person says otherwise", () => {
    expect(detectorSettingsSchema.parse({}).dayRoll).toEqual({ timezone: "UTC", time: "00:00" });
  });

  it("is written out or named", () => {
    const fx = { timezone: "America/New_York", time: "17:00" };
    expect(dayRollSchema.parse(fx)).toEqual(fx);
    expect(dayRollSchema.parse("fx")).toEqual(fx);
    expect(dayRollSchema.parse("crypto")).toEqual({ timezone: "UTC", time: "00:00" });
    expect(dayRollSchema.parse("index-futures")).toEqual({ timezone: "America/New_York", time: "18:00" });
    expect(dayRollSchema.parse("ict-day")).toEqual({ timezone: "America/New_York", time: "00:00" });
  });

  it("refuses what is no zone, no time and no name", () => {
    for (const roll of [{ timezone: "Mars/Base" }, { time: "24:00" }, { hour: 17 }, "forex"]) {
      expect(detectorSettingsSchema.safeParse({ dayRoll: roll }).error?.issues[0]?.path[0]).toBe("dayRoll");
    }
  });
});
