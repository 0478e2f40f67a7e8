import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOrder } from "../../../src/bot/commands/read-order.ts";

const BTC = { base: "BTC", quote: "USDT" };
const read = (text: string) => readOrder(text.split(" ").filter(Boolean), BTC);
const price = (text: string) => ({ kind: "price", price: text });

describe("a typed order", () => {
  it.each([
    ["sl 60k tp 62k", { stop: price("60000"), targets: [price("62000")] }],
    ["TP 62,000 63k SL 60k", { stop: price("60000"), targets: [price("62000"), price("63000")] }],
    [
      "0.5% sl 60k tp 2R",
      { size: { kind: "risk", percent: 0.5 }, stop: price("60000"), targets: [{ kind: "r", r: 2 }] },
    ],
    ["$500 sl 1% tp 2%", { size: { kind: "notional", notional: "500" } }],
    ["1,500$ sl 1% tp 2%", { size: { kind: "notional", notional: "1500" } }],
    ["5kusdt sl 1% tp 2%", { size: { kind: "notional", notional: "5000" } }],
    ["0.1btc 61.2k sl 1% tp 2%", { size: { kind: "quantity", quantity: "0.1" }, lone: "61200" }],
    ["0.1 61.2k sl 1% tp 2%", { size: { kind: "quantity", quantity: "0.1" }, entry: price("61200") }],
    ["0.1 @61.2k sl 1% tp 2%", { lone: "0.1", entry: price("61200") }],
    ["61.2k sl 1% tp 2%", { lone: "61200" }],
    ["-1% sl 1% tp 2%", { entry: { kind: "percent", percent: -1 } }],
    [
      "0.5% -1% sl 1% tp 2%",
      { size: { kind: "risk", percent: 0.5 }, entry: { kind: "percent", percent: -1 } },
    ],
    ["limit @ 61.2k sl 1% tp 2%", { lone: "61200" }],
    ["market", { targets: [] }],
    ["", { targets: [] }],
  ])("%s is understood", (text, order) => {
    const reading = read(text);
    expect(reading).toMatchObject({ status: "read", order });
  });

  it.each([
    ["moon sl 1% tp 2%", "size", "unreadable", "moon"],
    ["@moon sl 1% tp 2%", "entry", "unreadable", "@moon"],
    ["0.1eth sl 1% tp 2%", "size", "unreadable", "0.1eth"],
    ["$0 sl 1% tp 2%", "size", "unreadable", "$0"],
    ["101% sl 1% tp 2%", "entry", undefined, undefined],
    ["1% 2% sl 1% tp 2%", "size", "twice", "2%"],
    ["1 2 3 sl 1% tp 2%", "entry", "twice", "3"],
    ["$5 61k 62k sl 1% tp 2%", "entry", "twice", "62k"],
    ["-1% -2% sl 1% tp 2%", "entry", "twice", "-2%"],
    ["sl 60k 61k tp 62k", "stop", "twice", "61k"],
    ["sl x tp 62k", "stop", "unreadable", "x"],
    ["sl 60k tp 62k and more", "target", "unreadable", "and"],
    [`sl 60k tp ${"62k ".repeat(11)}`, "target", "too-many", "62k"],
  ] as const)("%s names the part that is wrong", (text, field, problem, word) => {
    const reading = read(text);
    if (problem === undefined) expect(reading).toMatchObject({ status: "read" });
    else expect(reading).toEqual({ status: "problem", field, problem, word });
  });

  it("is read or refused without a throw, whatever is typed, and never with a number that is none", () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom("sl", "tp", "SL", "1e309", "-0", "NaN", "__proto__", "constructor", "$", "%", "@", "k"),
      fc.constantFrom(
        "9".repeat(400),
        "0.".concat("0".repeat(400), "1"),
        "1%",
        "-1%",
        "2R",
        "\u202e1",
        "１２",
      ),
      fc.integer().map(String),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 30 }), (words) => {
        const reading = readOrder(words, BTC);
        if (reading.status === "problem") {
          expect(words).toContain(reading.word);
          return;
        }
        const { size, entry, lone, stop, targets } = reading.order;
        expect(targets.length).toBeLessThanOrEqual(10);
        for (const wish of [entry, stop, ...targets]) {
          if (wish?.kind === "price") expect(Number(wish.price)).toBeGreaterThan(0);
          if (wish?.kind === "r") expect(Number.isFinite(wish.r)).toBe(true);
          if (wish?.kind === "percent") expect(Number.isFinite(wish.percent)).toBe(true);
        }
        if (lone !== undefined) expect(lone).toMatch(/^\d+(\.\d+)?$/);
        if (size?.kind === "risk") expect(size.percent > 0 && size.percent <= 100).toBe(true);
        if (size?.kind === "quantity") expect(size.quantity).toMatch(/^\d+(\.\d+)?$/);
        if (size?.kind === "notional") expect(size.notional).toMatch(/^\d+(\.\d+)?$/);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});
