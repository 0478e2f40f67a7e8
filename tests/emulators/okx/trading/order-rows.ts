import { decimal, toText } from "../../../../src/engine/decimal.ts";
import type { BookOrder, BookTrade } from "../../exchange/trading/trading-types.ts";
import type { RouteContext } from "../route.ts";
import { leverageOf } from "./leverage.ts";
import { marginModeOf, posSideOf, reduceOnlyWord } from "./order-words.ts";

const STATES = {
  NEW: "live",
  PARTIALLY_FILLED: "partially_filled",
  FILLED: "filled",
  CANCELED: "canceled",
  EXPIRED: "canceled",
} as const satisfies Record<BookOrder["status"], string>;

/** An order as every list, look-up and stream shows it. */
export function orderRow(context: RouteContext, order: BookOrder): Record<string, unknown> {
  const { trading } = context;
  const algo = trading.algoOf(order);
  const tdMode = marginModeOf(context, order.symbol);
  const lever = String(leverageOf(context, order.symbol, tdMode, order.positionSide));
  return {
    instType: "SWAP",
    instId: order.symbol,
    ordId: String(order.orderId),
    clOrdId: order.clientOrderId,
    algoId: algo ? String(algo.algoId) : "",
    algoClOrdId: algo?.clientAlgoId ?? "",
    tag: "",
    ccy: "",
    px: order.type === "LIMIT" ? order.price : "",
    sz: order.quantity,
    ordType: order.type.toLowerCase(),
    side: order.side.toLowerCase(),
    posSide: posSideOf(order.positionSide),
    tdMode,
    lever,
    reduceOnly: reduceOnlyWord(order),
    state: STATES[order.status],
    source: algo ? "7" : "",
    category: "normal",
    cancelSource: "",
    attachAlgoOrds: [],
    ...filledWords(context, order),
    cTime: String(order.time),
    uTime: String(order.updateTime),
  };
}

/** How much was filled, and the last fill of it. */
function filledWords({ trading }: RouteContext, order: BookOrder) {
  const fills = trading.trades.filter((trade) => trade.order === order);
  const last = fills.at(-1);
  const isEmpty = decimal(order.filled).isZero();
  const sum = (read: (trade: BookTrade) => string) =>
    toText(fills.reduce((total, trade) => total.plus(read(trade)), decimal(0)));
  return {
    accFillSz: order.filled,
    avgPx: isEmpty ? "" : toText(decimal(order.cost).div(order.filled).toSignificantDigits(15)),
    fillPx: last?.price ?? "",
    fillSz: last?.quantity ?? "0",
    fillTime: last ? String(last.time) : "",
    tradeId: last ? tradeIdOf(last) : "",
    fee: toText(decimal(sum(({ commission }) => commission)).neg()),
    feeCcy: "USDT",
    rebate: "0",
    rebateCcy: "USDT",
    pnl: sum(({ realizedPnl }) => realizedPnl),
  };
}

/** The journal names fills by their bills. Ids of trades are others, which belong to their symbol. */
export function tradeIdOf({ id }: BookTrade): string {
  return String(700_000 + id);
}

export function fillRow(trade: BookTrade): Record<string, unknown> {
  const { order } = trade;
  return {
    instType: "SWAP",
    instId: order.symbol,
    tradeId: tradeIdOf(trade),
    ordId: String(order.orderId),
    clOrdId: order.clientOrderId,
    billId: String(trade.id),
    subType: "1",
    tag: "",
    fillPx: trade.price,
    fillSz: trade.quantity,
    side: order.side.toLowerCase(),
    posSide: posSideOf(order.positionSide),
    execType: trade.maker ? "M" : "T",
    feeCcy: "USDT",
    fee: toText(decimal(trade.commission).neg()),
    fillPnl: trade.realizedPnl,
    fillTime: String(trade.time),
    ts: String(trade.time),
  };
}

/** An order of the spot market of the first symbol, of the same account. */
export function spotOrderRow({ market }: RouteContext): Record<string, unknown> {
  const { base = "", quote = "" } = market.symbols[0] ?? {};
  const at = String(market.now());
  return {
    ...{
      instType: "SPOT",
      instId: `${base}-${quote}`,
      ordId: "999",
      clOrdId: "spot1",
      algoId: "",
      algoClOrdId: "",
    },
    ...{ px: "96", sz: "5", ordType: "limit", side: "buy", posSide: "", tdMode: "cash", state: "live" },
    ...{ accFillSz: "0", avgPx: "", fillPx: "", fillSz: "0", fillTime: "", fee: "0", feeCcy: base, pnl: "0" },
    ...{ reduceOnly: "false", cTime: at, uTime: at },
  };
}
