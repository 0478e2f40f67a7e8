import { MINUTES_PER_DAY } from "./wall-time.ts";
import { type ClockWindow, occurrenceDay } from "./windows.ts";

/** A window that is open, by its position in the list of windows. */
interface OpenWindow {
  readonly window: number;
  /** Whether the occurrence ends, and so has its trading date, on the next local day. */
  readonly endsTomorrow: boolean;
}

/** A part of a local day in which no window starts or ends: minutes `[start, end)`. */
interface DaySegment {
  readonly start: number;
  readonly end: number;
  readonly windows: readonly OpenWindow[];
}

/** A local day cut where windows start or end, so that what is open at a minute is looked up and not worked out. */
export class WindowDay {
  private readonly segments: readonly DaySegment[];

  constructor(windows: readonly ClockWindow[]) {
    const cuts = new Set([0, ...windows.flatMap(({ start, end }) => [start, end])]);
    const starts = [...cuts].sort((one, other) => one - other);
    this.segments = starts.map((start, at) => {
      return { start, end: starts[at + 1] ?? MINUTES_PER_DAY, windows: openAt(windows, start) };
    });
  }

  segmentAt(minute: number): DaySegment {
    const { segments } = this;
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((segments[middle] as DaySegment).start <= minute) low = middle;
      else high = middle - 1;
    }
    return segments[low] as DaySegment;
  }
}

function openAt(windows: readonly ClockWindow[], minute: number): readonly OpenWindow[] {
  return windows.flatMap((window, at) => {
    const day = occurrenceDay(window, 0, minute);
    return day === undefined ? [] : { window: at, endsTomorrow: day === 1 };
  });
}
