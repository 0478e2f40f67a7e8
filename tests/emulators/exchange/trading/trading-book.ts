import type { Decimal } from "decimal.js";
import { decimal, floorToStep, toText } from "../../../../src/engine/decimal.ts";
import type { EmulatedMarket } from "../emulated-market.ts";
import type { Faults } from "../faults.ts";
import { createPositions, type Positions } from "./positions.ts";
import { settle } from "./settle.ts";
import type {
  AlgoOrder,
  BookEvent,
  BookOptions,
  BookOrder,
  BookTrade,
  JournalEntry,
  NewAlgo,
  NewOrder,
  Side,
} from "./trading-types.ts";

/** One account and its orders; fills come from the prices of the market. */
export interface TradingBook {
  readonly orders: readonly BookOrder[];
  readonly algos: readonly AlgoOrder[];
  readonly trades: readonly BookTrade[];
  readonly positions: Positions;
  /** Everything that was done, append-only. */
  readonly journal: readonly JournalEntry[];
  readonly leverage: Map<string, number>;
  readonly isolated: Set<string>;
  hedged: boolean;
  wallet(): Decimal;
  unrealised(): Decimal;
  lastPrice(symbol: string): Decimal;
  /** The conditional order that became this one. */
  algoOf(order: BookOrder): AlgoOrder | undefined;
  isVisible(entry: { readonly visibleAt: number }): boolean;
  place(order: NewOrder): BookOrder;
  placeAlgo(order: NewAlgo): AlgoOrder;
  cancel(order: BookOrder): void;
  cancelAlgo(algo: AlgoOrder): void;
  /** Somebody cancels an order or a conditional order on the web site of the exchange. */
  cancelByHand(clientOrderId: string): void;
  /** Somebody trades on the web site of the exchange: at the market, or with a limit. Gives its client order id. */
  tradeByHand(symbol: string, side: Side, quantity: string, price?: string): string;
  /** Notes an order that was refused. */
  refuse(order: NewOrder | NewAlgo, code: number): void;
  onChange(listener: (event: BookEvent) => void): void;
}

export function createTradingBook(market: EmulatedMarket, faults: Faults, rules: BookOptions): TradingBook {
  const orders: BookOrder[] = [];
  const algos: AlgoOrder[] = [];
  const trades: BookTrade[] = [];
  const journal: JournalEntry[] = [];
  const listeners: Array<(event: BookEvent) => void> = [];
  const positions = createPositions();
  let balance = decimal(rules.startBalance);
  let nextId = 1000;

  const symbolOf = (id: string) => market.symbols.find((symbol) => symbol.id === id);
  const contractSize = (id: string) => symbolOf(id)?.contractSize ?? "1";
  const lastPrice = (symbol: string): Decimal =>
    decimal(market.klines(symbol, "1m", 0, market.now()).at(-1)?.close ?? 0);
  const tell = (event: BookEvent) => {
    for (const listener of listeners) listener(event);
  };
  const note = (
    type: JournalEntry["type"],
    of: NewOrder | NewAlgo,
    more: { quantity?: string; price?: string; code?: number; tradeId?: number } = {},
  ) => {
    const clientOrderId = "clientAlgoId" in of ? of.clientAlgoId : originId(of);
    const { symbol, side, reduceOnly, quantity } = of;
    const position = toText(positions.net(symbol));
    const entry = { type, symbol, clientOrderId, side, reduceOnly, quantity, ...more, position };
    const noted = Object.freeze({ sequence: journal.length + 1, at: market.now(), ...entry });
    journal.push(noted);
    rules.onJournal?.(noted);
  };
  const algoOf = (order: NewOrder) =>
    algos.find(({ actualOrderId }) => actualOrderId !== undefined && actualOrderId === idOf(order));
  const originId = (order: NewOrder) => algoOf(order)?.clientAlgoId ?? order.clientOrderId;

  const end = (order: BookOrder, status: "CANCELED" | "EXPIRED") => {
    order.status = status;
    order.updateTime = market.now();
    note(status === "CANCELED" ? "order-cancelled" : "order-expired", order);
    tell({ type: "order", order });
    finishAlgo(order);
  };
  const finishAlgo = (order: BookOrder) => {
    const algo = algoOf(order);
    if (algo?.status === "TRIGGERED") setAlgo(algo, "FINISHED");
  };
  const setAlgo = (algo: AlgoOrder, status: AlgoOrder["status"]) => {
    algo.status = status;
    algo.updateTime = market.now();
    tell({ type: "algo", algo });
  };

  /** Fills what the next fault, or else the whole market, gives. False when a reduce-only order found nothing. */
  const fill = (order: BookOrder, price: Decimal, maker: boolean): boolean => {
    const left = decimal(order.quantity).minus(order.filled);
    const able = order.reduceOnly ? positions.reducible(order.symbol, order.positionSide, order.side) : left;
    const wanted = able.lt(left) ? able : left;
    if (wanted.isZero()) return false;
    const step = symbolOf(order.symbol)?.stepSize ?? "1";
    const part = floorToStep(wanted.mul(faults.takeFillFraction()), step);
    if (part.isZero()) return true;
    const feeRate = maker ? rules.makerFee : rules.takerFee;
    const settled = settle(positions, order, part, price, feeRate, symbolOf(order.symbol));
    balance = balance.plus(settled.money);
    order.filled = toText(part.plus(order.filled));
    order.cost = toText(part.mul(price).plus(order.cost));
    order.status = decimal(order.filled).eq(order.quantity) ? "FILLED" : "PARTIALLY_FILLED";
    order.updateTime = market.now();
    const trade: BookTrade = {
      id: trades.length + 1,
      order,
      price: toText(price),
      quantity: toText(part),
      commission: toText(settled.fee),
      commissionAsset: settled.feeAsset,
      realizedPnl: toText(settled.profit),
      maker,
      time: market.now(),
    };
    trades.push(trade);
    note("order-filled", order, { quantity: trade.quantity, price: trade.price, tradeId: trade.id });
    tell({ type: "order", order, trade });
    if (order.status === "FILLED") finishAlgo(order);
    return true;
  };

  const enter = (order: NewOrder): BookOrder => {
    nextId += 1;
    const now = market.now();
    const entered: BookOrder = {
      ...order,
      orderId: nextId,
      time: now,
      visibleAt: now + faults.takeHiddenMs(order.symbol),
      status: "NEW",
      filled: "0",
      cost: "0",
      updateTime: now,
    };
    orders.push(entered);
    return entered;
  };
  const match = (order: BookOrder) => {
    const price = lastPrice(order.symbol);
    if (order.type === "MARKET") {
      fill(order, price, false);
      if (order.status !== "FILLED") end(order, "EXPIRED");
      return;
    }
    if (crosses(order, price)) fill(order, price, false);
  };

  const trigger = (algo: AlgoOrder) => {
    const { symbol, side, positionSide, quantity, reduceOnly } = algo;
    const reducible = positions.reducible(symbol, positionSide, side);
    if (reduceOnly && reducible.isZero()) {
      setAlgo(algo, "REJECTED");
      note("algo-rejected", algo);
      return;
    }
    const order = enter({
      clientOrderId: faults.triggeredOrdersKeepTheirId ? algo.clientAlgoId : rules.triggeredName(algo),
      symbol,
      side,
      positionSide,
      type: "MARKET",
      timeInForce: "GTC",
      price: "0",
      quantity,
      reduceOnly,
    });
    algo.actualOrderId = order.orderId;
    setAlgo(algo, "TRIGGERED");
    note("algo-triggered", algo);
    match(order);
  };

  market.onKline(({ id }, { closed, candle }) => {
    if (closed) return;
    const price = decimal(candle.close);
    for (const order of orders) {
      if (order.symbol !== id || !isAlive(order) || !crosses(order, price)) continue;
      if (!fill(order, decimal(order.price), true)) end(order, "EXPIRED");
    }
    for (const algo of algos) {
      if (algo.symbol === id && algo.status === "NEW" && isTriggered(algo, price)) trigger(algo);
    }
  });

  const book: TradingBook = {
    orders,
    algos,
    trades,
    positions,
    journal,
    leverage: new Map(),
    isolated: new Set(),
    hedged: false,
    wallet: () => balance,
    unrealised: () =>
      positions.all.reduce(
        (sum, { symbol, quantity, cost }) =>
          sum.plus(lastPrice(symbol).mul(quantity).minus(cost).mul(contractSize(symbol))),
        decimal(0),
      ),
    lastPrice,
    algoOf,
    isVisible: ({ visibleAt }) => market.now() >= visibleAt,
    place: (order) => {
      const entered = enter(order);
      note("order-accepted", order, order.type === "LIMIT" ? { price: order.price } : {});
      tell({ type: "order", order: entered });
      match(entered);
      return entered;
    },
    placeAlgo: (order) => {
      nextId += 1;
      const now = market.now();
      const times = { time: now, updateTime: now, visibleAt: now + faults.takeHiddenMs(order.symbol) };
      const algo: AlgoOrder = { ...order, ...times, algoId: nextId, status: "NEW", actualOrderId: undefined };
      algos.push(algo);
      note("algo-accepted", order, { price: order.triggerPrice });
      tell({ type: "algo", algo });
      return algo;
    },
    cancel: (order) => end(order, "CANCELED"),
    cancelAlgo: (algo) => {
      setAlgo(algo, "CANCELED");
      note("algo-cancelled", algo);
    },
    cancelByHand: (clientOrderId) => {
      const order = orders.find((each) => isAlive(each) && each.clientOrderId === clientOrderId);
      const algo = algos.find((each) => each.status === "NEW" && each.clientAlgoId === clientOrderId);
      if (order) book.cancel(order);
      if (algo) book.cancelAlgo(algo);
      if (!order && !algo) throw new RangeError(`no order ${clientOrderId} is alive`);
    },
    tradeByHand: (symbol, side, quantity, price) => {
      const { clientOrderId } = book.place({
        clientOrderId: `web_${nextId + 1}`,
        symbol,
        side,
        positionSide: "BOTH",
        type: price === undefined ? "MARKET" : "LIMIT",
        timeInForce: "GTC",
        price: price ?? "0",
        quantity,
        reduceOnly: false,
      });
      return clientOrderId;
    },
    refuse: (order, code) =>
      note("clientAlgoId" in order ? "algo-refused" : "order-refused", order, { code }),
    onChange: (listener) => void listeners.push(listener),
  };
  return book;
}

function idOf(order: NewOrder): number | undefined {
  return "orderId" in order && typeof order.orderId === "number" ? order.orderId : undefined;
}

export function isAlive({ status }: BookOrder): boolean {
  return status === "NEW" || status === "PARTIALLY_FILLED";
}

function crosses(order: BookOrder, price: Decimal): boolean {
  if (order.type === "MARKET") return true;
  return order.side === "BUY" ? price.lte(order.price) : price.gte(order.price);
}

/** A stop waits against the position, a take profit with it. */
export function isTriggered(
  { orderType, side, triggerPrice }: Pick<AlgoOrder, "orderType" | "side" | "triggerPrice">,
  price: Decimal,
): boolean {
  const waitsBelow = (orderType === "STOP_MARKET") === (side === "SELL");
  return waitsBelow ? price.lte(triggerPrice) : price.gte(triggerPrice);
}
