import type { Signal } from "../signal.ts";
import type { Shadow } from "../trade/shadow.ts";

/** A setup of a past day and what had become of it by the time the replay has reached. */
export interface ReplayedSetup {
  readonly signal: Signal;
  readonly shadow: Shadow;
}

/** A past day of one symbol, as far as it was played. */
export interface DayReplayReport {
  readonly id: string;
  readonly symbol: string;
  /** The day as `YYYY-MM-DD`, in the zone of the kill zones. */
  readonly date: string;
  /** First instant of the day and of the one after it, epoch ms. */
  readonly from: number;
  readonly until: number;
  /** The market's time that was reached. */
  readonly at: number;
  readonly status: "running" | "stopped" | "done";
  /** Setups so far, in the order of time. */
  readonly setups: readonly ReplayedSetup[];
  /** Setups of the whole day that are left out because better ones are shown. */
  readonly leftOut: number;
  /** The symbol that it should have been compared with and whose candles could not be read. */
  readonly missingCompanion?: string;
}

/** Whether a day is played; when not, why. */
export type ReplayStart = "begun" | "no-candles" | "not-yet" | "busy";
