import type { ChartRequest } from "../../charts/kinds/chart-kinds.ts";
import type { ScannedMarket } from "../../charts/kinds/scan-overview.ts";
import type { PictureSubject } from "../../engine/ports/pictures.ts";
import type { ScanRow } from "../../engine/ports/scan-report.ts";
import { storedCandles } from "../stored-candles.ts";
import type { Easel } from "./easel.ts";
import { strategyTitle } from "./names.ts";

const SHOWN_MARKETS = 9;
const SHOWN_CANDLES = 60;

/** The setups of a scan as a grid of small charts; unset without a setup. */
export async function scanPicture(
  easel: Easel,
  { rows }: Extract<PictureSubject, { kind: "scan" }>,
): Promise<ChartRequest | undefined> {
  const markets = await Promise.all(rows.slice(0, SHOWN_MARKETS).map((row) => scannedMarket(easel, row)));
  const known = markets.filter((market) => market !== undefined);
  if (known.length === 0) return undefined;
  const labels = {
    title: easel.say("picture-scan"),
    found: foundText(easel, rows.length, known.length),
  };
  return { kind: "scan-overview", input: { ...easel.look, markets: known, labels } };
}

/** Says it when not all of them are drawn. */
function foundText(easel: Easel, count: number, shown: number): string {
  return shown < count
    ? easel.say("picture-found-best", { count, shown })
    : easel.say("picture-found", { count });
}

async function scannedMarket(easel: Easel, { signal }: ScanRow): Promise<ScannedMarket | undefined> {
  const { symbol, timeframe, direction, entry, stop, targets } = signal;
  const candles = await storedCandles(easel.context, symbol, timeframe);
  if (candles.length === 0) return undefined;
  return {
    symbol,
    timeframe,
    candles: candles.slice(-SHOWN_CANDLES),
    priceTick: easel.context.instruments.get(symbol)?.priceTick ?? "0.01",
    direction,
    note: `${signal.grade} ${Math.round(signal.score)} · ${strategyTitle(easel, signal.strategy)}`,
    entry,
    stop,
    target: targets[0] ?? entry,
  };
}
