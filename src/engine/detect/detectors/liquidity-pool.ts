import { z } from "zod";
import { PERIODS } from "../../clock/period-tracker.ts";
import { SESSION_COUNT } from "../../clock/windows.ts";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { CODED_EVENTS, eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-log.ts";
import { momentOf } from "../moment.ts";
import { poolFacts, poolId } from "../pools/pool-detection.ts";
import { countOf } from "../pools/pool-tag.ts";
import { SIGNS } from "../state/candle-signs.ts";
import type { SwingLayer } from "../state/swing-layer.ts";

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
  readonly appearsOn = SIGNS.swing;
  private readonly context: DetectorContext;
  private readonly internal: SwingLayer | undefined;

  constructor(context: DetectorContext) {
    this.context = context;
    this.internal = context.swings.layer("internal");
  }

  clock(index: number): void {
    const { periods, windows, pools, log } = this.context;
    const { ended } = periods;
    if (ended.length === 0 && !windows.changed) return;
    const before = log.length;
    for (const range of ended) pools.openRange(index, PERIODS[range.period] ?? "previous-day", 0, range);
    if (windows.changed) {
      const sessions = windows.closed.filter(({ window }) => window < SESSION_COUNT);
      sessions.sort((one, other) => one.window - other.window);
      for (const session of sessions) pools.openRange(index, "session", session.window, session);
    }
    log.sortFrom(before);
  }

  /** Sweeps are told here too: they are the other end of a pool. */
  live(index: number): void {
    this.context.pools.live(index);
  }

  appear(index: number): void {
    const { internal } = this;
    if (internal === undefined) return;
    const { confirmedHigh, confirmedLow } = internal;
    if (confirmedHigh < 0 && confirmedLow < 0) return;
    const { pools, log } = this.context;
    const before = log.length;
    if (confirmedHigh >= 0) pools.confirm(confirmedHigh, index, 0);
    if (confirmedLow >= 0) pools.confirm(confirmedLow, index, 1);
    log.sortFrom(before);
  }

  detection(row: EventRow): Detection {
    const { series, windows } = this.context;
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
}

export const liquidityPool = detectorEntry({
  kind: "liquidity-pool",
  settings: settingsSchema,
  help: "Liquidity above highs and below lows of swings, sessions, days, weeks and months",
  create: (context) => new LiquidityPoolDetector(context),
});
