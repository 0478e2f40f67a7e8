import type { TimeZones } from "../engine/clock/time-zone.ts";
import {
  type JudgedCandles,
  type Judges,
  judgeNewest,
  type NewestCandles,
} from "../engine/scan/judge-newest.ts";
import type { Settings } from "../engine/settings/settings.ts";
import { createStrategies } from "../engine/strategy/registry.ts";

/** Judges candles with the settings of a scan, here or in another thread. */
export type Judge = (candles: NewestCandles, settings: Settings) => JudgedCandles | Promise<JudgedCandles>;

/** Judges in this thread. What it needs for the settings that came last is kept. */
export function createJudge({ timeZones }: { readonly timeZones: TimeZones }): Judge {
  let last: Judges | undefined;
  return (candles, settings) => {
    if (last?.settings !== settings) last = { settings, strategies: createStrategies(settings), timeZones };
    return judgeNewest(candles, last);
  };
}
