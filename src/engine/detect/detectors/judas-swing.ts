import { z } from "zod";
import { wallSpanSchema } from "../../clock/wall-time.ts";
import { type Occurrence, WindowTracker } from "../../clock/window-tracker.ts";
import { clockWindow } from "../../clock/windows.ts";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { biasOf, momentOf } from "../moment.ts";
import { sourceOf, windowOf } from "../pools/pool-tag.ts";
import { MARKS } from "../state/candle-marks.ts";

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
/** A market structure shift or a change in delivery. */
const TURNS_UP = MARKS.shiftedUp | MARKS.deliveredUp;
const TURNS_DOWN = MARKS.shiftedDown | MARKS.deliveredDown;

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

/** What the clock did at a candle of the stretch. */
interface ClockChange {
  readonly index: number;
  readonly endsDay: boolean;
  readonly closed: readonly Occurrence[];
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
  private readonly changes: ClockChange[] = [];
  /** Position of the next sweep of the stretch. */
  private sweep = 0;
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
  }

  /** Remembers what the clock did until the candles up to there have been looked at. */
  clock(index: number): void {
    const { windows, periods } = this.context;
    const endsDay = periods.ended.some(({ period }) => period === PREVIOUS_DAY);
    const closed = windows.changed ? [...windows.closed] : [];
    if (endsDay || closed.length > 0) this.changes.push({ index, endsDay, closed });
  }

  appear(from: number, to: number): void {
    const { tracker, changes } = this;
    const isQuiet = !tracker.isInside && this.context.series.openTime(to) < tracker.nextChange;
    if (isQuiet && changes.length === 0) return;
    this.sweep = 0;
    let change = 0;
    for (let index = from; index <= to; index += 1) {
      if (changes[change]?.index === index) this.change(changes[change++] as ClockChange);
      tracker.update(index);
      if (tracker.isInside) this.follow(index);
    }
    changes.length = 0;
  }

  detection(row: EventRow): Detection {
    const bias = biasOf(row.tag);
    const moment = momentOf(this.context.series, row, row.a);
    const id = `judas-swing:${this.hunts[row.tag >> 1]?.name ?? ""}:${bias}:${row.b}`;
    return { kind: "judas-swing", event: "detected", id, bias, ...moment };
  }

  private change({ index, endsDay, closed }: ClockChange): void {
    if (endsDay) this.dayKnown = index;
    for (const { window, day } of closed) {
      for (const hunt of this.hunts) if (hunt.session === window) rangeEnded(hunt, day, index);
    }
  }

  private follow(index: number): void {
    const { sweptRanges } = this.context.pools;
    while (this.sweep < sweptRanges.length && (sweptRanges[this.sweep] as number) < index) this.sweep += 3;
    for (let at = 0; at < this.hunts.length; at += 1) {
      const window = this.tracker.holding(at);
      if (window !== undefined) this.hunt(index, at, this.hunts[at] as Hunt, window);
    }
  }

  private hunt(index: number, at: number, hunt: Hunt, window: Occurrence): void {
    const { series, marks } = this.context;
    if (window.index === index) begin(hunt, series.open(index));
    const [bullish, bearish] = hunt.attempts;
    if (series.low(index) < hunt.open) bullish.wentBeyond = true;
    if (series.high(index) > hunt.open) bearish.wentBeyond = true;
    this.noteRaids(index, hunt, window);
    const close = series.close(index);
    if (close > hunt.open && isReady(bullish) && marks.has(index, TURNS_UP)) {
      this.report(index, at, 0, window, bullish);
    }
    if (close < hunt.open && isReady(bearish) && marks.has(index, TURNS_DOWN)) {
      this.report(index, at, 1, window, bearish);
    }
  }

  private noteRaids(index: number, hunt: Hunt, window: Occurrence): void {
    const { pools, series } = this.context;
    const { sweptRanges } = pools;
    for (let at = this.sweep; at < sweptRanges.length && sweptRanges[at] === index; at += 3) {
      const tag = sweptRanges[at + 1] as number;
      const known = sweptRanges[at + 2] as number;
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

  private report(known: number, at: number, bearish: 0 | 1, window: Occurrence, attempt: Attempt): void {
    attempt.isOver = true;
    const { raid, raidTime } = attempt;
    const times = Float64Array.of(raidTime, window.openTime, Number.NaN);
    this.context.log.birth(DETECTED, raid, known, bearish | (at << 1), times);
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
