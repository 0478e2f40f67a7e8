import type { SignalChartInput } from "../../../src/charts/chart-input.ts";
import type { ChartLook } from "../../../src/charts/chart-look.ts";
import type { ChartRequest } from "../../../src/charts/kinds/chart-kinds.ts";
import { formatSigned } from "../../../src/charts/text/number-format.ts";
import { timeframeMs } from "../../../src/engine/candles/timeframe.ts";
import type { Signal } from "../../../src/engine/signal.ts";
import type { Fill } from "../../../src/engine/trade/order.ts";
import { openTrade } from "../chart-input-builder.ts";
import type { PlayedSignal, Source, SourceMarket } from "./source.ts";

export type PictureName = ChartRequest["kind"] | "position" | "plain";

const BALANCE = 10_000;
/** Money that a trade risks. */
const RISK = 50;

/** One request for each kind of picture. */
export function requestsOf(source: Source, look: ChartLook): Readonly<Record<PictureName, ChartRequest>> {
  return {
    signal: { kind: "signal", input: signalInput(source, look) },
    position: { kind: "signal", input: positionInput(source, look) },
    plain: { kind: "signal", input: { ...marketInput(source.market, lastOpen(source.market)), ...look } },
    "two-timeframes": twoTimeframes(source, look),
    "session-brief": sessionBrief(source, look),
    equity: {
      kind: "equity",
      input: { ...look, points: equityPoints(source), currency: "USDT", labels: EQUITY_LABELS },
    },
    calendar: calendar(source, look),
    performance: performance(source, look),
    "scan-overview": scanOverview(source, look),
    exposure: exposure(source, look),
  };
}

const EQUITY_LABELS = { title: "Equity", drawdown: "Drawdown" };

function lastOpen({ candles }: SourceMarket): number {
  return candles.at(-1)?.openTime ?? 0;
}

type MarketInput = Omit<SignalChartInput, keyof ChartLook>;

/** The newest candles up to an instant, and what was known by then. */
function marketInput(market: SourceMarket, until: number, count = 120): MarketInput {
  const { symbol, timeframe, priceTick } = market;
  const candles = market.candles.filter(({ openTime }) => openTime <= until).slice(-count);
  const from = candles[0]?.openTime ?? 0;
  const end = until + timeframeMs(timeframe);
  return {
    symbol,
    timeframe,
    priceTick,
    candles,
    detections: market.detections.filter(({ knownAt }) => knownAt <= end),
    windows: market.windows.filter(({ fromMs, toMs }) => toMs > from && fromMs < end),
  };
}

function signalInput({ market, signal }: Source, look: ChartLook): SignalChartInput {
  const until = signal.knownAt - timeframeMs(market.timeframe);
  const labels = { direction: signal.direction.toUpperCase(), strategy: strategyName(signal) };
  return { ...marketInput(market, until), signal, labels, ...look };
}

/** As the chat writes it in English, near enough. */
function strategyName({ strategy }: Signal): string {
  const words = strategy.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Entered at its price, half taken at the first target, the stop moved to the entry. */
function positionInput({ market, signal, openUntil }: Source, look: ChartLook): SignalChartInput {
  const { symbol, direction, entryType } = signal;
  const until = market.candles[openUntil]?.openTime ?? 0;
  const now = market.candles[openUntil]?.close ?? signal.entry;
  const [first = signal.entry] = signal.targets;
  const long = direction === "long";
  const hit = market.candles.find(
    ({ openTime, high, low }) => openTime >= signal.knownAt && (long ? high >= first : low <= first),
  );
  const movedAt = hit?.openTime ?? until;
  const text = (value: number): string => value.toFixed(8);
  const plan = {
    ...openTrade().plan,
    symbol,
    direction,
    entryType,
    entry: text(signal.entry),
    stop: text(signal.stop),
    targets: signal.targets.map(text),
  };
  const trade = openTrade({
    signal,
    plan,
    entryPrice: text(signal.entry),
    entryQuantity: "1",
    exitQuantity: "0.5",
    protectedAt: text(signal.entry),
  });
  const fill = (at: number, price: number, quantity: string, side: Fill["side"]): Fill => ({
    ...{ fillId: `${at}`, clientOrderId: "c", fee: "0", symbol },
    ...{ at, side, quantity, price: text(price) },
  });
  return {
    ...marketInput(market, until),
    trade,
    fills: [
      fill(signal.knownAt, signal.entry, "1", long ? "buy" : "sell"),
      fill(movedAt, first, "0.5", long ? "sell" : "buy"),
    ],
    life: { stopMoves: [{ at: movedAt, price: text(signal.entry) }], openPnl: openPnl(signal, now) },
    labels: { direction: direction.toUpperCase(), strategy: strategyName(signal), state: "open" },
    ...look,
  };
}

/** Half won at the first target, half as the price stands. */
function openPnl({ entry, stop, targets: [first = entry] }: Signal, now: number): string {
  const money = (((first - entry) / 2 + (now - entry) / 2) / (entry - stop)) * RISK;
  return `${formatSigned(money, "en-GB", 2)} USDT`;
}

function twoTimeframes({ market, larger }: Source, look: ChartLook): ChartRequest {
  const until = lastOpen(market);
  const left = marketInput(larger, until - timeframeMs(larger.timeframe), 60);
  return { kind: "two-timeframes", input: { ...look, left, right: marketInput(market, until, 60) } };
}

function sessionBrief({ market }: Source, look: ChartLook): ChartRequest {
  const londonOpen = market.windows.findLast(({ name }) => name === "LDN")?.fromMs ?? lastOpen(market);
  const shown = marketInput(market, londonOpen - timeframeMs(market.timeframe), 96);
  const range = {
    label: "Asia range",
    low: Math.min(...shown.candles.slice(-24).map(({ low }) => low)),
    high: Math.max(...shown.candles.slice(-24).map(({ high }) => high)),
  };
  const swings = shown.detections.filter(({ kind }) => kind === "swing").slice(-80);
  const levels = swings.flatMap(({ level = 0, side, knownAt }) => {
    const later = market.candles.filter(({ openTime }) => openTime >= knownAt && openTime < londonOpen);
    const taken = later.some(({ high, low }) => (side === "high" ? high > level : low < level));
    return taken ? [] : [{ name: side === "high" ? "Swing high" : "Swing low", price: level }];
  });
  const input = {
    market: { ...shown, ...look },
    range,
    levels: [...levels, ...dayLevels(market, londonOpen)],
  };
  return { kind: "session-brief", input };
}

/** Highs and lows of the last day and the last five. */
function dayLevels({ candles }: SourceMarket, now: number): readonly { name: string; price: number }[] {
  return [
    { name: "Day", days: 1 },
    { name: "5 days", days: 5 },
    { name: "20 days", days: 20 },
  ].flatMap(({ name, days }) => {
    const from = now - days * 86_400_000;
    const shown = candles.filter(({ openTime }) => openTime >= from && openTime < now);
    return [
      { name: `${name} high`, price: Math.max(...shown.map(({ high }) => high)) },
      { name: `${name} low`, price: Math.min(...shown.map(({ low }) => low)) },
    ];
  });
}

function equityPoints({ played }: Source): readonly { at: number; equity: number }[] {
  let equity = BALANCE;
  return [...played]
    .sort((a, b) => a.closedAt - b.closedAt)
    .map(({ closedAt, r }) => {
      equity += r * RISK;
      return { at: closedAt, equity };
    });
}

/** The month with the most trades. */
function calendar({ played }: Source, look: ChartLook): ChartRequest {
  const monthOf = ({ closedAt }: PlayedSignal): string => new Date(closedAt).toISOString().slice(0, 7);
  const counts = new Map<string, PlayedSignal[]>();
  for (const one of played) counts.set(monthOf(one), [...(counts.get(monthOf(one)) ?? []), one]);
  const [name = "2026-01", trades = []] = [...counts].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  const days = new Map<number, { day: number; pnl: number; trades: number }>();
  for (const { closedAt, r } of trades) {
    const day = new Date(closedAt).getUTCDate();
    const before = days.get(day) ?? { day, pnl: 0, trades: 0 };
    days.set(day, { day, pnl: before.pnl + r * RISK, trades: before.trades + 1 });
  }
  const [year = 2026, month = 1] = name.split("-").map(Number);
  const labels = { week: "Week", trades: "Trades", won: "Days won", lost: "lost" };
  return {
    kind: "calendar",
    input: { ...look, year, month, days: [...days.values()], currency: "USDT", labels },
  };
}

/** Sessions down, hours of the New York day across. */
function performance({ played }: Source, look: ChartLook): ChartRequest {
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: "America/New_York",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const hourOf = ({ signal }: PlayedSignal): string => clock.format(signal.knownAt);
  const nameOf = ({ signal }: PlayedSignal): string => `${signal.symbol} ${signal.direction}`;
  const rows = [...new Set(played.map(nameOf))].map((name) => ({
    name,
    cells: hours.map((hour) => {
      const own = played.filter((one) => nameOf(one) === name && hourOf(one) === hour);
      return own.length === 0 ? undefined : { r: own.reduce((sum, { r }) => sum + r, 0), trades: own.length };
    }),
  }));
  const labels = { title: "By symbol and New York hour", trades: "Trades", total: "Total" };
  return { kind: "performance", input: { ...look, columns: hours, rows, labels } };
}

function scanOverview({ scanned }: Source, look: ChartLook): ChartRequest {
  const best = scanned.toSorted((one, other) => other.signal.score - one.signal.score);
  const markets = best.map(({ market, signal }) => ({
    symbol: market.symbol,
    timeframe: market.timeframe,
    priceTick: market.priceTick,
    candles: marketInput(market, signal.knownAt - timeframeMs(market.timeframe), 60).candles,
    direction: signal.direction,
    note: `${signal.grade} ${Math.round(signal.score)} · ${strategyName(signal)}`,
    entry: signal.entry,
    stop: signal.stop,
    target: signal.targets[0] ?? signal.entry,
  }));
  const count = markets.length;
  const labels = { title: "Scan", found: count > 9 ? `${count} setups, the best 9` : `${count} setups` };
  return { kind: "scan-overview", input: { ...look, markets, labels } };
}

/** What would be open if every scanned setup had been taken with the same risk. */
function exposure({ scanned }: Source, look: ChartLook): ChartRequest {
  const positions = scanned.slice(0, 6).map(({ market, signal }, at) => ({
    symbol: market.symbol,
    direction: signal.direction,
    notional: Math.min(25_000, (RISK / Math.abs(signal.entry - signal.stop)) * signal.entry),
    riskPercent: 0.5 + (at % 3) * 0.25,
  }));
  const labels = {
    ...{ title: "Exposure", long: "Long", short: "Short", net: "Net" },
    ...{ risk: "Risk of all open stops", none: "Nothing is open" },
  };
  return { kind: "exposure", input: { ...look, positions, currency: "USDT", maxRiskPercent: 5, labels } };
}
