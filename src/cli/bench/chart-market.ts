import { simulatedCandles } from "../../app-market.ts";
import type { SignalChartInput } from "../../charts/chart-input.ts";
import type { Candle } from "../../engine/candles/candle.ts";
import { killZonesBetween } from "../../engine/clock/kill-zones.ts";
import { TimeZones } from "../../engine/clock/time-zone.ts";
import type { Detection } from "../../engine/detect/detection.ts";
import { detectCandles } from "../../engine/model/detect-candles.ts";
import { settingsSchema } from "../../engine/settings/settings.ts";

const SHOWN = 200;
const OVERLAYS = 20;
const SYMBOL = "BTC/USDT";

/** Different picture for every number, so that nothing is answered from a cache. */
export type Market = (at: number) => SignalChartInput;

/** Charts of 200 candles with 20 overlays out of `count` simulated candles. */
export async function createMarket(count: number): Promise<Market> {
  const candles = await simulatedCandles(SYMBOL, count);
  const { detectors } = settingsSchema.parse({});
  const zones = new TimeZones();
  const detections = detectCandles(candles, "1m", detectors);
  const windowsOf = (from: number, to: number) => killZonesBetween(from, to, detectors.session, zones);
  return (at) => {
    const end = SHOWN + ((at * 7) % (count - SHOWN));
    const shown = candles.slice(end - SHOWN, end);
    const [first, last] = [shown[0]?.openTime ?? 0, (shown.at(-1)?.openTime ?? 0) + 60_000];
    const evidence = latest(detections, last, OVERLAYS);
    return { ...plainInput(shown), ...signalOf(shown, evidence, last), windows: windowsOf(first, last) };
  };
}

/** The newest things that have a picture of their own. */
function latest(detections: readonly Detection[], until: number, count: number): readonly Detection[] {
  const drawn = detections.filter(
    ({ kind, knownAt }) => knownAt <= until && kind !== "displacement" && kind !== "session",
  );
  return drawn.slice(-count);
}

function plainInput(candles: readonly Candle[]): SignalChartInput {
  return {
    symbol: SYMBOL,
    timeframe: "1m",
    candles,
    detections: [],
    windows: [],
    theme: "dark",
    timeZone: "Europe/Berlin",
    priceTick: "0.1",
    labels: { direction: "LONG", strategy: "Order block touch" },
  };
}

function signalOf(
  candles: readonly Candle[],
  evidence: readonly Detection[],
  knownAt: number,
): Pick<SignalChartInput, "signal"> {
  const entry = candles.at(-1)?.close ?? 0;
  const risk = Math.max(...candles.slice(-20).map(({ high, low }) => high - low)) * 2;
  return {
    signal: {
      id: `bench-${knownAt}`,
      symbol: SYMBOL,
      timeframe: "1m",
      strategy: "order-block-touch",
      direction: "long",
      knownAt,
      expiresAt: knownAt + 3_600_000,
      entryType: "limit",
      entry,
      stop: entry - risk,
      targets: [entry + risk, entry + 2 * risk, entry + 3 * risk],
      score: 70,
      grade: "B",
      parts: [],
      reasons: [],
      evidence,
      features: {},
    },
  };
}
