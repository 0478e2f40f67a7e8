import { describe, expect, it } from "vitest";
import {
  BESIDE_AN_ACCOUNT,
  keepWithinBudget,
  requestPace,
  WHOLE_BUDGET,
} from "../../../src/exchange/ccxt/request-pace.ts";

/** Fifteen seconds into a minute. */
const NOW = Date.UTC(2026, 5, 1, 12, 0, 15);

/** A client whose requests are paced, and its log of when they went. */
function aClient(exchange: string, share = WHOLE_BUDGET) {
  let now = NOW;
  const log: string[] = [];
  const client = {
    throttle: async (cost?: unknown) => void log.push(`asked ${cost} after ${now - NOW}`),
    onRestResponse: (...answer: unknown[]) => answer[5],
  };
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
    now += ms;
  };
  keepWithinBudget(client as never, { exchange, share, time: { now: () => now }, wait });
  const answered = (weight: number) => {
    const headers = { "X-Mbx-Used-Weight-1m": String(weight) };
    return client.onRestResponse(200, "OK", "url", "GET", headers, "[]", {}, "");
  };
  return { client, log, waits, answered };
}

describe("the pace of requests", () => {
  it("uses 97 % of what Binance allows an address in a minute, and is ccxt's own elsewhere", () => {
    expect(60_000 / (requestPace("binanceusdm", WHOLE_BUDGET).rateLimit ?? 0)).toBeCloseTo(2328, 9);
    expect(requestPace("okx", WHOLE_BUDGET)).toEqual({});
  });

  it("is held until a second after the exchange's minute is over when it counts 98 % as used", async () => {
    const { client, waits, answered } = aClient("binanceusdm");
    expect(answered(2351)).toBe("[]");
    await client.throttle(5);
    expect(waits).toEqual([]);
    expect(answered(2352)).toBe("[]");
    await Promise.all([client.throttle(5), client.throttle(1)]);
    expect(waits[0]).toBe(46_000);
    await client.throttle(5);
    expect(waits.filter((ms) => ms !== 46_000)).toEqual([]);
  });

  it("is half of it beside an account of the desk, and none once three quarters are used", async () => {
    expect(60_000 / (requestPace("binanceusdm", BESIDE_AN_ACCOUNT).rateLimit ?? 0)).toBeCloseTo(1200, 9);
    const { client, waits, answered } = aClient("binanceusdm", BESIDE_AN_ACCOUNT);
    answered(1799);
    await client.throttle(5);
    expect(waits).toEqual([]);
    answered(1800);
    await client.throttle(5);
    expect(waits).toEqual([46_000]);
  });

  it("is never held where nothing is known of a budget", async () => {
    const { client, waits, answered } = aClient("okx");
    answered(1_000_000);
    await client.throttle(5);
    expect(waits).toEqual([]);
  });
});
