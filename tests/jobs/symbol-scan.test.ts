import { describe, expect, it } from "vitest";
import type { Signal } from "../../src/engine/signal.ts";
import { SymbolScan } from "../../src/jobs/symbol-scan.ts";
import { MemoryScanClaims } from "../fakes/memory-scan-claims.ts";
import { createDeskBench, longSignal, NOW } from "./desk-bench.ts";

/** So many that the judge of large scans is asked. */
const SYMBOLS = Array.from({ length: 16 }, (_, at) => `C${at}/USDT`);

/** What a scan shows of each symbol when its judge says this and the newest candle closed at 100. */
async function shown(signals: readonly Signal[]): Promise<readonly string[]> {
  const { context } = await createDeskBench();
  const scan = new SymbolScan(context, {
    claims: new MemoryScanClaims(context.clock),
    market: { history: async () => [] },
    judge: async () => ({ signals, close: 100 }),
  });
  const { rows } = await scan.run({ scanId: "one", symbols: SYMBOLS, timeframes: ["15m"] });
  return [...new Set(rows.map(({ signal }) => signal.id))];
}

describe("what a scan shows of a symbol and timeframe", () => {
  it("is the best setup of each direction, in whatever order they come", async () => {
    const short = { direction: "short", stop: 102, targets: [96] } as const;
    const signals = [
      longSignal({ id: "long 60", score: 60 }),
      longSignal({ id: "long 80", score: 80 }),
      longSignal({ id: "long 70", score: 70 }),
      longSignal({ id: "short 50", score: 50, ...short }),
    ];
    expect(await shown(signals)).toEqual(["long 80", "short 50"]);
    expect(await shown(signals.toReversed())).toEqual(["long 80", "short 50"]);
  });

  it("is nothing whose time is over or whose stop or first target the price has passed", async () => {
    const over = [
      longSignal({ id: "expired", expiresAt: NOW }),
      longSignal({ id: "stopped", entry: 101, stop: 100.5 }),
      longSignal({ id: "reached", entry: 99, targets: [99.5] }),
    ];
    expect(await shown(over)).toEqual([]);
    expect(await shown([...over, longSignal({ id: "stands" })])).toEqual(["stands"]);
  });
});
