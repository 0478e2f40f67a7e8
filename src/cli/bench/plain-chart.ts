import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createCanvas } from "@napi-rs/canvas";
import type { ChartConfiguration } from "chart.js";
import { ChartJSNodeCanvas } from "chartjs-node-canvas";
import type { EncodeJpeg } from "../../charts/jpeg-encoder.ts";
import type { Candle } from "../../engine/candles/candle.ts";

const SIZE = { width: 1280, height: 720 };

/**
 * What others draw: chartjs-node-canvas with chartjs-chart-financial, the candles alone, with the cheapest axis.
 *
 * The build of chartjs-chart-financial for `require` lies in a package that Node reads as ES modules, and the ES build
 * would register with another chart.js than the one of chartjs-node-canvas: so it is run as the script that it is.
 */
export class PlainChart extends ChartJSNodeCanvas {
  constructor() {
    const require = createRequire(import.meta.url);
    const script = readFileSync(require.resolve("chartjs-chart-financial"), "utf8");
    super({
      ...SIZE,
      chartCallback: () => void new Function("require", "exports", "module", script)(require, {}, {}),
    });
  }

  /** As the documentation shows it. */
  draw(candles: readonly Candle[]): Uint8Array {
    return this.renderToBufferSync(configuration(candles), "image/jpeg");
  }

  /** The same picture through an encoder of one's own. */
  drawWith(encode: EncodeJpeg, candles: readonly Candle[]): Uint8Array {
    const canvas = createCanvas(SIZE.width, SIZE.height);
    const chart = new this._chartJs(canvas.getContext("2d"), configuration(candles));
    try {
      return encode(canvas);
    } finally {
      chart.destroy();
    }
  }
}

/** The types of chart.js learn of `candlestick` only when the package is imported. */
function configuration(candles: readonly Candle[]): ChartConfiguration {
  const data = candles.map(({ openTime, open, high, low, close }) => ({
    x: openTime,
    o: open,
    h: high,
    l: low,
    c: close,
  }));
  const written: unknown = {
    type: "candlestick",
    data: { datasets: [{ label: "candles", data }] },
    options: { animation: false, responsive: false, scales: { x: { type: "linear" } } },
  };
  return written as ChartConfiguration;
}
