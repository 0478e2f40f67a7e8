import type { CandleSeries } from "../candles/candle-series.ts";
import type { WindowTracker } from "../clock/window-tracker.ts";
import { SESSION_COUNT } from "../clock/windows.ts";
import { VolumeWeightedAveragePrice } from "./vwap.ts";

interface Lane {
  readonly price: VolumeWeightedAveragePrice;
  isOpen: boolean;
}

/**
 * VWAP of each session (the first six windows of the clock): it runs while the session is open and is final at
 * its end, until the session opens again.
 */
export class SessionVwap {
  private readonly windows: WindowTracker;
  private readonly lanes: readonly Lane[];

  constructor(series: CandleSeries, windows: WindowTracker) {
    this.windows = windows;
    this.lanes = windows.windows.slice(0, SESSION_COUNT).map(() => {
      return { price: new VolumeWeightedAveragePrice(series), isOpen: false };
    });
  }

  /** Takes in a candle; call `onClock` before when it opened or closed a window. */
  update(index: number): void {
    for (const lane of this.lanes) if (lane.isOpen) lane.price.update(index);
  }

  /** Of the newest occurrence of the session called `name`; `NaN` when there was none or nothing was traded. */
  at(name: string): number {
    const position = this.windows.windows.findIndex((window) => window.name === name);
    return this.lanes[position]?.price.current ?? Number.NaN;
  }

  /** Expects the windows to be up to date. */
  onClock(): void {
    if (!this.windows.changed) return;
    for (const { window } of this.windows.closed) {
      const lane = this.lanes[window];
      if (lane !== undefined) lane.isOpen = false;
    }
    for (const { window } of this.windows.opened) {
      const lane = this.lanes[window];
      if (lane === undefined) continue;
      lane.price.start();
      lane.isOpen = true;
    }
  }
}
