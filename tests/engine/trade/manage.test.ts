import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { applyAll } from "../../../src/engine/trade/apply.ts";
import { afterCandle } from "../../../src/engine/trade/decide.ts";
import type { Desk } from "../../../src/engine/trade/exit-orders.ts";
import type { MarketMoment } from "../../../src/engine/trade/manage.ts";
import type { ManagementPlan, TrailingPlan } from "../../../src/engine/trade/management.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import { BTC, INSTANCE, NOW, open } from "./trade-fixtures.ts";

const FREE = { ...BTC, takerFee: 0 };
const desk: Desk = { instance: INSTANCE, instrument: FREE, now: NOW + 60_000 };
const evenAt1R = { breakEven: { afterR: 1, offsetR: 0, coversFees: false } };

/** Long 10 at 100 with the stop at 98, so 1R is 2; opened at `NOW + 4`. */
function managed(management: ManagementPlan, plan = {}): Trade {
  return { ...open(plan), management };
}

/** A candle that began after the entry. */
function candle(changes: Partial<Candle> = {}): Candle {
  return { openTime: NOW + 10, open: 100, high: 100, low: 100, close: 100, volume: 1, ...changes };
}

function moment(changes: Partial<Candle>, further: Partial<MarketMoment> = {}): MarketMoment {
  return { candle: candle(changes), swing: () => undefined, ...further };
}

function movesOf(trade: Trade, at: MarketMoment, where: Desk = desk) {
  return afterCandle(trade, at, where).events.flatMap((event) =>
    event.type === "trade.stop-moved" ? [[event.stop, event.reason]] : [],
  );
}

describe("break-even after R", () => {
  it("moves the stop to the entry once price was there, and not a tick before", () => {
    expect(movesOf(managed(evenAt1R), moment({ high: 101.9, close: 101 }))).toEqual([]);
    expect(movesOf(managed(evenAt1R), moment({ high: 102, close: 101 }))).toEqual([["100", "break-even"]]);
  });

  it("remembers that price was there, and waits while price is not beyond the entry", () => {
    const trade = managed(evenAt1R);
    const before = afterCandle(trade, moment({ high: 102.4, close: 99.9 }), desk);
    expect(before.events).toEqual([{ type: "trade.progressed", at: desk.now, r: 1 }]);
    expect(movesOf(before.next, moment({ high: 100.5, close: 100.5 }))).toEqual([["100", "break-even"]]);
  });

  it("does not count a wick from before the entry, only the close", () => {
    const early = { openTime: NOW - 10, high: 103 };
    expect(movesOf(managed(evenAt1R), moment({ ...early, close: 101 }))).toEqual([]);
    expect(movesOf(managed(evenAt1R), moment({ ...early, close: 102 }))).toEqual([["100", "break-even"]]);
  });

  it("covers the fees of both sides and an offset, rounded to the next tick of profit", () => {
    const plan = { breakEven: { afterR: 1, offsetR: 0.1, coversFees: true } };
    // 100 x 1.0004 / 0.9996 = 100.0800..., plus 0.1R = 0.2: 100.28..., up to 100.3.
    const where = { ...desk, instrument: BTC };
    expect(movesOf(managed(plan), moment({ high: 102, close: 102 }), where)).toEqual([
      ["100.3", "break-even"],
    ]);
  });

  it("works the other way round for a short", () => {
    const short = managed(evenAt1R, { direction: "short", stop: "102", targets: ["98", "96"] });
    expect(movesOf(short, moment({ low: 98.1, close: 99 }))).toEqual([]);
    expect(movesOf(short, moment({ low: 98, close: 99 }))).toEqual([["100", "break-even"]]);
  });
});

describe("trailing", () => {
  const plan = (changes: Partial<TrailingPlan>): ManagementPlan => ({
    trailing: { by: "atr", distance: 2, startR: 1, stepR: 0, ...changes },
  });

  it("by ATR stands that many ranges behind the close", () => {
    const at = moment({ high: 103, close: 103 }, { atr: 0.77 });
    // 103 - 2 x 0.77 = 101.46, up to the tick.
    expect(movesOf(managed(plan({})), at)).toEqual([["101.5", "trailing"]]);
  });

  it("by percent stands that share behind the close", () => {
    const trade = managed(plan({ by: "percent", distance: 1 }));
    expect(movesOf(trade, moment({ high: 103, close: 103 }))).toEqual([["102", "trailing"]]);
  });

  it("by structure stands behind the last confirmed swing low of the layer", () => {
    const trade = managed(plan({ by: "structure", distance: 0.5, layer: "internal" }));
    const swing = (layer: string) => (layer === "internal" ? { low: 101, high: 104 } : { low: 90 });
    const at = moment({ high: 103, close: 103 }, { atr: 1, swing });
    expect(movesOf(trade, at)).toEqual([["100.5", "trailing"]]);
  });

  it("by structure stands behind the last swing high of a short", () => {
    const trade = managed(plan({ by: "structure", distance: 0.5, layer: "internal" }), {
      direction: "short",
      stop: "102",
      targets: ["98", "96"],
    });
    const at = moment({ low: 97, close: 97 }, { atr: 1, swing: () => ({ low: 90, high: 99 }) });
    expect(movesOf(trade, at)).toEqual([["99.5", "trailing"]]);
  });

  it("begins only after the profit it waits for", () => {
    expect(movesOf(managed(plan({ startR: 2 })), moment({ high: 103.9, close: 103 }, { atr: 0.1 }))).toEqual(
      [],
    );
  });

  it("never loosens: a fallen price and a wider range leave the stop where it is", () => {
    const trailed = afterCandle(
      managed(plan({})),
      moment({ high: 104, close: 104 }, { atr: 0.5 }),
      desk,
    ).next;
    expect(trailed.stop?.price).toBe("103");
    expect(movesOf(trailed, moment({ close: 103.5 }, { atr: 0.5 }))).toEqual([]);
    expect(movesOf(trailed, moment({ high: 105, close: 105 }, { atr: 1.5 }))).toEqual([]);
  });

  it("leaves gains smaller than its step alone", () => {
    const trade = managed(plan({ stepR: 0.5 }));
    const first = afterCandle(trade, moment({ high: 104, close: 104 }, { atr: 0.5 }), desk).next;
    expect(movesOf(first, moment({ high: 104.9, close: 104.9 }, { atr: 0.5 }))).toEqual([]);
    expect(movesOf(first, moment({ high: 105, close: 105 }, { atr: 0.5 }))).toEqual([["104", "trailing"]]);
  });

  it("waits for what the market does not tell yet", () => {
    const at = moment({ high: 104, close: 104 });
    expect(movesOf(managed(plan({})), at)).toEqual([]);
    expect(movesOf(managed(plan({ by: "structure", layer: "none" })), { ...at, atr: 1 })).toEqual([]);
  });

  it("and break-even at once give the tighter of the two", () => {
    const trade = managed({ ...plan({}), ...evenAt1R });
    expect(movesOf(trade, moment({ high: 102, close: 102 }, { atr: 3 }))).toEqual([["100", "break-even"]]);
    expect(movesOf(trade, moment({ high: 102, close: 102 }, { atr: 0.5 }))).toEqual([["101", "trailing"]]);
  });
});

describe("a time stop", () => {
  const plan = { timeStop: { afterMs: 50_000, minR: 0.5 } };
  const late: Desk = { ...desk, now: NOW + 4 + 50_000 };

  it("closes a position that is old and never was far enough in profit", () => {
    const { events } = afterCandle(managed(plan), moment({ high: 100.9, close: 100.9 }), late);
    expect(events.slice(0, 1)).toEqual([{ type: "trade.closing", at: late.now, reason: "time" }]);
  });

  it("waits to the last millisecond", () => {
    expect(afterCandle(managed(plan), moment({}), { ...late, now: late.now - 1 }).events).toEqual([]);
  });

  it("spares what was in profit enough at any time, and in the deciding candle", () => {
    const spared = afterCandle(managed(plan), moment({ high: 101 }), late).next;
    expect([spared.state, spared.bestR]).toEqual(["open", 0.5]);
    expect(afterCandle(spared, moment({ close: 99 }), { ...late, now: late.now + 1e9 }).events).toEqual([]);
  });
});

describe("the end of the session", () => {
  const plan = { closeAt: NOW + 60_000 };

  it("closes the position at its time, not before", () => {
    expect(afterCandle(managed(plan), moment({}), { ...desk, now: NOW + 59_999 }).events).toEqual([]);
    const { events, place } = afterCandle(managed(plan), moment({}), desk);
    expect(events[0]).toEqual({ type: "trade.closing", at: desk.now, reason: "session-end" });
    expect(place.map(({ type, quantity }) => [type, quantity])).toEqual([["market", "10"]]);
  });
});

describe("a trade without a plan, or one that is closing", () => {
  it("is left alone", () => {
    const high = moment({ high: 110, close: 110 }, { atr: 1 });
    expect(afterCandle(open(), high, desk).events).toEqual([]);
    const closing = applyAll(managed(evenAt1R), [{ type: "trade.closing", at: NOW, reason: "manual" }]);
    expect(movesOf(closing, high)).toEqual([]);
  });
});
