import fc from "fast-check";
import type { ChartLook } from "../../../src/charts/chart-look.ts";
import type { ChartRequest } from "../../../src/charts/kinds/chart-kinds.ts";
import type { Candle } from "../../../src/engine/candles/candle.ts";
import { chartInput, MINUTE_MS, START_MS } from "../chart-input-builder.ts";
import { walk } from "../gallery/sample-source.ts";

const look: fc.Arbitrary<ChartLook> = fc.record({
  theme: fc.constantFrom("dark", "light", "colour-blind"),
  timeZone: fc.constantFrom("UTC", "America/New_York", "Asia/Kolkata"),
  locale: fc.constantFrom("en-GB", "de", "ru", "es", "en-IN"),
  size: fc.constantFrom("phone", "square", "wide"),
  watermark: fc.constantFrom("Killzone", "", "A desk with a very long name indeed ".repeat(4)),
});

const name = fc.constantFrom("BTC/USDT", "Прибыль по часам", "1000000SHIB/USDT:USDT-260327", "A", "");
const money = fc.oneof(
  fc.constant(0),
  fc.double({ min: -2e9, max: 2e9, noNaN: true }),
  fc.double({ min: -5, max: 5, noNaN: true }),
);

const candles: fc.Arbitrary<readonly Candle[]> = fc
  .record({
    count: fc.constantFrom(1, 2, 30, 200),
    start: fc.integer({ min: 100, max: 9_000_000 }),
    tick: fc.constantFrom(0.00000001, 0.01, 1),
  })
  .map(({ count, start, tick }) => walk("1m", count, start, tick));

const market = candles.map((shown) => ({
  ...chartInput({ candles: shown, priceTick: "0.00000001" }),
}));

const equity = fc.record({ look, values: fc.array(money, { minLength: 1, maxLength: 80 }) }).map(
  ({ look, values }): ChartRequest => ({
    kind: "equity",
    input: {
      ...look,
      points: values.map((value, at) => ({ at: START_MS + at * 77 * MINUTE_MS, equity: Math.abs(value) })),
      currency: "USDT",
      labels: { title: "Equity", drawdown: "Drawdown" },
    },
  }),
);

const calendar = fc
  .record({
    look,
    year: fc.integer({ min: 2015, max: 2035 }),
    month: fc.integer({ min: 1, max: 12 }),
    days: fc.uniqueArray(
      fc.record({ day: fc.integer({ min: 1, max: 28 }), pnl: money, trades: fc.nat(500) }),
      { selector: ({ day }) => day },
    ),
  })
  .map(
    ({ look, ...rest }): ChartRequest => ({
      kind: "calendar",
      input: {
        ...look,
        ...rest,
        currency: "USDT",
        labels: { week: "Неделя", trades: "Сделки", won: "Days won", lost: "lost" },
      },
    }),
  );

const performance = fc
  .record({
    look,
    columns: fc.array(name, { minLength: 1, maxLength: 24 }),
    names: fc.array(name, { maxLength: 14 }),
    results: fc.infiniteStream(fc.option(fc.record({ r: money, trades: fc.nat(9_999) }), { nil: undefined })),
  })
  .map(
    ({ look, columns, names, results }): ChartRequest => ({
      kind: "performance",
      input: {
        ...look,
        columns,
        rows: names.map((row) => ({ name: row, cells: columns.map(() => results.next().value) })),
        labels: { title: "By symbol and New York hour", trades: "Trades", total: "Total" },
      },
    }),
  );

const exposure = fc
  .record({
    look,
    positions: fc.array(
      fc.record({
        symbol: name,
        direction: fc.constantFrom("long" as const, "short" as const),
        notional: money.map(Math.abs),
        riskPercent: fc.double({ min: 0, max: 10, noNaN: true }),
      }),
      { maxLength: 30 },
    ),
  })
  .map(
    ({ look, positions }): ChartRequest => ({
      kind: "exposure",
      input: {
        ...look,
        positions,
        currency: "USDT",
        maxRiskPercent: 5,
        labels: { title: "Exposure", long: "Long", short: "Short", net: "Net", risk: "Risk", none: "None" },
      },
    }),
  );

const scanned = fc
  .record({ symbol: name, note: name, candles, long: fc.boolean() })
  .map(({ symbol, note, candles: shown, long }) => {
    const close = shown.at(-1)?.close ?? 1;
    const direction = long ? ("long" as const) : ("short" as const);
    const levels = { entry: close, stop: close * (long ? 0.97 : 1.03), target: close * (long ? 1.2 : 0.8) };
    return { symbol, note, candles: shown, direction, ...levels, timeframe: "15m", priceTick: "0.00000001" };
  });

const scanOverview = fc.record({ look, markets: fc.array(scanned, { maxLength: 14 }) }).map(
  ({ look, markets }): ChartRequest => ({
    kind: "scan-overview",
    input: { ...look, markets, labels: { title: "Scan", found: `${markets.length} setups` } },
  }),
);

const sessionBrief = fc
  .record({
    look,
    market,
    levels: fc.array(fc.record({ name, factor: fc.double({ min: 0.5, max: 2, noNaN: true }) }), {
      maxLength: 30,
    }),
  })
  .map(({ look, market: shown, levels }): ChartRequest => {
    const close = shown.candles.at(-1)?.close ?? 1;
    return {
      kind: "session-brief",
      input: {
        market: { ...shown, ...look },
        range: { label: "Диапазон Азии", low: close * 0.99, high: close * 1.02 },
        levels: levels.map((level) => ({ name: level.name, price: close * level.factor })),
      },
    };
  });

const twoTimeframes = fc
  .record({ look, left: market, right: market })
  .map(
    ({ look, left, right }): ChartRequest => ({ kind: "two-timeframes", input: { ...look, left, right } }),
  );

/** Pictures of every kind but the signal, some of them absurd. */
export const generatedRequests: fc.Arbitrary<ChartRequest> = fc.oneof(
  equity,
  calendar,
  performance,
  exposure,
  scanOverview,
  sessionBrief,
  twoTimeframes,
);
