import { describe, expect, it } from "vitest";
import { decimalMark, formatPrice, formatR, tickDecimals } from "../../../src/charts/scale/price-format.ts";

const SPACE = "\u202f";

describe("formatPrice", () => {
  it.each([
    [0.0000162, "0.00000001", "0.00001620"],
    [61234.5, "0.1", `61${SPACE}234.5`],
    [61234.5, "0.10", `61${SPACE}234.5`],
    [1.06154, "0.00001", "1.06154"],
    [4512.25, "0.25", `4${SPACE}512.25`],
    [39000, "1", `39${SPACE}000`],
    [39000, "5", `39${SPACE}000`],
    [1234567.8, "0.01", `1${SPACE}234${SPACE}567.80`],
    [999.5, "0.5", "999.5"],
    [-37.63, "0.01", "−37.63"],
    [-0.001, "0.01", "0.00"],
    [0, "0.01", "0.00"],
  ])("writes %d with the tick %s as %s", (value, tick, written) => {
    expect(formatPrice(value, tick)).toBe(written);
  });
});

describe("decimalMark", () => {
  it.each([
    ["en-GB", "."],
    ["zh-CN", "."],
    ["de", ","],
    ["ru", ","],
    ["es", ","],
    ["pt-BR", ","],
    ["ar-EG", "٫"],
  ])("of %s is %s", (locale, mark) => {
    expect(decimalMark(locale)).toBe(mark);
  });
});

describe("tickDecimals", () => {
  it.each([
    ["0.00000001", 8],
    ["0.5", 1],
    ["0.10", 1],
    ["1", 0],
    ["1.0", 0],
    ["10", 0],
  ])("of %s are %d", (tick, decimals) => {
    expect(tickDecimals(tick)).toBe(decimals);
  });
});

describe("formatR", () => {
  it.each([
    [1.8, "+1.8R"],
    [-1, "−1R"],
    [3, "+3R"],
    [0.04, "0R"],
    [-0.04, "0R"],
    [0.05, "+0.1R"],
    [12.34, "+12.3R"],
  ])("writes %d as %s", (multiple, written) => {
    expect(formatR(multiple)).toBe(written);
  });
});
