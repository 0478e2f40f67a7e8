import { z } from "zod";
import { wallSpanSchema } from "../../clock/wall-time.ts";
import { type Occurrence, WindowTracker } from "../../clock/window-tracker.ts";
import { clockWindow } from "../../clock/windows.ts";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-log.ts";
import { biasOf, momentOf } from "../moment.ts";
import { sourceOf, windowOf } from "../pools/pool-tag.ts";
import type { StructureLayer } from "../state/structure-layers.ts";

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report Judas swings"),
  london: wallSpanSchema
    .default("00:00-05:00")
    .describe("Window of the Judas swing that raids the Asian range, in the zone of the sessions"),
  newYork: z
    .boolean()
    .default(false)
    .describe("Look for the New York variant, which raids the London range, too"),
  newYorkWindow: wallSpanSchema.default("07:00-10:00").describe("Window of the New York variant"),
});

type Settings = z.output<typeof settingsSchema>;

const DETECTED = eventCode("judas-swing", "detected");
const PREVIOUS_DAY = 0;

/** A window in which a Judas swing may happen and the session whose range it raids. */
interface Variant {
  readonly name: string;
  readonly times: string;
  readonly session: "asian" | "london-open";
}

/** What one direction has done since its window opened; `raid` is the newest candle with a qualifying sweep. */
interface Attempt {
  wentBeyond: boolean;
  raid: number;
  raidTime: number;
  isOver: boolean;
}

/** One variant as of the newest candle. */
interface Hunt {
  readonly name: string;
  /** Position of the raided session among the windows of the clock. */
  readonly session: number;
  /** Local day on which the raided session last ended, and the candle that made this known. */
  rangeDay: number;
  rangeKnown: number;
  open: number;
  /** Bullish (raids lows), then bearish (raids highs). */
  readonly attempts: readonly [Attempt, Attempt];
}

/**
 * The false move of a morning: price trades beyond the first open of the window and sweeps the range of the
 * session before or of the previous day, then turns with a market structure shift or a change in delivery that
 * closes back beyond that open. Once for each window and direction. Known at the turn, drawn at the last sweep.
 * Row: `tag` direction and variant, `a` the open time of the sweep, `b` that of the window's first candle.
 */
class JudasSwingDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly tracker: WindowTracker;
  private readonly hunts: readonly Hunt[];
  private readonly internal: StructureLayer | undefined;
  private dayKnown = -1;

  constructor(context: DetectorContext, settings: Settings) {
    this.context = context;
    const variants = variantsOf(settings);
    const windows = variants.map(({ name, times }) => clockWindow(name, times));
    this.tracker = new WindowTracker(context.series, windows, context.windows.zone);
    this.hunts = variants.map(({ name, session }) => {
      return huntFor(
        name,
        context.windows.windows.findIndex((window) => window.name === session),
      );
    });
    this.internal = context.structure.find(({ swings }) => swings.name === "internal");
  }

  clock(index: number): void {
    const { windows, periods } = this.context;
    for (const { period } of periods.ended) if (period === PREVIOUS_DAY) this.dayKnown = index;
    if (!windows.changed) return;
    for (const { window, day } of windows.closed) {
      for (const hunt of this.hunts) if (hunt.session === window) rangeEnded(hunt, day, index);
    }
  }

  appear(index: number): void {
    this.tracker.update(index);
    if (!this.tracker.isInside) return;
    const { log } = this.context;
    const before = log.length;
    for (let at = 0; at < this.hunts.length; at += 1) {
      const window = this.tracker.holding(at);
      if (window !== undefined) this.follow(index, at, this.hunts[at] as Hunt, window);
    }
    log.sortFrom(before);
  }

  detection(row: EventRow): Detection {
    const bias = biasOf(row.tag);
    const moment = momentOf(this.context.series, row, row.a);
    const id = `judas-swing:${this.hunts[row.tag >> 1]?.name ?? ""}:${bias}:${row.b}`;
    return { kind: "judas-swing", event: "detected", id, bias, ...moment };
  }

  private follow(index: number, at: number, hunt: Hunt, window: Occurrence): void {
    const { series } = this.context;
    if (window.index === index) begin(hunt, series.open(index));
    const [bullish, bearish] = hunt.attempts;
    if (series.low(index) < hunt.open) bullish.wentBeyond = true;
    if (series.high(index) > hunt.open) bearish.wentBeyond = true;
    if (this.context.pools.swept.length > 0) this.noteRaids(index, hunt, window);
    const close = series.close(index);
    if (close > hunt.open && isReady(bullish) && this.turns(index, 0))
      this.report(index, at, 0, window, bullish);
    if (close < hunt.open && isReady(bearish) && this.turns(index, 1))
      this.report(index, at, 1, window, bearish);
  }

  private noteRaids(index: number, hunt: Hunt, window: Occurrence): void {
    const { pools, series } = this.context;
    for (const slot of pools.swept) {
      const tag = pools.table.tag(slot);
      const known = pools.table.known(slot);
      const isDay = sourceOf(tag) === "previous-day" && known === this.dayKnown;
      const isRange =
        sourceOf(tag) === "session" &&
        windowOf(tag) === hunt.session &&
        hunt.rangeDay === window.day &&
        hunt.rangeKnown === known;
      if (!isDay && !isRange) continue;
      const attempt = hunt.attempts[(tag & 1) === 0 ? 1 : 0];
      attempt.raid = index;
      attempt.raidTime = series.openTime(index);
    }
  }

  /** Whether the newest candle shifts structure or delivery upwards (0) or downwards (1). */
  private turns(index: number, bearish: 0 | 1): boolean {
    const { internal } = this;
    const { bullish: up, bearish: down } = this.context.deliveries;
    if (bearish === 0) return internal?.shiftedUpAt === index || up.newest !== undefined;
    return internal?.shiftedDownAt === index || down.newest !== undefined;
  }

  private report(known: number, at: number, bearish: 0 | 1, window: Occurrence, attempt: Attempt): void {
    attempt.isOver = true;
    const tag = bearish | (at << 1);
    const { raid, raidTime } = attempt;
    this.context.log.add(DETECTED, raid, known, tag, raidTime, window.openTime, Number.NaN);
  }
}

function variantsOf(settings: Settings): Variant[] {
  const london: Variant = { name: "london", times: settings.london, session: "asian" };
  if (!settings.newYork) return [london];
  return [london, { name: "new-york", times: settings.newYorkWindow, session: "london-open" }];
}

function huntFor(name: string, session: number): Hunt {
  const attempts = [newAttempt(), newAttempt()] as const;
  return { name, session, rangeDay: Number.NaN, rangeKnown: -1, open: Number.NaN, attempts };
}

function newAttempt(): Attempt {
  return { wentBeyond: false, raid: -1, raidTime: Number.NaN, isOver: false };
}

function rangeEnded(hunt: Hunt, day: number, known: number): void {
  hunt.rangeDay = day;
  hunt.rangeKnown = known;
}

function begin(hunt: Hunt, open: number): void {
  hunt.open = open;
  for (const attempt of hunt.attempts) Object.assign(attempt, newAttempt());
}

function isReady(attempt: Attempt): boolean {
  return attempt.wentBeyond && attempt.raid >= 0 && !attempt.isOver;
}

export const judasSwing = detectorEntry({
  kind: "judas-swing",
  settings: settingsSchema,
  help: "Judas swings: a false move that raids a range in the morning and turns",
  create: (context, settings) => new JudasSwingDetector(context, settings),
});
