import type { Occurrence } from "../../clock/window-tracker.ts";
import { SESSION_COUNT, sessionSettingsSchema } from "../../clock/windows.ts";
import type { Detection } from "../detection.ts";
import { type Detector, type DetectorContext, detectorEntry } from "../detector.ts";
import { CODED_EVENTS, eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { momentOf } from "../moment.ts";

const OPENED = eventCode("session", "opened");
const CLOSED = eventCode("session", "closed");

/**
 * Windows of the clock: sessions, kill zones, silver bullets and macros. Opened with the first candle inside;
 * closed, with its final high and low, by the first candle at or after the end.
 * Row: `tag` the window, `c` the open time of its first candle, `a` and `b` high and low once closed.
 */
class SessionDetector implements Detector {
  private readonly context: DetectorContext;
  /** By session, the first six windows: its newest end, and the open time of the candle that made it known. */
  private readonly ended: (EventRow | undefined)[] = Array.from({ length: SESSION_COUNT });
  private readonly endedTimes = new Float64Array(SESSION_COUNT).fill(Number.NaN);

  constructor(context: DetectorContext) {
    this.context = context;
  }

  clock(index: number): void {
    const { windows } = this.context;
    if (!windows.changed) return;
    for (const occurrence of windows.closed) {
      this.report(CLOSED, index, occurrence, occurrence.high, occurrence.low);
      if (occurrence.window < SESSION_COUNT) this.keepEnd(index, occurrence);
    }
    for (const occurrence of windows.opened) {
      this.report(OPENED, index, occurrence, Number.NaN, Number.NaN);
    }
  }

  detection(row: EventRow): Detection {
    const { series, windows } = this.context;
    const name = windows.windows[row.tag >> 1]?.name ?? "";
    const event = CODED_EVENTS[row.code]?.event ?? "";
    const window = row.tag >> 1;
    const isKept = row.code === CLOSED && this.ended[window]?.knownIndex === row.knownIndex;
    const moment = momentOf(series, row, row.c, isKept ? this.endedTimes[window] : undefined);
    const seen = { kind: "session", event, id: `session:${name}:${row.c}`, name, ...moment } as const;
    return Number.isNaN(row.a) ? seen : { ...seen, top: row.a, bottom: row.b };
  }

  /** The newest occurrence of each session: its end, or while it runs its opening with high and low so far. */
  living(): EventRow[] {
    const { windows } = this.context;
    return this.ended.flatMap((ended, window) => {
      const running = windows.holding(window);
      return (running === undefined ? ended : rowOf(OPENED, running.index, running)) ?? [];
    });
  }

  private keepEnd(index: number, occurrence: Occurrence): void {
    this.ended[occurrence.window] = rowOf(CLOSED, index, occurrence);
    this.endedTimes[occurrence.window] = this.context.series.openTime(index);
  }

  private report(code: number, index: number, occurrence: Occurrence, top: number, bottom: number): void {
    const { draft } = this.context.log;
    draft[0] = top;
    draft[1] = bottom;
    draft[2] = occurrence.openTime;
    this.context.log.birth(code, occurrence.index, index, occurrence.window << 1, draft);
  }
}

function rowOf(code: number, knownIndex: number, occurrence: Occurrence): EventRow {
  const { window, index, high, low, openTime } = occurrence;
  return { code, index, knownIndex, tag: window << 1, a: high, b: low, c: openTime };
}

export const session = detectorEntry({
  kind: "session",
  settings: sessionSettingsSchema,
  help: "Windows of the clock: sessions, kill zones, silver bullets and macros",
  create: (context) => new SessionDetector(context),
});
