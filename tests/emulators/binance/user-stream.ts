import { toText } from "../../../src/engine/decimal.ts";
import type { ExchangeParts } from "../exchange/emulated-exchange.ts";
import type { TradingBook } from "../exchange/trading/trading-book.ts";
import type { AlgoOrder, BookEvent, BookOrder, BookTrade } from "../exchange/trading/trading-types.ts";

/** What a key may do, as `GET /sapi/v1/account/apiRestrictions` tells. */
export interface KeyPermissions {
  ipRestrict: boolean;
  enableReading: boolean;
  enableFutures: boolean;
  enableSpotAndMarginTrading: boolean;
  enableWithdrawals: boolean;
  enableInternalTransfer: boolean;
  permitsUniversalTransfer: boolean;
}

/** What the venue keeps of its user, beside the books. */
export interface BinanceUser {
  readonly keyPermissions: KeyPermissions;
  readonly listenKey: string;
}

export function createUser(): BinanceUser {
  return {
    keyPermissions: {
      ipRestrict: true,
      enableReading: true,
      enableFutures: true,
      enableSpotAndMarginTrading: true,
      enableWithdrawals: false,
      enableInternalTransfer: false,
      permitsUniversalTransfer: false,
    },
    listenKey: "listenkey000000000000000000000001",
  };
}

/** What everyone who connected with the listen key hears of a change. */
export function userMessages(event: BookEvent, { market, trading }: ExchangeParts): readonly unknown[] {
  const stamp = { E: market.now(), T: market.now() };
  if (event.type === "algo") return [{ e: "ALGO_UPDATE", ...stamp, o: algoMessage(event.algo) }];
  const update = { e: "ORDER_TRADE_UPDATE", ...stamp, o: orderMessage(event.order, event.trade) };
  return event.trade ? [accountMessage(stamp, event.trade, trading), update] : [update];
}

function accountMessage(stamp: object, { order }: BookTrade, trading: TradingBook): unknown {
  const { symbol, positionSide } = order;
  return {
    e: "ACCOUNT_UPDATE",
    ...stamp,
    a: {
      m: "ORDER",
      B: [{ a: "USDT", wb: toText(trading.wallet()), cw: toText(trading.wallet()), bc: "0" }],
      P: [
        {
          s: symbol,
          pa: toText(trading.positions.of(symbol, positionSide)),
          ep: "0",
          cr: "0",
          up: "0",
          mt: trading.isolated.has(symbol) ? "isolated" : "cross",
          iw: "0",
          ps: positionSide,
        },
      ],
    },
  };
}

function orderMessage(order: BookOrder, trade: BookTrade | undefined): unknown {
  return {
    s: order.symbol,
    c: order.clientOrderId,
    S: order.side,
    o: order.type,
    f: order.timeInForce,
    q: order.quantity,
    p: order.price,
    ap: "0",
    sp: "0",
    x: trade ? "TRADE" : order.status,
    X: order.status,
    i: order.orderId,
    l: trade?.quantity ?? "0",
    z: order.filled,
    L: trade?.price ?? "0",
    N: "USDT",
    n: trade?.commission ?? "0",
    T: order.updateTime,
    t: trade?.id ?? 0,
    b: "0",
    a: "0",
    m: trade?.maker ?? false,
    R: order.reduceOnly,
    wt: "CONTRACT_PRICE",
    ot: order.type,
    ps: order.positionSide,
    cp: false,
    rp: trade?.realizedPnl ?? "0",
  };
}

function algoMessage(algo: AlgoOrder): unknown {
  return {
    caid: algo.clientAlgoId,
    aid: algo.algoId,
    at: "CONDITIONAL",
    o: algo.orderType,
    s: algo.symbol,
    S: algo.side,
    ps: algo.positionSide,
    f: "GTC",
    q: algo.quantity,
    X: algo.status,
    ai: algo.actualOrderId === undefined ? "" : String(algo.actualOrderId),
    ap: "0.00000",
    aq: "0.00000",
    act: "0",
    tp: algo.triggerPrice,
    p: "0",
    wt: "CONTRACT_PRICE",
    cp: false,
    R: algo.reduceOnly,
    tt: 0,
    gtd: 0,
    rm: algo.status === "REJECTED" ? "Reduce Only reject" : "",
  };
}
