import { serveOrders } from "../../threads/serve-orders.ts";
import { type ChartRequest, sceneOf } from "../kinds/chart-kinds.ts";
import { createRasteriser } from "../rasteriser.ts";

/** Entry of a drawing thread: the model and its pixels, so that the main thread only sends and receives. */
const rasteriser = createRasteriser();
const candle = { open: 1, high: 2, low: 1, close: 2, volume: 1 };
const WARM_UP: ChartRequest = {
  kind: "signal",
  input: {
    symbol: "A",
    timeframe: "1m",
    candles: [0, 1, 2, 3].map((at) => ({ ...candle, openTime: at * 60_000 })),
    detections: [],
    windows: [],
    theme: "dark",
    timeZone: "UTC",
    priceTick: "0.1",
  },
};

void start();

async function start(): Promise<void> {
  await draw(WARM_UP);
  serveOrders(draw, ({ buffer }) => [buffer]);
}

function draw(request: ChartRequest): Promise<Uint8Array<ArrayBuffer>> {
  return rasteriser.rasterise(sceneOf(request));
}
