import { TimeZones } from "../../engine/clock/time-zone.ts";
import { type Settings, settingsSchema } from "../../engine/settings/settings.ts";
import { serveOrders } from "../../threads/serve-orders.ts";
import { createJudge } from "../judge.ts";
import type { JudgeOrder } from "./judge-order.ts";

/** Entry of a thread that judges candles. */
const judge = createJudge({ timeZones: new TimeZones() });
let last: { readonly text: string; readonly settings: Settings } | undefined;

/** Equal text, the same object: so what was made for the settings is used again. */
function settingsOf(text: string): Settings {
  if (last?.text !== text) last = { text, settings: settingsSchema.parse(JSON.parse(text)) };
  return last.settings;
}

serveOrders(({ candles, settings }: JudgeOrder) => judge(candles, settingsOf(settings)));
