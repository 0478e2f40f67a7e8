import { describe, expect, it } from "vitest";
import { isMarketOpen } from "../../../src/engine/clock/market-calendar.ts";
import { TimeZones } from "../../../src/engine/clock/time-zone.ts";
import type { MarketKind } from "../../../src/engine/instrument.ts";

const zones = new TimeZones();
const open = (kind: MarketKind, at: string) => isMarketOpen(kind, Date.parse(at), zones);

describe("the market calendar", () => {
  it("never closes for coins", () => {
    expect(["2026-03-07T12:00Z", "2026-12-25T12:00Z"].map((at) => open("crypto", at))).toEqual([true, true]);
  });

  it("closes currencies on Friday 17:00 in New York and opens them on Sunday 17:00, in winter and summer", () => {
    const winter = ["2026-01-09T21:59Z", "2026-01-09T22:00Z", "2026-01-11T21:59Z", "2026-01-11T22:00Z"];
    expect(winter.map((at) => open("fx", at))).toEqual([true, false, false, true]);
    const summer = ["2026-07-10T20:59Z", "2026-07-10T21:00Z", "2026-07-12T20:59Z", "2026-07-12T21:00Z"];
    expect(summer.map((at) => open("fx", at))).toEqual([true, false, false, true]);
  });

  it("keeps New York time in the weekend on which its clocks change", () => {
    expect(["2026-03-08T20:59Z", "2026-03-08T21:00Z"].map((at) => open("fx", at))).toEqual([false, true]);
    expect(["2026-11-01T21:59Z", "2026-11-01T22:00Z"].map((at) => open("fx", at))).toEqual([false, true]);
  });

  it("rests currencies at Christmas and New Year from the evening before", () => {
    expect(
      ["2026-12-24T21:59Z", "2026-12-24T22:00Z", "2026-12-25T21:59Z"].map((at) => open("fx", at)),
    ).toEqual([true, false, false]);
    expect(open("fx", "2026-01-01T15:00Z")).toBe(false);
    expect(open("fx", "2026-07-03T15:00Z")).toBe(true);
  });

  it.each([
    ["New Year", "2026-01-01"],
    ["Martin Luther King", "2026-01-19"],
    ["Presidents", "2026-02-16"],
    ["Good Friday", "2026-04-03"],
    ["Good Friday a year later", "2027-03-26"],
    ["Memorial Day", "2026-05-25"],
    ["Juneteenth", "2026-06-19"],
    ["Independence Day, kept on the Friday", "2026-07-03"],
    ["Labor Day", "2026-09-07"],
    ["Thanksgiving", "2026-11-26"],
    ["Christmas of a Saturday, kept on the Friday", "2027-12-24"],
  ])("rests indices at %s", (_name, day) => {
    expect(open("index", `${day}T15:00Z`)).toBe(false);
    const before = new Date(Date.parse(`${day}T15:00Z`) - 7 * 86_400_000).toISOString();
    const after = new Date(Date.parse(`${day}T15:00Z`) + 14 * 86_400_000).toISOString();
    expect(open("index", before) || open("index", after)).toBe(true);
  });

  it("rests indices for an hour after the roll", () => {
    const evening = ["2026-03-10T20:59Z", "2026-03-10T21:00Z", "2026-03-10T21:59Z", "2026-03-10T22:00Z"];
    expect(evening.map((at) => open("index", at))).toEqual([true, false, false, true]);
  });
});
