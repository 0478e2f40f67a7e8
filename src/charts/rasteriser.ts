import { createRequire } from "node:module";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import type { Chart, ChartConfiguration } from "chart.js";
import { ChartJSNodeCanvas } from "chartjs-node-canvas";
import { DeskError } from "../engine/errors.ts";
import type { Shape, TextShape } from "./display-list.ts";
import { createJpegEncoder, type EncodeJpeg, type Jpeg } from "./jpeg-encoder.ts";
import { Pen } from "./pen.ts";
import type { Scene } from "./scene.ts";
import type { FontName } from "./text/text-width.ts";

/**
 * Draws scenes as JPEG images: a tenth of the time of PNG for the same picture (3 against 28 ms on 2 cores), sharp at
 * the encoder's quality, and chats recompress photos to JPEG anyway.
 * One at a time, with a turn of the event loop after each: without it memory is never given back. The image does
 * not wait for that turn, only the next picture does.
 */
export interface Rasteriser {
  rasterise(scene: Scene): Promise<Jpeg>;
}

type Context = SKRSContext2D;

/** Each subset of a font has a name of its own; a list of names finds the glyph. */
const FONT_FILES = [
  ...["latin", "latin-ext", "cyrillic", "greek"].flatMap((subset) =>
    [500, 700].map((weight) => ({
      family: `Killzone Text ${subset}`,
      file: `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`,
    })),
  ),
  {
    family: "Killzone Digits",
    file: "@fontsource/jetbrains-mono/files/jetbrains-mono-latin-500-normal.woff2",
  },
] as const;

/** 1.1 MB each, so read with the first picture that needs them. Two weights of one family. */
const CHINESE_FAMILY = "Killzone Text Chinese";
const CHINESE_FILES = [500, 700].map((weight) => ({
  family: CHINESE_FAMILY,
  file: `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`,
}));
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

const TEXT_FAMILIES = [
  ...["latin", "latin-ext", "cyrillic", "greek"].map((subset) => `Killzone Text ${subset}`),
  CHINESE_FAMILY,
]
  .map((family) => `"${family}"`)
  .join(", ");

const FONTS: Record<FontName, (size: number) => string> = {
  text: (size) => `500 ${size}px ${TEXT_FAMILIES}, sans-serif`,
  strong: (size) => `700 ${size}px ${TEXT_FAMILIES}, sans-serif`,
  digits: (size) => `500 ${size}px "Killzone Digits", ${TEXT_FAMILIES}, monospace`,
};

/** Middle of the capitals above the baseline, in parts of the font size; the same for both fonts. */
const HALF_CAPITAL = 0.364;

/** Registers the bundled fonts. Throws `chart-font-missing` when one cannot be read. */
export function createRasteriser(): Rasteriser {
  registerFonts(FONT_FILES);
  const useChinese = once(() => registerFonts(CHINESE_FILES));
  const easel = new Easel(createJpegEncoder());
  let queue: Promise<unknown> = Promise.resolve();
  const draw = (scene: Scene): Jpeg => {
    if (scene.shapes.some((shape) => shape.shape === "text" && CHINESE.test(shape.text))) useChinese();
    return easel.draw(scene);
  };
  return {
    rasterise(scene) {
      const drawn = queue.then(() => draw(scene));
      queue = drawn.then(nextTurn, nextTurn);
      return drawn;
    },
  };
}

/**
 * One chart on one canvas, kept for as long as pictures have the same size: a new canvas is 4 MB of memory that nobody
 * has touched yet, and a new chart works out its options before it draws.
 */
class Easel extends ChartJSNodeCanvas {
  readonly #encode: EncodeJpeg;
  #stand: Stand | undefined;
  #scene: Scene | undefined;

  constructor(encode: EncodeJpeg) {
    super({ width: 1, height: 1 });
    this.#encode = encode;
  }

  draw(scene: Scene): Jpeg {
    const { canvas, chart } = this.#standFor(scene);
    this.#scene = scene;
    chart.draw();
    this.#scene = undefined;
    return this.#encode(canvas);
  }

  #standFor({ width, height }: Scene): Stand {
    const stand = this.#stand;
    if (stand?.canvas.width === width && stand.canvas.height === height) return stand;
    stand?.chart.destroy();
    this.#stand = this.#setUp(width, height);
    return this.#stand;
  }

  #setUp(width: number, height: number): Stand {
    const canvas = createCanvas(width, height);
    const drawScene = (context: Context): void => {
      if (this.#scene) drawShapes(context, this.#scene);
    };
    const chart = new this._chartJs(canvas.getContext("2d"), configuration(drawScene));
    return { canvas, chart };
  }
}

interface Stand {
  readonly canvas: Canvas;
  readonly chart: Chart;
}

interface FontFile {
  readonly family: string;
  readonly file: string;
}

/** Runs `work` with the first call that does not throw. */
function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    work();
    done = true;
  };
}

function registerFonts(files: readonly FontFile[]): void {
  for (const { family, file } of files) {
    if (GlobalFonts.registerFromPath(fontPath(file), family) === null) {
      throw new DeskError("chart-font-missing", { file });
    }
  }
}

function fontPath(file: string): string {
  try {
    return createRequire(import.meta.url).resolve(file);
  } catch (cause) {
    throw new DeskError("chart-font-missing", { file }, { cause });
  }
}

/** An empty chart whose only content is what `drawScene` draws; of the kind that has no axes to lay out. */
function configuration(drawScene: (context: Context) => void): ChartConfiguration {
  return {
    type: "pie",
    data: { datasets: [] },
    options: {
      devicePixelRatio: 1,
      events: [],
      animation: false,
      responsive: false,
      plugins: { legend: { display: false }, title: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [
      {
        id: "display-list",
        beforeDraw: ({ ctx }) => drawScene(ctx),
      },
    ],
  };
}

function drawShapes(context: Context, { shapes, theme }: Scene): void {
  const pen = new Pen(context, theme);
  context.save();
  try {
    context.textBaseline = "alphabetic";
    context.lineJoin = "round";
    for (const shape of shapes) drawShape(context, shape, pen);
  } finally {
    context.restore();
  }
}

function drawShape(context: Context, shape: Shape, pen: Pen): void {
  if (shape.shape === "text") {
    drawText(context, shape, pen);
    return;
  }
  const fill = shape.shape === "line" ? undefined : shape.fill;
  if (fill !== undefined) pen.fill(fill);
  if (shape.shape === "rect" && shape.radius === undefined && shape.stroke === undefined) {
    if (fill !== undefined) context.fillRect(shape.x, shape.y, shape.width, shape.height);
    return;
  }
  tracePath(context, shape);
  if (fill !== undefined) context.fill();
  if (shape.stroke !== undefined) {
    pen.stroke(shape.stroke, shape.shape === "line" ? shape.dash : undefined);
    context.lineWidth = shape.shape === "rect" ? 1 : (shape.lineWidth ?? 1);
    context.stroke();
  }
}

function tracePath(context: Context, shape: Exclude<Shape, TextShape>): void {
  context.beginPath();
  if (shape.shape === "rect") {
    context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0);
    return;
  }
  const points = shape.shape === "line" ? [shape.from, shape.to] : shape.points;
  points.forEach(([x, y], at) => {
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  if (shape.shape === "path" && shape.closed) context.closePath();
}

function drawText(context: Context, shape: TextShape, pen: Pen): void {
  pen.font(FONTS[shape.font](shape.size));
  pen.fill(shape.fill);
  context.textAlign = shape.align;
  context.fillText(shape.text, shape.x, shape.y + shape.size * HALF_CAPITAL);
}
