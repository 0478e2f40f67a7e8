import { parentPort } from "node:worker_threads";
import { type ChartRequest, sceneOf } from "../kinds/chart-kinds.ts";
import { createRasteriser } from "../rasteriser.ts";
import { type DrawOrder, END, type WorkerMessage } from "./worker-message.ts";

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

void warmUp();

async function warmUp(): Promise<void> {
  await rasteriser.rasterise(sceneOf(WARM_UP));
  parentPort?.on("message", (order: DrawOrder | typeof END) => {
    if (order === END) parentPort?.close();
    else void draw(order);
  });
  say({ type: "ready" });
}

async function draw({ id, request }: DrawOrder): Promise<void> {
  try {
    const image = await rasteriser.rasterise(sceneOf(request));
    say({ type: "drawn", id, image }, [image.buffer]);
  } catch (error) {
    say({ type: "failed", id, error });
  }
}

/** What is `moved` is not copied; it is gone here afterwards. */
function say(message: WorkerMessage, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved);
}
