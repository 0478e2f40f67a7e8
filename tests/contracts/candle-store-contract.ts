import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Candle } from "../../src/engine/candles/candle.ts";
import type { CandleStore } from "../../src/engine/ports/candle-store.ts";

const MINUTE = 60_000;

function candle(number: number, close = 1.1): Candle {
  return { openTime: number * MINUTE, open: 0.1 + 0.2, high: 5e-324, low: -0.5, close, volume: 1e21 };
}

function candles(first: number, count: number): Candle[] {
  return Array.from({ length: count }, (_, i) => candle(first + i));
}

/** What every `CandleStore` does. `create` gives an empty one; it is called before each test. */
export function describeCandleStoreContract(name: string, create: () => CandleStore): void {
  describe(`${name} as a candle store`, () => {
    let store: CandleStore;
    beforeEach(() => {
      store = create();
    });
    const numbers = async (limit: number) =>
      (await store.newest("EUR/USD", "1m", limit)).map(({ openTime }) => openTime / MINUTE);

    it("holds nothing at the beginning", async () => {
      expect(await store.newest("EUR/USD", "1m", 10)).toEqual([]);
      expect(await store.price("EUR/USD")).toBe(undefined);
    });

    it("gives the newest candles back to the last bit, oldest first", async () => {
      await store.append("EUR/USD", "1m", candles(1, 3));
      await store.append("EUR/USD", "1m", [candle(4, Math.PI)]);
      expect(await store.newest("EUR/USD", "1m", 2)).toEqual([candle(3), candle(4, Math.PI)]);
      expect(await numbers(10)).toEqual([1, 2, 3, 4]);
      expect(await numbers(0)).toEqual([]);
    });

    it("gives the same candles as numbers, in memory that is the asker's own", async () => {
      await store.append("EUR/USD", "1m", [...candles(1, 2), candle(3, Math.PI)]);
      const rows = await store.newestRows("EUR/USD", "1m", 2);
      expect([...rows]).toEqual([
        2 * MINUTE,
        0.1 + 0.2,
        5e-324,
        -0.5,
        1.1,
        1e21,
        3 * MINUTE,
        0.1 + 0.2,
        5e-324,
        -0.5,
        Math.PI,
        1e21,
      ]);
      expect(rows.buffer.byteLength).toBe(96);
      rows.fill(0);
      expect(await store.newest("EUR/USD", "1m", 2)).toEqual([candle(2), candle(3, Math.PI)]);
      expect((await store.newestRows("EUR/USD", "1m", 0)).length).toBe(0);
      expect((await store.newestRows("GBP/USD", "1m", 5)).length).toBe(0);
    });

    it("is not changed by sending the same candles again, or older ones", async () => {
      await store.append("EUR/USD", "1m", candles(5, 3));
      await store.append("EUR/USD", "1m", candles(5, 3));
      await store.append("EUR/USD", "1m", [candle(7, 9), candle(2, 9)]);
      expect(await store.newest("EUR/USD", "1m", 10)).toEqual(candles(5, 3));
    });

    it("takes from a resend that overlaps only what is later", async () => {
      await store.append("EUR/USD", "1m", candles(1, 3));
      await store.append("EUR/USD", "1m", [candle(2, 9), candle(3, 9), candle(4), candle(5)]);
      expect(await store.newest("EUR/USD", "1m", 10)).toEqual(candles(1, 5));
    });

    it("leaves out what does not rise within one call", async () => {
      await store.append("EUR/USD", "1m", [candle(1), candle(3), candle(2), candle(3), candle(4)]);
      expect(await numbers(10)).toEqual([1, 3, 4]);
    });

    it("takes nothing as nothing", async () => {
      await store.append("EUR/USD", "1m", []);
      expect(await numbers(10)).toEqual([]);
    });

    it("keeps symbols and timeframes apart, whatever their names", async () => {
      await store.append("A:1m", "1m", candles(1, 1));
      await store.append("A", "5m", candles(2, 1));
      await store.append("__proto__", "1m", candles(3, 1));
      expect(await store.newest("A", "1m", 9)).toEqual([]);
      expect(await store.newest("A:1m", "1m", 9)).toEqual(candles(1, 1));
      expect(await store.newest("A", "5m", 9)).toEqual(candles(2, 1));
      expect(await store.newest("__proto__", "1m", 9)).toEqual(candles(3, 1));
    });

    it("keeps at least the newest 1000 and at most 1500, appended one by one or at once", async () => {
      await store.append("EUR/USD", "1m", candles(1, 400));
      for (let number = 401; number <= 1_700; number += 100) {
        await store.append("EUR/USD", "1m", candles(number, 100));
      }
      const kept = await numbers(10_000);
      expect(kept.slice(-1_000)).toEqual(Array.from({ length: 1_000 }, (_, i) => 701 + i));
      expect(kept.length).toBeLessThanOrEqual(1_500);
      await store.append("BTC/USDT", "1m", candles(1, 5_000));
      const atOnce = await store.newest("BTC/USDT", "1m", 10_000);
      expect(atOnce.at(-1)).toEqual(candle(5_000));
      expect(atOnce.length).toBeGreaterThanOrEqual(1_000);
      expect(atOnce.length).toBeLessThanOrEqual(1_500);
    });

    it("begins anew with candles that do not follow, and keeps what is later than they are", async () => {
      await store.replace("EUR/USD", "1m", candles(1, 3));
      expect(await numbers(10)).toEqual([1, 2, 3]);
      await store.replace("EUR/USD", "1m", candles(10, 3));
      expect(await numbers(10)).toEqual([10, 11, 12]);
      await store.append("EUR/USD", "1m", candles(13, 2));
      await store.replace("EUR/USD", "1m", [candle(9), candle(10, 9), candle(12, 9)]);
      expect(await store.newest("EUR/USD", "1m", 10)).toEqual([
        candle(9),
        candle(10, 9),
        candle(12, 9),
        ...candles(13, 2),
      ]);
      await store.replace("EUR/USD", "1m", []);
      expect(await numbers(10)).toEqual([9, 10, 12, 13, 14]);
      await store.replace("EUR/USD", "1m", candles(1, 5_000));
      expect(await numbers(10_000)).toEqual(Array.from({ length: 1_100 }, (_, i) => 3_901 + i));
    });

    it("stores what a list of rising candles is, however the calls cut, repeat and mix it", async () => {
      const calls = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), { maxLength: 12 });
      let round = 0;
      await fc.assert(
        fc.asyncProperty(calls, async (lists) => {
          round += 1;
          const expected: number[] = [];
          for (const list of lists) {
            await store.append(
              `S${round}`,
              "1m",
              list.map((number) => candle(number)),
            );
            for (const number of list) if (number > (expected.at(-1) ?? 0)) expected.push(number);
          }
          expect(await store.newest(`S${round}`, "1m", 100)).toEqual(
            expected.map((number) => candle(number)),
          );
        }),
        { seed: 42, numRuns: 60 },
      );
    });

    it("knows the last price of each symbol with its time", async () => {
      await store.setPrice("EUR/USD", 1.08455, 10);
      await store.setPrice("EUR/USD", 1.08456, 11);
      await store.setPrice("__proto__", 2, 12);
      expect(await store.price("EUR/USD")).toEqual({ price: 1.08456, at: 11 });
      expect(await store.price("__proto__")).toEqual({ price: 2, at: 12 });
      expect(await store.price("constructor")).toBe(undefined);
    });
  });
}
