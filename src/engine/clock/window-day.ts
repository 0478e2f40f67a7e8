import { MINUTES_PER_DAY } from "./wall-time.ts";
import type { ClockWindow } from "./windows.ts";

/** A local day cut where windows start or end. */
export class WindowDay {
  /** Minutes of the day, rising; the last is midnight. */
  private readonly cuts: readonly number[];

  constructor(windows: readonly ClockWindow[]) {
    const cuts = new Set([MINUTES_PER_DAY, ...windows.flatMap(({ start, end }) => [start, end])]);
    this.cuts = [...cuts].sort((one, other) => one - other);
  }

  /** The first minute after `minute` at which a window starts or ends, at the latest midnight. */
  nextCut(minute: number): number {
    const { cuts } = this;
    let low = 0;
    let high = cuts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cuts[middle] as number) > minute) high = middle;
      else low = middle + 1;
    }
    return cuts[low] as number;
  }
}
