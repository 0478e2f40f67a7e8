import { mkdirSync, writeFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { createChartRenderer } from "../../../src/charts/chart-renderer.ts";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { TimeZones } from "../../../src/engine/clock/time-zone.ts";
import { contextTimeframes } from "../../../src/engine/model/higher-timeframe.ts";
import { MarketModel } from "../../../src/engine/model/market-model.ts";
import { settingsSchema } from "../../../src/engine/settings/settings.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import { createStrategies } from "../../../src/engine/strategy/registry.ts";
import { shadowOf } from "../../../src/engine/trade/shadow.ts";
import { readCandlesCsv } from "../../../src/exchange/csv-file.ts";
import { fileInstrument } from "../../../src/exchange/replay/file-instrument.ts";
import type { Easel } from "../../../src/jobs/pictures/easel.ts";
import { replayPicture } from "../../../src/jobs/pictures/replay-picture.ts";
import { strictTexts } from "../../fakes/chat-desk.ts";
import { createDeskBench } from "../../jobs/desk-bench.ts";

/**
 * Draws the setups of docs/setups.md as `/replay` shows them once they have ended:
 * `npx tsx tests/charts/gallery/make-setups.ts CANDLE-FOLDER IMAGE-FOLDER`.
 */
const [folder = "../shared/market", images = "docs/images/setups"] = process.argv.slice(2);
const SYMBOL = "EUR/USD";
const TIMEFRAME = "15m";
const WIDTH = 960;
/** Shown after the end, so that it can be seen. */
const AFTER = 8;
/** By the names of their images. */
const DRAWN = {
  "sweep-reversal": `${SYMBOL}|${TIMEFRAME}|sweep-reversal|short|1667313000000`,
  "silver-bullet": `${SYMBOL}|${TIMEFRAME}|silver-bullet|long|1665599400000`,
  "breaker-retest": `${SYMBOL}|${TIMEFRAME}|breaker-retest|short|1671804900000`,
};

const settings = settingsSchema.parse({});
const { candles } = await readCandlesCsv(`${folder}/EURUSD-15m.csv`);
const { context } = await createDeskBench();
const words = strictTexts().for({ locale: "en", timeZone: "America/New_York" });
const easel: Easel = {
  context: { ...context, instruments: new Map([[SYMBOL, fileInstrument(SYMBOL, candles)]]) },
  settings,
  look: { locale: "en", timeZone: "America/New_York", theme: "dark", size: "phone", watermark: "Killzone" },
  say: (key, args) => words.phrase(args === undefined ? { key } : { key, args }),
};
const charts = createChartRenderer();
mkdirSync(images, { recursive: true });
const signals = signalsOf(candles);
for (const [name, id] of Object.entries(DRAWN)) {
  const signal = signals.find((one) => one.id === id);
  if (signal === undefined) throw new Error(`${id} is no signal any more`);
  const request = replayPicture(easel, {
    kind: "replayed-setup",
    signal,
    candles: candles.slice(0, endOf(signal)),
  });
  if (request === undefined) throw new Error(`${id} cannot be drawn`);
  writeFileSync(`${images}/${name}.jpg`, await smaller(await charts.render(request)));
}
await charts.close();

function signalsOf(all: readonly Candle[]): readonly Signal[] {
  const model = new MarketModel({
    symbol: SYMBOL,
    baseTimeframe: TIMEFRAME,
    timeframes: [TIMEFRAME],
    contextTimeframes: contextTimeframes([TIMEFRAME], TIMEFRAME),
    settings: settings.detectors,
    strategies: createStrategies(settings),
    timeZones: new TimeZones(),
  });
  return all.flatMap((candle) => model.push(candle));
}

/** Number of candles up to a while after the setup ended. */
function endOf(signal: Signal): number {
  const from = candles.findIndex(({ openTime }) => openTime >= signal.knownAt);
  const isOver = (until: number) =>
    ["target", "stop", "missed"].includes(shadowOf(signal, candles.slice(from, until)).outcome);
  let until = from + 1;
  while (until < candles.length && !isOver(until)) until += 1;
  return until + AFTER;
}

async function smaller(image: Uint8Array): Promise<Buffer> {
  const loaded = await loadImage(Buffer.from(image));
  const canvas = createCanvas(WIDTH, Math.round((loaded.height / loaded.width) * WIDTH));
  const drawing = canvas.getContext("2d");
  drawing.imageSmoothingQuality = "high";
  drawing.drawImage(loaded, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer("image/jpeg", 84);
}
