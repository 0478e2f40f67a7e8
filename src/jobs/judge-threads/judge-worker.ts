import { TimeZones } from "../../engine/clock/time-zone.ts";
import { type JudgedCandles, type Judges, judgeNewest } from "../../engine/scan/judge-newest.ts";
import { settingsSchema } from "../../engine/settings/settings.ts";
import { createStrategies } from "../../engine/strategy/registry.ts";
import { serveOrders } from "../../threads/serve-orders.ts";
import type { JudgeOrder } from "./judge-order.ts";

/** Entry of a thread that judges candles: what it needs for the settings that came last is kept. */
const timeZones = new TimeZones();
let last: { readonly text: string; readonly judges: Judges } | undefined;

function judgesOf(text: string): Judges {
  if (last?.text !== text) {
    const settings = settingsSchema.parse(JSON.parse(text));
    last = { text, judges: { settings, strategies: createStrategies(settings), timeZones } };
  }
  return last.judges;
}

serveOrders(({ candles, settings }: JudgeOrder): JudgedCandles => judgeNewest(candles, judgesOf(settings)));
