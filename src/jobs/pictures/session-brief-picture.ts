import type { ChartRequest } from "../../charts/kinds/chart-kinds.ts";
import type { BriefLevel } from "../../charts/kinds/session-brief-model.ts";
import type { Candle } from "../../engine/candles/candle.ts";
import type { Timeframe } from "../../engine/candles/timeframe.ts";
import type { DetectionKind } from "../../engine/detect/detection.ts";
import { levelsOf, type PriceLevel } from "../../engine/model/levels.ts";
import type { SessionPicture } from "../../engine/ports/pictures.ts";
import type { TimeframeView } from "../../engine/strategy/contract.ts";
import { storedCandles } from "../stored-candles.ts";
import { warmView } from "../warm-view.ts";
import type { Easel } from "./easel.ts";
import { marketPart } from "./market-part.ts";

const TIMEFRAME: Timeframe = "15m";
const SHOWN_CANDLES = 96;
/** What a session runs for: prices, no zones. */
const BRIEFED: readonly DetectionKind[] = ["previous-range", "liquidity-pool"];
/** The range that the day's first kill zones are measured with. */
const FIRST_RANGE = "asian";

/**
 * What a kill zone opens with, on the first symbol of the desk: the Asian range (or that of the last day while there
 * is none), and how far it is to the pools and old highs and lows around. Unset without candles.
 */
export async function sessionBriefPicture(
  easel: Easel,
  { opensAt }: SessionPicture,
): Promise<ChartRequest | undefined> {
  const { context, look, say } = easel;
  const [symbol] = context.instruments.keys();
  if (symbol === undefined) return undefined;
  const market = await marketPart(easel, {
    symbol,
    timeframe: TIMEFRAME,
    until: opensAt,
    count: SHOWN_CANDLES,
  });
  const last = market?.candles.at(-1);
  if (market === undefined || last === undefined) return undefined;
  const candles = (await storedCandles(context, symbol, TIMEFRAME)).filter(
    ({ openTime }) => openTime <= last.openTime,
  );
  const view = warmView(easel.context, easel.settings, symbol, TIMEFRAME, candles);
  const levels = levelsOf(view, last.close).levels.filter(({ kind }) => BRIEFED.includes(kind));
  const newest = new Set(
    levels.flatMap(({ kind, detection, top }) =>
      kind === "previous-range" ? [`${detection.name} ${top}`] : [],
    ),
  );
  return {
    kind: "session-brief",
    input: {
      market: { ...market, ...look },
      range: { label: say("window-name", { name: FIRST_RANGE }), ...firstRange(view, market.candles) },
      levels: levels.map((level) => briefLevel(level, newest, easel)),
    },
  };
}

function firstRange(view: TimeframeView, shown: readonly Candle[]): { low: number; high: number } {
  const asian = view.zones("session").find(({ name }) => name === FIRST_RANGE);
  if (asian?.top !== undefined && asian.bottom !== undefined) return { low: asian.bottom, high: asian.top };
  return { low: Math.min(...shown.map(({ low }) => low)), high: Math.max(...shown.map(({ high }) => high)) };
}

/** The high of a day before the last one that nobody took yet is not the previous day's high any more. */
function briefLevel(
  { label, top, detection }: PriceLevel,
  newest: ReadonlySet<string>,
  { say }: Easel,
): BriefLevel {
  const { source = "", name = "" } = detection;
  const isOlder = source.startsWith("previous-") && !newest.has(`${source} ${top}`);
  const side = label.at(-1) === "low" ? "low" : "high";
  return {
    name: say("picture-level", { source: isOlder ? "older" : source || name, name, side }),
    price: top,
  };
}
