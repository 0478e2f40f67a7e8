import { writeFileSync } from "node:fs";
import type { Candle } from "../../src/engine/candles/candle.ts";
import { createReplayClock } from "../../src/exchange/replay/replay-clock.ts";
import { createAcceleratedClock } from "../../src/exchange/simulated/accelerated-clock.ts";
import { createSimulatedMarket } from "../../src/exchange/simulated/simulated-market.ts";
import { timerWait } from "../../src/exchange/wait.ts";

const UNTIL = Date.UTC(2026, 2, 6);

/** 5m candles of a simulated BTC/USDT up to a fixed day: the same on every machine. */
export async function sampleCandles(count: number, seed = "tests"): Promise<Candle[]> {
  const clock = createAcceleratedClock({ startMs: UNTIL, speed: 1, wall: createReplayClock(UNTIL) });
  const market = createSimulatedMarket({ seed, clock, wait: timerWait });
  return market.history("BTC/USDT", "5m", UNTIL - count * 300_000, count);
}

/** Writes candles in the form that `replay` and `detect` read. */
export function writeCsv(file: string, candles: readonly Candle[]): void {
  const rows = candles.map((c) => [c.openTime, c.open, c.high, c.low, c.close, c.volume].join(","));
  writeFileSync(file, ["timestamp,open,high,low,close,volume", ...rows, ""].join("\n"));
}
