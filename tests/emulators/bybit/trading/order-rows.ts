import { createHash } from "node:crypto";
import { decimal, toText } from "../../../../src/engine/decimal.ts";
import { isAlive, type TradingBook } from "../../exchange/trading/trading-book.ts";
import type {
  AlgoOrder,
  BookOrder,
  BookTrade,
  PositionSide,
  Side,
} from "../../exchange/trading/trading-types.ts";
import type { Paged } from "../request-params.ts";
import type { OtherExecution } from "../user.ts";

/** Bybit's ids are UUIDs, whose order tells nothing. */
export function uuidOf(kind: string, id: number): string {
  const hex = createHash("sha256").update(`${kind} ${id}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}

/**
 * An order as Bybit shows it: a conditional one and what the books made of it are the same order, with one id and
 * one name.
 */
export interface Placed extends Paged {
  readonly row: OrderRow;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly isOpen: boolean;
  /** It ended, and nothing of it was filled. */
  readonly isEmpty: boolean;
  cancel(): void;
}

type OrderRow = Readonly<Record<string, unknown>> & {
  readonly orderId: string;
  readonly orderLinkId: string;
  readonly symbol: string;
};

/** Every order that there is, also what no list shows yet. */
export function everyOrder(trading: TradingBook): readonly Placed[] {
  return placedOrders({ ...trading, isVisible: () => true });
}

/** Every order that can be seen, in the order in which they were placed. */
export function placedOrders(trading: TradingBook): readonly Placed[] {
  const conditional = trading.algos
    .filter((algo) => trading.isVisible(algo))
    .map((algo) => conditionalOrder(trading, algo));
  const plain = trading.orders
    .filter((order) => trading.isVisible(order) && trading.algoOf(order) === undefined)
    .map((order) => plainOrder(trading, order));
  return [...conditional, ...plain].sort((left, right) => left.id - right.id);
}

export function plainOrder(trading: TradingBook, order: BookOrder): Placed {
  const { orderId, clientOrderId, time, updateTime } = order;
  const isOpen = isAlive(order);
  return {
    id: orderId,
    createdAt: time,
    updatedAt: updateTime,
    isOpen,
    isEmpty: !isOpen && decimal(order.filled).isZero(),
    cancel: () => trading.cancel(order),
    row: {
      ...identity(orderId, clientOrderId, order, time, updateTime),
      ...progress(trading, order),
      orderType: order.type === "MARKET" ? "Market" : "Limit",
      timeInForce: order.type === "MARKET" ? "IOC" : order.timeInForce,
      price: order.type === "MARKET" ? "" : order.price,
      stopOrderType: "UNKNOWN",
      createType: "CreateByUser",
      triggerPrice: "0.00",
      triggerDirection: 0,
      triggerBy: "UNKNOWN",
    },
  };
}

export function conditionalOrder(trading: TradingBook, algo: AlgoOrder): Placed {
  const { algoId, clientAlgoId, time, side, orderType, triggerPrice, quantity } = algo;
  const order = trading.orders.find((each) => each.orderId === algo.actualOrderId && trading.isVisible(each));
  const updatedAt = Math.max(algo.updateTime, order?.updateTime ?? 0);
  const status = statusOfAlgo(algo, order);
  const isOpen = ["Untriggered", "Triggered", "New", "PartiallyFilled"].includes(status);
  const nothing = { avgPrice: "", leavesQty: quantity, cumExecQty: "0", cumExecValue: "0", cumFeeDetail: {} };
  return {
    id: algoId,
    createdAt: time,
    updatedAt,
    isOpen,
    isEmpty: !isOpen && decimal(order?.filled ?? 0).isZero(),
    cancel: () => (order === undefined ? trading.cancelAlgo(algo) : trading.cancel(order)),
    row: {
      ...identity(algoId, clientAlgoId, algo, time, updatedAt),
      ...(order === undefined ? nothing : progress(trading, order)),
      orderStatus: status,
      orderType: "Market",
      timeInForce: "IOC",
      price: "",
      stopOrderType: "Stop",
      createType: "CreateByStopOrder",
      triggerPrice,
      triggerDirection: (orderType === "STOP_MARKET") === (side === "SELL") ? 2 : 1,
      triggerBy: "LastPrice",
    },
  };
}

interface Ordered {
  readonly symbol: string;
  readonly side: Side;
  readonly positionSide: PositionSide;
  readonly quantity: string;
  readonly reduceOnly: boolean;
}

function identity(id: number, link: string, order: Ordered, createdAt: number, updatedAt: number) {
  const { symbol, side, positionSide, quantity, reduceOnly } = order;
  return {
    orderId: uuidOf("order", id),
    orderLinkId: link,
    symbol,
    side: sideWord(side),
    positionIdx: positionIdxOf(positionSide),
    qty: quantity,
    reduceOnly,
    closeOnTrigger: false,
    blockTradeId: "",
    isLeverage: "",
    cancelType: "UNKNOWN",
    rejectReason: "EC_NoError",
    takeProfit: "",
    stopLoss: "",
    tpTriggerBy: "",
    slTriggerBy: "",
    tpslMode: "",
    smpType: "None",
    smpGroup: 0,
    smpOrderId: "",
    lastPriceOnCreated: "",
    placeType: "",
    createdTime: String(createdAt),
    updatedTime: String(updatedAt),
  };
}

const STATUS = {
  NEW: "New",
  PARTIALLY_FILLED: "PartiallyFilled",
  FILLED: "Filled",
  CANCELED: "Cancelled",
  EXPIRED: "Cancelled",
} as const satisfies Record<BookOrder["status"], string>;

/** What cannot be seen yet of a triggered order is on its way. */
function statusOfAlgo({ status }: AlgoOrder, order: BookOrder | undefined) {
  if (order !== undefined) return STATUS[order.status];
  if (status === "NEW") return "Untriggered";
  if (status === "REJECTED") return "Rejected";
  return status === "TRIGGERED" || status === "FINISHED" ? "Triggered" : "Deactivated";
}

function progress({ trades }: TradingBook, order: BookOrder) {
  const fees = trades
    .filter((trade) => trade.order === order)
    .reduce((sum, { commission }) => sum.plus(commission), decimal(0));
  const isEmpty = decimal(order.filled).isZero();
  const left = isAlive(order) ? decimal(order.quantity).minus(order.filled) : decimal(0);
  return {
    orderStatus: STATUS[order.status],
    avgPrice: isEmpty ? "" : toText(decimal(order.cost).div(order.filled).toSignificantDigits(15)),
    leavesQty: toText(left),
    leavesValue: "0",
    cumExecQty: order.filled,
    cumExecValue: order.cost,
    cumExecFee: toText(fees),
    cumFeeDetail: isEmpty ? {} : { USDT: toText(fees) },
  };
}

export function executionRow(trading: TradingBook, trade: BookTrade, feeCurrency = "") {
  const { order, price, quantity, commission, time, maker } = trade;
  const algo = trading.algoOf(order);
  const before = trading.trades.filter((each) => each.order === order && each.id <= trade.id);
  const done = before.reduce((sum, each) => sum.plus(each.quantity), decimal(0));
  return {
    symbol: order.symbol,
    orderId: uuidOf("order", algo?.algoId ?? order.orderId),
    orderLinkId: algo?.clientAlgoId ?? order.clientOrderId,
    side: sideWord(order.side),
    orderPrice: order.price,
    orderQty: order.quantity,
    leavesQty: toText(decimal(order.quantity).minus(done)),
    orderType: order.type === "MARKET" ? "Market" : "Limit",
    stopOrderType: algo ? "Stop" : "UNKNOWN",
    createType: algo ? "CreateByStopOrder" : "CreateByUser",
    execFee: commission,
    feeCurrency,
    feeRate: maker ? "0.0002" : "0.00055",
    execId: executionIdOf(trade.id),
    execPrice: price,
    execQty: quantity,
    execType: "Trade",
    execValue: toText(decimal(price).mul(quantity)),
    execTime: String(time),
    isMaker: maker,
    closedSize: "",
    blockTradeId: "",
    markPrice: price,
    seq: trade.id,
  };
}

/** The number of the trade backwards: somebody who knows it can tell the id, and yet ids are in no order. */
function executionIdOf(tradeNumber: number): string {
  return `${[...String(tradeNumber).padStart(8, "0")].reverse().join("")}-0000-4000-8000-000000000000`;
}

export function otherExecutionRow(other: OtherExecution, index: number) {
  const { at, execQty, execPrice, ...row } = other;
  return {
    ...row,
    orderId: uuidOf("other order", index),
    orderLinkId: "",
    orderPrice: "0",
    orderQty: execQty,
    leavesQty: "0",
    orderType: other.execType === "Funding" ? "UNKNOWN" : "Market",
    stopOrderType: "UNKNOWN",
    createType: other.execType === "Funding" ? "" : "CreateByTakeOver_PassThrough",
    execFee: "0",
    feeCurrency: "",
    feeRate: "0",
    execId: uuidOf("other execution", index),
    execPrice,
    execQty,
    execValue: toText(decimal(execPrice).mul(execQty)),
    execTime: String(at),
    isMaker: false,
    closedSize: "",
    blockTradeId: "",
    markPrice: execPrice,
    seq: 0,
  };
}

export function sideWord(side: Side): "Buy" | "Sell" {
  return side === "BUY" ? "Buy" : "Sell";
}

export function positionIdxOf(positionSide: PositionSide): 0 | 1 | 2 {
  return ({ BOTH: 0, LONG: 1, SHORT: 2 } as const)[positionSide];
}
