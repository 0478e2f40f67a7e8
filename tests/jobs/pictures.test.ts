import { beforeEach, describe, expect, it } from "vitest";
import type { SignalChartInput } from "../../src/charts/chart-input.ts";
import { type ChartRequest, sceneOf } from "../../src/charts/kinds/chart-kinds.ts";
import { DeskError } from "../../src/engine/errors.ts";
import type { PictureSubject } from "../../src/engine/ports/pictures.ts";
import { SessionAlerts } from "../../src/jobs/session-alerts.ts";
import { walk } from "../charts/gallery/sample-source.ts";
import { ANNA, createDeskBench, type DeskBench, longSignal, NOW } from "./desk-bench.ts";

const READER = { locale: "en", timeZone: "America/New_York" };
const QUARTER_MS = 900_000;
const SYMBOL = "BTC/USDT";

let desk: DeskBench;

/** 15m candles up to `NOW`, about a price of 100. */
async function storeCandles(count = 400): Promise<void> {
  const candles = walk("15m", count, 1000, 0.1).map((candle, at) => ({
    ...candle,
    openTime: NOW - (count - at) * QUARTER_MS,
  }));
  await desk.context.candles.append(SYMBOL, "15m", candles);
}

async function begin(settings: Record<string, unknown> = {}): Promise<void> {
  desk = await createDeskBench(settings);
  await storeCandles();
}

/** What would be drawn; its scene can be made. */
async function drawn(subject: PictureSubject): Promise<ChartRequest> {
  const image = await desk.control.picture(subject, READER);
  const request = desk.pictures.drawn.at(-1);
  if (image === undefined || request === undefined) throw new Error("nothing was drawn");
  expect(sceneOf(request).shapes.length).toBeGreaterThan(10);
  return request;
}

function signalInput(request: ChartRequest | undefined): SignalChartInput {
  if (request?.kind !== "signal") throw new Error(`a signal chart was expected, not ${request?.kind}`);
  return request.input;
}

async function openTrade(): Promise<string> {
  const id = await desk.raise();
  await desk.control.approve(id, 1, 1, ANNA);
  await desk.settle();
  desk.clock.advance(1000);
  await desk.trade(100);
  return id;
}

async function closeTrade(price: number): Promise<void> {
  const id = await openTrade();
  desk.clock.advance(1000);
  await desk.trade(price);
  expect((await desk.context.ledger.load(id))?.state).toBe("closed");
}

beforeEach(async () => begin());

describe("a chart on demand", () => {
  it("shows the newest candles with what the engine sees, in the reader's zone and language", async () => {
    const input = signalInput(await drawn({ kind: "chart", symbol: SYMBOL, timeframe: "15m" }));
    expect(input).toMatchObject({
      ...{ symbol: SYMBOL, timeframe: "15m", theme: "dark", size: "phone", watermark: "Killzone" },
      ...{ locale: "en", timeZone: "America/New_York", priceTick: "0.1" },
    });
    expect(input.candles).toHaveLength(120);
    expect(input.detections.length).toBeGreaterThan(0);
    expect(input.windows.map(({ shortName }) => shortName)).toContain("LDN");
    expect(input).not.toHaveProperty("trade");
  });

  it("looks as the settings say", async () => {
    await begin({
      charts: { theme: "colour-blind", size: "square", name: "Anna's desk", candles: 50 },
    });
    const subject = { kind: "chart", symbol: SYMBOL, timeframe: "15m" } as const;
    const input = signalInput(await drawn(subject));
    expect(input).toMatchObject({ theme: "colour-blind", size: "square", watermark: "Anna's desk" });
    expect(input.candles).toHaveLength(50);
    await begin({ charts: { watermark: false, name: "Anna's desk" } });
    expect(signalInput(await drawn(subject)).watermark).toBe("");
  });

  it("draws over the candles only what was chosen", async () => {
    const subject = { kind: "chart", symbol: SYMBOL, timeframe: "15m" } as const;
    const gaps = signalInput(await drawn({ ...subject, overlays: ["gaps", "sessions"] }));
    expect(kindsOf(gaps).filter((kind) => !/gap|imbalance|balanced|session/.test(kind))).toEqual([]);
    expect(kindsOf(gaps)).toContain("fair-value-gap");
    expect(gaps.windows.length).toBeGreaterThan(0);
    expect(signalInput(await drawn({ ...subject, overlays: [] }))).toMatchObject({
      detections: [],
      windows: [],
    });
  });

  it("adds up a timeframe that is not followed from one that is", async () => {
    const input = signalInput(await drawn({ kind: "chart", symbol: SYMBOL, timeframe: "1h" }));
    expect(input.candles).toHaveLength(100);
    const stored = await desk.context.candles.newest(SYMBOL, "15m", 4);
    expect(input.candles.at(-1)).toMatchObject({
      openTime: NOW - 4 * QUARTER_MS,
      open: stored[0]?.open,
      close: stored[3]?.close,
      high: Math.max(...stored.map(({ high }) => high)),
    });
  });

  it("puts the larger of two timeframes on the left", async () => {
    const request = await drawn({ kind: "chart", symbol: SYMBOL, timeframe: "15m", second: "1h" });
    if (request.kind !== "two-timeframes") throw new Error(request.kind);
    const { left, right } = request.input;
    expect([left.timeframe, right.timeframe]).toEqual(["1h", "15m"]);
    expect([left.candles.length, right.candles.length]).toEqual([70, 70]);
  });

  it("is nothing without candles", async () => {
    expect(await desk.control.picture({ kind: "chart", symbol: "ETH/USDT", timeframe: "15m" }, READER)).toBe(
      undefined,
    );
    expect(desk.pictures.drawn).toEqual([]);
  });
});

function kindsOf({ detections }: SignalChartInput): readonly string[] {
  return [...new Set(detections.map(({ kind }) => kind))];
}

describe("the picture of a trade", () => {
  it("has its setup while it is proposed, and no life", async () => {
    await desk.raise();
    const input = signalInput(desk.pictures.drawn.at(-1));
    expect(input.labels).toMatchObject({ direction: "LONG", strategy: "Order block touch", entry: "ENTRY" });
    expect(input.labels).not.toHaveProperty("state");
    expect(input).not.toHaveProperty("life");
  });

  it("has its fills and its profit and loss while it is open", async () => {
    const id = await openTrade();
    await desk.trade(101.5);
    await desk.control.trade(id);
    const input = signalInput(desk.pictures.drawn.at(-1));
    expect(input.fills?.map(({ side, price, quantity }) => [side, price, quantity])).toEqual([
      ["buy", "100", "10"],
    ]);
    expect(input.life).toEqual({ stopMoves: [], openPnl: "+15.00 USDT", price: 101.5 });
    expect(input.labels?.state).toBe("open");
  });

  it("has its exit and result when it is closed, and ends soon after it", async () => {
    await desk.context.candles.append(
      SYMBOL,
      "15m",
      walk("15m", 40, 1000, 0.1).map((candle, at) => ({ ...candle, openTime: NOW + at * QUARTER_MS })),
    );
    await closeTrade(104);
    const input = signalInput(desk.pictures.drawn.at(-1));
    expect(input.trade?.result).toEqual({ pnl: "40", r: 2, reason: "target" });
    expect(input.fills?.map(({ side }) => side)).toEqual(["buy", "sell"]);
    expect(input.life).toEqual({ stopMoves: [] });
    expect(input.candles.at(-1)?.openTime).toBe(NOW + 8 * QUARTER_MS);
  });

  it("is never a reason to lose a signal: when it fails or takes too long the card is text", async () => {
    for (const fail of [new DeskError("chart-timed-out", { limitMs: 10_000 }), new RangeError("broken")]) {
      desk.pictures.fail = fail;
      await desk.raise(longSignal({ id: fail.message, symbol: SYMBOL }));
    }
    const [card] = desk.chat.shown.values();
    expect(card).toMatchObject({ content: { kind: "trade", trade: { state: "proposed" } } });
    expect(card).not.toHaveProperty("image");
    expect(await desk.context.ledger.pendingOutbox(10)).toEqual([]);
  });
});

describe("pictures of results", () => {
  beforeEach(async () => {
    await closeTrade(104);
  });

  it("are the equity after each closed trade", async () => {
    const { input } = await drawn({ kind: "equity", sinceMs: 0 });
    expect(input).toMatchObject({
      points: [
        { at: NOW, equity: 10_000 },
        { at: NOW + 2000, equity: 10_040 },
      ],
      currency: "USDT",
      labels: { title: "Equity", drawdown: "Drawdown" },
    });
  });

  it("are the month day by day", async () => {
    const { input } = await drawn({ kind: "month", at: NOW });
    expect(input).toMatchObject({ year: 2026, month: 3, days: [{ day: 3, pnl: 40, trades: 1 }] });
  });

  it("are results against the hours of New York", async () => {
    const request = await drawn({ kind: "performance", by: "exit", sinceMs: 0 });
    if (request.kind !== "performance") throw new Error(request.kind);
    expect(request.input.labels.title).toBe("R by exit and hour");
    expect(request.input.rows.map(({ name }) => name)).toEqual(["target reached"]);
    expect(request.input.rows[0]?.cells[9]).toEqual({ r: 2, trades: 1 });
    const byHour = await drawn({ kind: "performance", by: "hour", sinceMs: 0 });
    if (byHour.kind !== "performance") throw new Error(byHour.kind);
    expect(byHour.input.rows.map(({ name }) => name)).toEqual(["Tue"]);
  });

  it.each([
    { kind: "equity", sinceMs: NOW + 3000 },
    { kind: "month", at: NOW - 86_400_000 * 10 },
    { kind: "performance", by: "symbol", sinceMs: NOW + 3000 },
    { kind: "exposure" },
    { kind: "scan", rows: [] },
  ] satisfies PictureSubject[])("are nothing where there is nothing to show: $kind", async (subject) => {
    expect(await desk.control.picture(subject, READER)).toBe(undefined);
  });
});

describe("other pictures", () => {
  it("show what is open against what may be risked", async () => {
    await openTrade();
    const { input } = await drawn({ kind: "exposure" });
    expect(input).toMatchObject({
      positions: [{ symbol: SYMBOL, direction: "long", notional: 1000, riskPercent: 0.2 }],
      currency: "USDT",
    });
  });

  it("show the setups of a scan", async () => {
    const { input } = await drawn({ kind: "scan", rows: [{ signal: longSignal() }] });
    expect(input).toMatchObject({
      markets: [{ symbol: SYMBOL, note: "B 60 · Order block touch", entry: 100, stop: 98, target: 104 }],
      labels: { title: "Scan", found: "1 setup" },
    });
  });

  it("say how many setups a scan found and that the best nine of them are drawn", async () => {
    const rows = Array.from({ length: 12 }, (_, at) => ({ signal: longSignal({ score: 90 - at }) }));
    const { input } = await drawn({ kind: "scan", rows });
    if (!("markets" in input)) throw new Error("not a scan");
    expect(input.markets.map(({ note }) => note.slice(0, 4))).toEqual(
      [90, 89, 88, 87, 86, 85, 84, 83, 82].map((score) => `B ${score}`),
    );
    expect(input.labels.found).toBe("12 setups, the best 9");
  });

  it("show the Asian range and the levels around when a kill zone opens, with the alert", async () => {
    desk.clock.advance(3_600_000 * 17);
    await new SessionAlerts(desk.context).onTime(desk.clock.now());
    await desk.settle();
    const request = desk.pictures.drawn.at(-1);
    if (request?.kind !== "session-brief") throw new Error(String(request?.kind));
    const { range, levels, market } = request.input;
    expect(range.label).toBe("Asian range");
    // 20:00 to midnight in New York, of the last night that has candles.
    const night = (await desk.context.candles.newest(SYMBOL, "15m", 400)).filter(
      ({ openTime }) => openTime >= Date.UTC(2026, 2, 3, 1) && openTime < Date.UTC(2026, 2, 3, 5),
    );
    expect(night).toHaveLength(16);
    expect([range.low, range.high]).toEqual([
      Math.min(...night.map(({ low }) => low)),
      Math.max(...night.map(({ high }) => high)),
    ]);
    const names = levels.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["PDH", "PDL"]));
    const priceOf = (name: string) => [
      ...new Set(levels.filter((one) => one.name === name).map(({ price }) => price)),
    ];
    expect(priceOf("PDH")).toHaveLength(1);
    expect(priceOf("PDL")).toHaveLength(1);
    expect(market.candles).toHaveLength(96);
    expect([...desk.chat.shown.values()].at(-1)).toMatchObject({
      content: { kind: "notice", notice: { key: "notice-session-opened", args: { name: "london-open" } } },
      image: new Uint8Array([1]),
    });
  });
});
