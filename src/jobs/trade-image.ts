import type { Candle } from "../engine/candles/candle.ts";
import { type Timeframe, timeframeMs } from "../engine/candles/timeframe.ts";
import { killZonesBetween } from "../engine/clock/kill-zones.ts";
import { detectCandles } from "../engine/model/detect-candles.ts";
import type { Settings } from "../engine/settings/settings.ts";
import type { Trade } from "../engine/trade/trade.ts";
import { isFinal } from "../engine/trade/trade-facts.ts";
import { strategyTag, zoneTag } from "./chart-labels.ts";
import type { DeskContext } from "./desk-context.ts";

/** Candles before the shown ones that the detectors warm up on. */
const WARM_UP_CANDLES = 200;
/** Candles that a finished trade shows after its end. */
const AFTER_END_CANDLES = 8;
const STORED_CANDLES = 1000;

interface Subject {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly trade?: Trade;
}

/** The chart of a trade as it stands. Unset when it cannot be drawn: a card never waits for a picture. */
export async function tradeImage(context: DeskContext, trade: Trade): Promise<Uint8Array | undefined> {
  const { symbol, timeframe } = trade.signal;
  return drawSafely(context, { symbol, timeframe, trade });
}

/** Chart of the newest candles of a symbol with what the engine sees in them. */
export async function symbolImage(
  context: DeskContext,
  symbol: string,
  timeframe: Timeframe,
): Promise<Uint8Array | undefined> {
  return drawSafely(context, { symbol, timeframe });
}

async function drawSafely(context: DeskContext, subject: Subject): Promise<Uint8Array | undefined> {
  try {
    return await draw(context, subject);
  } catch (error) {
    context.log.error({ err: error, symbol: subject.symbol }, "chart not drawn");
    return undefined;
  }
}

async function draw(
  context: DeskContext,
  { symbol, timeframe, trade }: Subject,
): Promise<Uint8Array | undefined> {
  const { settings } = await context.settings.current();
  const stored = upToItsEnd(
    await context.candles.newest(symbol, timeframe, STORED_CANDLES),
    timeframe,
    trade,
  );
  const shown = stored.slice(-settings.charts.candles);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const until = last.openTime + timeframeMs(timeframe);
  return context.charts.renderSignalChart({
    symbol,
    timeframe,
    candles: shown,
    detections: detectionsOf(stored, timeframe, settings),
    windows: killZonesBetween(first.openTime, until, settings.detectors.session, context.timeZones).map(
      (zone) => ({
        ...zone,
        name: zoneTag(zone.name),
      }),
    ),
    theme: settings.charts.theme,
    timeZone: context.timeZone,
    priceTick: context.instruments.get(symbol)?.priceTick ?? "0.01",
    ...(trade && tradeParts(trade)),
  });
}

/** What the engine sees in the shown candles; it starts a little earlier, so that old zones are there. */
function detectionsOf(stored: readonly Candle[], timeframe: Timeframe, settings: Settings) {
  const from = stored.slice(-(settings.charts.candles + WARM_UP_CANDLES));
  return detectCandles(from, timeframe, settings.detectors);
}

/** A finished trade shows its own time, not today's. */
function upToItsEnd(
  candles: readonly Candle[],
  timeframe: Timeframe,
  trade: Trade | undefined,
): readonly Candle[] {
  if (trade === undefined || !isFinal(trade.state)) return candles;
  const end = trade.updatedAt + AFTER_END_CANDLES * timeframeMs(timeframe);
  const until = candles.filter((candle) => candle.openTime <= end);
  return until.length > 0 ? until : candles;
}

function tradeParts(trade: Trade) {
  const { signal } = trade;
  return {
    signal,
    trade,
    labels: {
      direction: signal.direction.toUpperCase(),
      strategy: strategyTag(signal.strategy),
      ...(trade.state !== "proposed" && { state: trade.state }),
    },
  };
}
