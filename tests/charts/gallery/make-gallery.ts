import { mkdirSync, writeFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { createChartRenderer } from "../../../src/charts/chart-renderer.ts";
import type { Theme } from "../../../src/charts/palette.ts";
import { realSource } from "./real-source.ts";
import { requestsOf } from "./requests.ts";

/** Draws the gallery of docs/charts.md: `npx tsx tests/charts/gallery/make-gallery.ts CANDLE-FOLDER IMAGE-FOLDER [NAME]`. */
const [candles = "../shared/market", images = "docs/images/charts", only] = process.argv.slice(2);
const WIDTH = 960;

const source = await realSource(candles);
const charts = createChartRenderer();
mkdirSync(images, { recursive: true });
for (const theme of ["dark", "light", "colour-blind"] satisfies Theme[]) {
  const requests = requestsOf(source, { theme, timeZone: "Europe/Berlin" });
  for (const [name, request] of Object.entries(requests)) {
    if (theme === "colour-blind" && name !== "signal") continue;
    if (only !== undefined && name !== only) continue;
    writeFileSync(`${images}/${name}-${theme}.jpg`, await smaller(await charts.render(request)));
  }
}
await charts.close();

async function smaller(image: Uint8Array): Promise<Buffer> {
  const loaded = await loadImage(Buffer.from(image));
  const canvas = createCanvas(WIDTH, Math.round((loaded.height / loaded.width) * WIDTH));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(loaded, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer("image/jpeg", 84);
}
