import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { DeskError } from "../../../src/engine/errors.ts";
import { type CandleDifference, createMinuteProof } from "../../../src/exchange/ccxt/minute-proof.ts";

const MINUTE = 60_000;

function minute(index: number, change: Partial<Candle> = {}): Candle {
  return { openTime: index * MINUTE, open: 100, high: 110, low: 90, close: 105, volume: 7, ...change };
}

/** A proof over an exchange that stored `known`, or that fails while `isDown`. */
function aProof(known: (openTime: number) => Candle | undefined = (openTime) => minute(openTime / MINUTE)) {
  const requests: { since: number; limit: number }[] = [];
  const differences: CandleDifference[] = [];
  const faults: DeskError[] = [];
  const state = { isDown: false };
  const proof = createMinuteProof({
    symbol: "A/B",
    stored: async (sinceMs, limit) => {
      requests.push({ since: sinceMs / MINUTE, limit });
      if (state.isDown) throw new DeskError("market-unavailable", {});
      const times = Array.from({ length: limit }, (_, index) => sinceMs + index * MINUTE);
      return times.flatMap((openTime) => known(openTime) ?? []);
    },
    onDifference: (difference) => differences.push(difference),
    onFault: (fault) => faults.push(fault),
  });
  const tell = async (from: number, until: number) => {
    for (let index = from; index < until; index += 1) {
      proof.told(minute(index));
      await nextTurn();
    }
  };
  return { requests, differences, faults, state, tell };
}

describe("the proof of told minutes", () => {
  it("compares fifteen minutes with one request", async () => {
    const { requests, differences, tell } = aProof();
    await tell(0, 60);
    expect(requests.map(({ limit }) => limit).slice(1)).toEqual([15, 15, 15]);
    expect(differences).toEqual([]);
  });

  it("names each minute that the exchange stored otherwise or not at all", async () => {
    const stored = new Map([
      [3, minute(3, { volume: 8 })],
      [5, undefined],
    ]);
    const { differences, tell } = aProof((openTime) => {
      const index = openTime / MINUTE;
      return stored.has(index) ? stored.get(index) : minute(index);
    });
    await tell(0, 30);
    expect(differences).toEqual([
      { symbol: "A/B", told: minute(3), stored: minute(3, { volume: 8 }) },
      { symbol: "A/B", told: minute(5) },
    ]);
  });

  it("compares later what could not be read, and lets go what is older than four hours", async () => {
    const { requests, faults, state, tell } = aProof();
    state.isDown = true;
    await tell(0, 15);
    expect(faults.map(({ code }) => code)).toEqual(["market-unavailable"]);
    await tell(15, 600);
    state.isDown = false;
    const tried = requests.length;
    await tell(600, 630);
    expect(requests.slice(tried).map(({ limit }) => limit)).toEqual([240, 15]);
  });
});
