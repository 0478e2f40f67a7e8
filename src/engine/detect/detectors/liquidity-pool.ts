import { z } from "zod";
import { PERIODS } from "../../clock/period-tracker.ts";
import { SESSION_COUNT } from "../../clock/windows.ts";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { CODED_EVENTS, eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { momentOf } from "../moment.ts";
import { poolFacts, poolId } from "../pools/pool-detection.ts";
import { countOf, grownTag } from "../pools/pool-tag.ts";
import type { ConfirmedSwings, SwingLayer } from "../state/swing-layer.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report liquidity pools and what becomes of them"),
  toleranceAtr: z
    .number()
    .min(0)
    .max(5)
    .default(0.1)
    .describe("Highs count as equal when they lie this near, in ATR(14); higher joins more of them"),
  maxAge: z.int().min(1).max(20_000).default(1000).describe("A pool is forgotten after this many candles"),
});

const EQUAL = eventCode("liquidity-pool", "equal");

/**
 * Orders that rest beyond a high or a low: of a swing, of several at about one price, of the previous day, week
 * or month, of a session. Pools of the clock are there from the candle that completes their range, are tested
 * against it and age from it; pools of swings age from their first swing. Swept, broken or expired, once.
 */
class LiquidityPoolDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly internal: SwingLayer | undefined;

  constructor(context: DetectorContext) {
    this.context = context;
    this.internal = context.swings.layer("internal");
  }

  clock(index: number): void {
    const { periods, windows, pools } = this.context;
    for (const range of periods.ended) {
      pools.openRange(index, PERIODS[range.period] ?? "previous-day", 0, range);
    }
    if (!windows.changed) return;
    const sessions = windows.closed.filter(({ window }) => window < SESSION_COUNT);
    sessions.sort((one, other) => one.window - other.window);
    for (const session of sessions) pools.openRange(index, "session", session.window, session);
  }

  /** Sweeps are told here too: they are the other end of a pool. */
  liquidity(from: number, to: number): void {
    const { pools } = this.context;
    pools.live(from, to);
    if (this.internal !== undefined) this.confirm(...this.internal.confirmed);
    pools.finish();
  }

  detection(written: EventRow): Detection {
    const { series, windows } = this.context;
    const row = { ...written, tag: grownTag(written.tag) };
    const event = CODED_EVENTS[row.code]?.event ?? "";
    const id = poolId(windows.windows, row);
    const moment = momentOf(series, row, row.b);
    const seen = {
      kind: "liquidity-pool",
      event,
      id,
      ...poolFacts(windows.windows, row),
      ...moment,
    } as const;
    return row.code === EQUAL ? { ...seen, number: countOf(row.tag) } : seen;
  }

  living(): EventRow[] {
    return this.context.pools.living();
  }

  /** Takes in the swings that the stretch confirmed, highs and lows in the order in which they became known. */
  private confirm(highs: ConfirmedSwings, lows: ConfirmedSwings): void {
    const { pools } = this.context;
    let low = 0;
    for (let high = 0; high < highs.length; high += 1) {
      const known = highs.knownAt(high);
      for (; lows.knownAt(low) < known; low += 1)
        pools.confirm(lows.index[low] as number, lows.knownAt(low), 1);
      pools.confirm(highs.index[high] as number, known, 0);
    }
    for (; low < lows.length; low += 1) pools.confirm(lows.index[low] as number, lows.knownAt(low), 1);
  }
}

export const liquidityPool = detectorEntry({
  kind: "liquidity-pool",
  settings: settingsSchema,
  help: "Liquidity above highs and below lows of swings, sessions, days, weeks and months",
  create: (context) => new LiquidityPoolDetector(context),
});
