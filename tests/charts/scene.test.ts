import { describe, expect, it } from "vitest";
import { LAYERS } from "../../src/charts/display-list.ts";
import { chartScene } from "../../src/charts/scene.ts";
import { chartInput, longSignal, MINUTE_MS, START_MS, someCandles } from "./chart-input-builder.ts";
import { linesOf, rectsOf, textsOf, wordsOf } from "./scene-reading.ts";

describe("the scene of a chart", () => {
  it("is the same for the same input and does not change it", () => {
    const input = chartInput({ signal: longSignal() });
    const before = structuredClone(input);
    expect(chartScene(input)).toEqual(chartScene(input));
    expect(input).toEqual(before);
  });

  it("is 1280 by 720 unless another size is wished", () => {
    expect(chartScene(chartInput())).toMatchObject({ width: 1280, height: 720 });
    expect(chartScene(chartInput({ width: 900, height: 900 }))).toMatchObject({ width: 900, height: 900 });
  });

  it("lists its shapes from the back to the front", () => {
    const layers = chartScene(chartInput({ signal: longSignal() })).shapes.map(({ layer }) =>
      LAYERS.indexOf(layer),
    );
    expect(layers).toEqual([...layers].sort((a, b) => a - b));
  });

  it("can be sent to another thread", () => {
    const scene = chartScene(chartInput({ signal: longSignal() }));
    expect(structuredClone(scene)).toEqual(scene);
  });

  it("draws a wick and a body for each candle", () => {
    const scene = chartScene(chartInput());
    const candles = [...rectsOf(scene, "up"), ...rectsOf(scene, "down")].filter(
      ({ layer }) => layer === "candles",
    );
    expect(candles).toHaveLength(200);
  });

  it("draws a doji as a line that can be seen", () => {
    const doji = { openTime: START_MS, open: 100, high: 101, low: 99, close: 100, volume: 0 };
    const scene = chartScene(chartInput({ candles: [doji] }));
    expect(rectsOf(scene, "up").map(({ width, height }) => [width, height])).toContainEqual([26, 1.5]);
  });

  it("has volume bars only for a market with volume", () => {
    const silent = someCandles(50).map((candle) => ({ ...candle, volume: 0 }));
    const bars = (candles: typeof silent): number =>
      chartScene(chartInput({ candles })).shapes.filter(({ layer }) => layer === "volume").length;
    expect([bars(someCandles(50)), bars(silent)]).toEqual([50, 0]);
  });

  it("cuts the volume of one burst, so that the other bars stay readable", () => {
    const burst = someCandles(100).map((candle, at) => ({ ...candle, volume: at === 50 ? 1_000_000 : 100 }));
    const heights = chartScene(chartInput({ candles: burst }))
      .shapes.filter((shape) => shape.layer === "volume")
      .map((shape) => (shape.shape === "rect" ? shape.height : 0));
    expect(new Set(heights.map(Math.round))).toEqual(new Set([80]));
  });

  it("heads the picture with symbol, timeframe, direction, strategy, state and time", () => {
    const labels = { direction: "LONG", strategy: "Order block touch", state: "open" };
    const scene = chartScene(chartInput({ signal: longSignal(), labels, timeZone: "America/New_York" }));
    const header = textsOf(scene).filter(({ layer }) => layer === "header");
    expect(header.map(({ text }) => text)).toEqual([
      "BTC/USDT",
      "1m",
      "LONG",
      "Order block touch",
      "· open",
      "2 Mar 2026, 08:40 GMT-5",
    ]);
  });

  it("shortens a long strategy rather than run into the time", () => {
    const strategy = "A strategy whose name somebody made far too long for the header of any picture";
    const words = wordsOf(chartScene(chartInput({ labels: { strategy } })));
    expect(words.some((word) => word.startsWith("A strategy") && word.endsWith("…"))).toBe(true);
  });

  it("labels the time axis in the zone of the reader", () => {
    const axis = (timeZone: string): readonly string[] =>
      textsOf(chartScene(chartInput({ timeZone })))
        .filter(({ layer, font }) => layer === "axis" && font !== "digits")
        .map(({ text }) => text);
    expect(axis("UTC")).toEqual([
      "12:10",
      "12:20",
      "12:30",
      "12:40",
      "12:50",
      "13:00",
      "13:10",
      "13:20",
      "13:30",
    ]);
    expect(axis("Asia/Kolkata")[0]).toBe("17:40");
  });

  it("hides a price of the axis that a tag would cover", () => {
    const entryAtTick = longSignal({ entry: 106, stop: 104, targets: [108] });
    const written = wordsOf(chartScene(chartInput({ signal: entryAtTick })));
    expect(written.filter((word) => word === "106.00")).toHaveLength(1);
  });

  it("writes a symbol letter by letter and leaves out letters that nobody sees", () => {
    const symbol = '\u202e<img src="x">&amp;\u0007/USDT\u2066';
    expect(wordsOf(chartScene(chartInput({ symbol })))).toContain('<img src="x">&amp;/USDT');
  });

  it("puts the first candle after a weekend next to the last before it", () => {
    const candles = someCandles(20).map((candle, at) => ({
      ...candle,
      openTime: START_MS + at * MINUTE_MS + (at < 10 ? 0 : 2 * 86_400_000),
    }));
    const wicks = (shown: typeof candles) =>
      chartScene(chartInput({ candles: shown }))
        .shapes.filter(({ layer }) => layer === "candles")
        .flatMap((shape) => (shape.shape === "rect" ? [shape.x] : []));
    expect(wicks(candles)).toEqual(wicks(someCandles(20)));
  });

  it("draws kill zones as bands that reach into the future", () => {
    const windows = [
      { name: "New York AM", fromMs: START_MS + 90 * MINUTE_MS, toMs: START_MS + 110 * MINUTE_MS },
    ];
    const scene = chartScene(chartInput({ windows, signal: longSignal() }));
    const [band] = rectsOf(scene, "session");
    const slotWidth = (1173.2 - 290) / 100;
    expect(band?.x).toBeCloseTo(90 * slotWidth, 6);
    expect(band?.width).toBeCloseTo(20 * slotWidth, 6);
    expect(wordsOf(scene)).toContain("New York AM");
  });

  it("uses the short name of a kill zone where the long one does not fit", () => {
    const window = { fromMs: START_MS, toMs: START_MS + 4 * MINUTE_MS, name: "London open" };
    const named = (shortName?: string): readonly string[] =>
      wordsOf(chartScene(chartInput({ windows: [{ ...window, ...(shortName ? { shortName } : {}) }] })));
    expect(named("LDN")).toContain("LDN");
    expect(named()).not.toContain("London open");
  });

  it("marks the newest close on the axis", () => {
    const scene = chartScene(chartInput());
    expect(linesOf(scene, "up")).toHaveLength(1);
    expect(wordsOf(scene)).toContain(chartInput().candles.at(-1)?.close.toFixed(2));
  });

  it("signs the picture", () => {
    expect(wordsOf(chartScene(chartInput()))).toContain("Killzone");
  });

  it("refuses to draw nothing", () => {
    expect(() => chartScene(chartInput({ candles: [] }))).toThrow(RangeError);
  });
});
