import { describe, expect, it } from "vitest";
import { createFormats } from "../../src/bot/formats.ts";

const english = createFormats({ locale: "en", timeZone: "UTC" });
const german = createFormats({ locale: "de", timeZone: "Europe/Berlin" });

describe("formats", () => {
  it("keep every digit of a decimal text", () => {
    expect(english.price("61240.10")).toBe("61,240.10");
    expect(english.price("0.00001620")).toBe("0.00001620");
    expect(english.price("123456789012345678.12")).toBe("123,456,789,012,345,678.12");
    expect(german.price("61240.10")).toBe("61.240,10");
  });

  it("shorten a float to what it means", () => {
    expect(english.price(1.0853200000000001)).toBe("1.08532");
    expect(english.price(61_240)).toBe("61,240");
    expect(english.price(0.1 + 0.2)).toBe("0.3");
  });

  it("show money with two digits, and small money as it is", () => {
    expect(english.money("10000")).toBe("10,000.00");
    expect(english.money("5.444")).toBe("5.44");
    expect(english.money("0.00432")).toBe("0.0043");
    expect(english.money("0")).toBe("0.00");
    expect(german.money("-1234.5")).toBe("-1.234,50");
  });

  it("show the sign of results, but none for zero", () => {
    expect(english.profit("12.3")).toBe("+12.30");
    expect(english.profit("-0.004")).toBe("-0.004");
    expect(english.profit("0")).toBe("0.00");
    expect(english.r(1.7999)).toBe("+1.8R");
    expect(english.r(-1)).toBe("-1R");
    expect(english.r(0)).toBe("0R");
    expect(german.r(-0.55)).toBe("-0,55R");
  });

  it("show percent of percents", () => {
    expect(english.percent(1)).toBe("1%");
    expect(english.percent(0.057)).toBe("0.06%");
    expect(english.signedPercent(-0.555)).toBe("-0.56%");
    expect(german.percent(2.5)).toBe("2,5\u00a0%");
  });

  it("show times in the reader's zone, through both changes of the clock", () => {
    const beforeNewYork = Date.UTC(2026, 2, 8, 6, 59);
    expect(english.timeIn("America/New_York", beforeNewYork)).toBe("01:59");
    expect(english.timeIn("America/New_York", beforeNewYork + 60_000)).toBe("03:00");
    const beforeBerlin = Date.UTC(2026, 9, 25, 0, 59);
    expect(german.time(beforeBerlin)).toBe("02:59");
    expect(german.time(beforeBerlin + 60_000)).toBe("02:00");
    expect(english.moment(beforeNewYork)).toBe("Mar 8, 06:59 UTC");
    expect(german.moment(beforeNewYork)).toBe("8. März, 07:59 MEZ");
  });

  it("show midnight as 00:00", () => {
    expect(english.time(Date.UTC(2026, 0, 1))).toBe("00:00");
  });

  it.each([
    [0, "0 sec"],
    [400, "0 sec"],
    [59_400, "59 sec"],
    [59_600, "1 min"],
    [3_600_000, "1 hr"],
    [5_430_000, "1 hr 31 min"],
    [93_784_000, "1 day 2 hr"],
    [-5000, "0 sec"],
  ])("show %d ms as %s", (ms, text) => {
    expect(english.duration(ms)).toBe(text);
  });
});
