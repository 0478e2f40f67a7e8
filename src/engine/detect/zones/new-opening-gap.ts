import { z } from "zod";
import type { Detection } from "../detection.ts";
import type { Detector, DetectorContext } from "../detector.ts";
import { eventCode } from "../event-codes.ts";
import type { EventRow } from "../event-order.ts";
import { biasOf, momentOf } from "../moment.ts";

/** How many of the newest gaps stay on display. */
const SHOWN = 5;

export function newOpeningGapSettings(what: string) {
  return z.strictObject({ enabled: z.boolean().default(true).describe(`Report ${what}`) });
}

/**
 * What lies between the last close before the daily break of New York and the first open after it. Equal prices
 * are no gap; bias by direction. Row: `a` top, `b` bottom, `c` the open time.
 */
export class NewOpeningGapDetector implements Detector {
  private readonly context: DetectorContext;
  private readonly kind: "new-day-opening-gap" | "new-week-opening-gap";
  private readonly opens: "day" | "week";
  private readonly code: number;
  private readonly shown: EventRow[] = [];

  constructor(context: DetectorContext, opens: "day" | "week") {
    this.context = context;
    this.opens = opens;
    this.kind = `new-${opens}-opening-gap`;
    this.code = eventCode(this.kind, "detected");
  }

  clock(index: number): void {
    const { openings, series, log } = this.context;
    if (openings.opened !== this.opens) return;
    const { closeBefore } = openings;
    const open = series.open(index);
    if (!(open > closeBefore || open < closeBefore)) return;
    const tag = open > closeBefore ? 0 : 1;
    const top = Math.max(open, closeBefore);
    const bottom = Math.min(open, closeBefore);
    const openTime = series.openTime(index);
    log.birth(this.code, index, index, tag, Float64Array.of(top, bottom, openTime));
    this.shown.push({ code: this.code, index, knownIndex: index, tag, a: top, b: bottom, c: openTime });
    if (this.shown.length > SHOWN) this.shown.shift();
  }

  detection(row: EventRow): Detection {
    const bias = biasOf(row.tag);
    const moment = momentOf(this.context.series, row, row.c, row.c);
    const id = `${this.kind}:${bias}:${row.c}`;
    return { kind: this.kind, event: "detected", id, bias, ...moment, top: row.a, bottom: row.b };
  }

  /** The newest gaps. */
  living(): EventRow[] {
    return this.shown;
  }
}
