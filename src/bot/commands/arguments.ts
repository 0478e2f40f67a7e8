import { z } from "zod";
import { TIMEFRAMES } from "../../engine/candles/timeframe.ts";
import { DETECTION_GROUPS } from "../../engine/detect/detection-groups.ts";
import { RESULT_GROUPS } from "../../engine/results/result-groups.ts";
import { RESULT_PERIODS } from "../../engine/results/result-periods.ts";
import type { PriceWish } from "../../engine/trade/price-wish.ts";

/** How words become a value: by what the desk knows, not by their look alone. */
export type ArgumentKind =
  | "symbol"
  | "symbols"
  | "timeframe"
  | "trade"
  | "running"
  | "close"
  | "position"
  | "price"
  | "prices"
  | "percent"
  | "on-off"
  | "word"
  | "minutes"
  | "rest"
  | "command"
  | "trailing"
  | "distance"
  | "overlays"
  | "period"
  | "group"
  | "page"
  | "date"
  | "word"
  | "text";

const KIND = "kind";

function kind<T extends z.ZodType>(name: ArgumentKind, schema: T): T {
  return schema.meta({ [KIND]: name });
}

/** Longest pause, one week; longer ones are a pause until somebody resumes. */
export const MAX_PAUSE_MINUTES = 10_080;
/** Longer reasons are cut. */
export const MAX_TEXT = 200;
export const MAX_PRICES = 10;
const MAX_SYMBOLS = 1000;

/** A symbol of the desk, by its name or its base. */
export const symbolArgument = kind("symbol", z.string());
/** Any number of symbols, the name of a watchlist, or `watchlist` for all. */
export const symbolsArgument = kind("symbols", z.array(z.string()).min(1).max(MAX_SYMBOLS));
export const timeframeArgument = kind("timeframe", z.enum(TIMEFRAMES));
/** Id of a trade. */
export const tradeArgument = kind("trade", z.string().min(1).max(64));
/** Name of a watchlist. */
export const listArgument = kind("word", z.string().min(1).max(64));
/** Id of a scan or of a replayed day, as the button of its message has it. */
export const runningArgument = kind("running", z.string().min(1).max(64));
/** What `/close` takes: `all`, the id of a trade or a symbol. */
export const closeArgument = kind("close", z.string().min(1).max(64));
/** Id or symbol of a position. */
export const positionArgument = kind("position", z.string().min(1).max(64));
/** A price in any of the forms of `readPrice`. */
export const priceArgument = kind("price", z.custom<PriceWish>());
/** Up to ten prices. */
export const pricesArgument = kind("prices", z.array(z.custom<PriceWish>()).min(1).max(MAX_PRICES));
/** Whole percent from 1 to 100. */
export const percentArgument = kind("percent", z.int().min(1).max(100));
/** `on` or `off` as a boolean. */
export const onOffArgument = kind("on-off", z.boolean());
export const minutesArgument = kind("minutes", z.int().min(1).max(MAX_PAUSE_MINUTES));
/** All words that are left, as one text. */
export const restArgument = kind("rest", z.string().min(1).max(MAX_TEXT));
/** What a stop follows, or `off`. */
export const trailingArgument = kind("trailing", z.enum(["atr", "structure", "percent", "off"]));
/** How far a stop stays behind, above 0 and up to 100. */
export const distanceArgument = kind("distance", z.number().gt(0).max(100));
/** Name of a command, with or without its slash. */
export const commandArgument = kind("command", z.string());

/** Parts of a chart by name, or `none`. */
export const overlaysArgument = kind("overlays", z.array(z.enum(DETECTION_GROUPS)));
export const periodArgument = kind("period", z.enum(RESULT_PERIODS));
/** What results are put together by. */
export const groupArgument = kind("group", z.enum(RESULT_GROUPS));
/** One word as it was typed, such as the path of a setting. */
export const wordArgument = kind("word", z.string().min(1).max(MAX_TEXT));
/** All words that are left, also many of them. */
export const textArgument = kind("text", z.string().min(1));

/** A day as `YYYY-MM-DD`, one that exists. */
export const dateArgument = kind("date", z.iso.date());

/** Page of a long list, from 1. */
export const pageArgument = kind("page", z.int().min(1));

/** The kind of a field and whether it may be left out. Throws `TypeError` for a schema that is not from this file. */
export function argumentField(field: z.ZodType): { readonly kind: ArgumentKind; readonly optional: boolean } {
  const optional = field instanceof z.ZodOptional;
  const inner = optional ? (field.unwrap() as z.ZodType) : field;
  const found = inner.meta()?.[KIND];
  if (found === undefined) throw new TypeError("a command argument without a kind");
  return { kind: found as ArgumentKind, optional };
}
