import { describe, expect, it } from "vitest";
import { apply, canApply } from "../../../src/engine/trade/apply.ts";
import { managementEvents } from "../../../src/engine/trade/manage.ts";
import { managementSettingsSchema, wishedTrailing } from "../../../src/engine/trade/management-settings.ts";
import { switchTrailingTo } from "../../../src/engine/trade/manual-moves.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import type { TradeEvent } from "../../../src/engine/trade/trade-event.ts";
import { wayBack } from "../../../src/engine/trade/way-back.ts";
import { ANNA, BTC, INSTANCE, NOW, open, proposed } from "./trade-fixtures.ts";

const BEN = { userId: "telegram:2", name: "Ben" };
const desk = { instance: INSTANCE, instrument: BTC, now: NOW + 100 };
const settings = managementSettingsSchema.parse({ trailDistance: 3, trailLayer: "wide" });
const TWO_ATR = wishedTrailing({ by: "atr", distance: 2 }, settings);
const switched = (at: number, by = ANNA, trailing?: typeof TWO_ATR): TradeEvent => ({
  type: "trade.trailing-switched",
  at,
  by,
  ...(trailing && { trailing }),
});
const moved = (at: number, stop: string, by?: typeof ANNA): TradeEvent =>
  by === undefined
    ? { type: "trade.stop-moved", at, stop, reason: "trailing" }
    : { type: "trade.stop-moved", at, stop, reason: "manual", by };

function told(...events: readonly TradeEvent[]): { trade: Trade; events: readonly TradeEvent[] } {
  return { trade: events.reduce(apply, open()), events };
}

describe("trailing that a person switches", () => {
  it("begins at once, at the distance that was named or that of the settings", () => {
    expect(TWO_ATR).toEqual({ by: "atr", distance: 2, startR: 0, stepR: 0.1 });
    expect(wishedTrailing({ by: "structure" }, settings)).toEqual({
      by: "structure",
      distance: 3,
      layer: "wide",
      startR: 0,
      stepR: 0.1,
    });
  });

  it("moves the stop of a trade without a plan of its own at the next close, and off moves it no more", () => {
    const on = switchTrailingTo(open(), TWO_ATR, ANNA, desk).next;
    const candle = { openTime: NOW, open: 103, high: 104, low: 102, close: 103, volume: 1 };
    const moment = { candle, atr: 1, swing: () => undefined };
    expect(managementEvents(on, moment, desk)).toEqual([
      { type: "trade.stop-moved", at: desk.now, stop: "101", reason: "trailing" },
    ]);
    const off = switchTrailingTo(on, undefined, ANNA, desk);
    expect(off.events).toEqual([
      { type: "trade.trailing-switched", at: desk.now, by: ANNA, before: TWO_ATR },
    ]);
    expect(managementEvents(off.next, moment, desk)).toEqual([]);
    expect(off.next.trailingSwitched).toEqual({ by: ANNA, at: desk.now });
  });

  it("keeps the rest of the plan, and needs a position and a distance", () => {
    const planned = { ...open(), management: { closeAt: NOW + 9, trailing: TWO_ATR } };
    expect(apply(planned, switched(NOW + 50)).management).toEqual({ closeAt: NOW + 9 });
    expect(canApply(proposed(), switched(NOW + 50, ANNA, TWO_ATR))).toBe(false);
    expect(canApply(open(), switched(NOW + 50, ANNA, { ...TWO_ATR, distance: 0 }))).toBe(false);
  });
});

describe("the way back", () => {
  it("is the trailing from before, or none", () => {
    const first = told(switched(NOW + 1, ANNA, TWO_ATR));
    expect(wayBack(first.trade, first.events, ANNA)).toEqual({ what: "trailing" });
    const off = told(switched(NOW + 1, BEN, TWO_ATR), {
      ...switched(NOW + 2),
      before: TWO_ATR,
    } as TradeEvent);
    expect(wayBack(off.trade, off.events, ANNA)).toEqual({ what: "trailing", trailing: TWO_ATR });
  });

  it("is where the stop was last, by whomever, or where it was planned", () => {
    const once = told(moved(NOW + 1, "99", ANNA));
    expect(wayBack(once.trade, once.events, ANNA)).toEqual({ what: "stop", stop: "98" });
    const twice = told(moved(NOW + 1, "99"), moved(NOW + 2, "99.5", ANNA));
    expect(wayBack(twice.trade, twice.events, ANNA)).toEqual({ what: "stop", stop: "99" });
  });

  it("is the targets of before, those of a reduction too", () => {
    const rungs = [{ price: "103", quantity: "10" }];
    const laid = (at: number, price: string): TradeEvent => ({
      type: "trade.targets-moved",
      at,
      rungs: [{ price, quantity: "10" }],
      by: ANNA,
    });
    const once = told(laid(NOW + 1, "105"));
    expect(wayBack(once.trade, once.events, ANNA)).toEqual({ what: "targets", targets: ["102", "104"] });
    const twice = told({ type: "trade.targets-moved", at: NOW + 1, rungs, by: BEN }, laid(NOW + 2, "105"));
    expect(wayBack(twice.trade, twice.events, ANNA)).toEqual({ what: "targets", targets: ["103"] });
  });

  it("is only open to who did it, for the act that was meant, while it stands", () => {
    const { trade, events } = told(moved(NOW + 1, "99", ANNA));
    expect(wayBack(trade, events, BEN)).toBeUndefined();
    expect(wayBack(trade, events, ANNA, NOW + 1)).toBeDefined();
    expect(wayBack(trade, events, ANNA, NOW)).toBeUndefined();
    const since = told(moved(NOW + 1, "99", ANNA), moved(NOW + 2, "99.5"));
    expect(wayBack(since.trade, since.events, ANNA)).toBeUndefined();
    const retrailed = told(switched(NOW + 1, ANNA, TWO_ATR), switched(NOW + 2, BEN));
    expect(wayBack(retrailed.trade, retrailed.events, ANNA)).toBeUndefined();
    expect(wayBack(open(), [{ type: "trade.progressed", at: NOW, r: 1 }], ANNA)).toBeUndefined();
  });

  it("leads from the newest act of that person", () => {
    const { trade, events } = told(moved(NOW + 1, "99", ANNA), switched(NOW + 2, ANNA, TWO_ATR));
    expect(wayBack(trade, events, ANNA)).toEqual({ what: "trailing" });
  });
});
