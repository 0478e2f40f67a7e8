import { decimal, toText } from "../../../../src/engine/decimal.ts";
import type { AlgoOrder } from "../../exchange/trading/trading-types.ts";
import type { RouteContext } from "../route.ts";
import { leverageOf } from "./leverage.ts";
import { marginModeOf, posSideOf, reduceOnlyWord } from "./order-words.ts";

const STATES = {
  NEW: "live",
  TRIGGERED: "effective",
  FINISHED: "effective",
  CANCELED: "canceled",
  EXPIRED: "canceled",
  REJECTED: "order_failed",
} as const satisfies Record<AlgoOrder["status"], string>;

/** A conditional order as every list, look-up and stream shows it. */
export function algoRow(context: RouteContext, algo: AlgoOrder) {
  const isStop = algo.orderType === "STOP_MARKET";
  const tdMode = marginModeOf(context, algo.symbol);
  return {
    instType: "SWAP",
    instId: algo.symbol,
    algoId: String(algo.algoId),
    algoClOrdId: algo.clientAlgoId,
    clOrdId: "",
    ordType: "conditional",
    side: algo.side.toLowerCase(),
    posSide: posSideOf(algo.positionSide),
    tdMode,
    lever: String(leverageOf(context, algo.symbol, tdMode, algo.positionSide)),
    sz: algo.quantity,
    reduceOnly: reduceOnlyWord(algo),
    closeFraction: "",
    state: STATES[algo.status],
    slTriggerPx: isStop ? algo.triggerPrice : "",
    slTriggerPxType: isStop ? "last" : "",
    slOrdPx: isStop ? "-1" : "",
    tpTriggerPx: isStop ? "" : algo.triggerPrice,
    tpTriggerPxType: isStop ? "" : "last",
    tpOrdPx: isStop ? "" : "-1",
    triggerPx: "",
    triggerPxType: "",
    ordPx: "",
    tag: "",
    ccy: "",
    ...becameWords(context, algo),
    last: toText(context.trading.lastPrice(algo.symbol)),
    cTime: String(algo.time),
    uTime: String(algo.updateTime),
  };
}

/** What it became, once it was triggered. */
function becameWords({ trading }: RouteContext, algo: AlgoOrder) {
  const order = trading.orders.find(({ orderId }) => orderId === algo.actualOrderId);
  const isFilled = order !== undefined && !decimal(order.filled).isZero();
  return {
    ordId: order ? String(order.orderId) : "",
    ordIdList: order ? [String(order.orderId)] : [],
    actualSz: order?.filled ?? "",
    actualPx: isFilled ? toText(decimal(order.cost).div(order.filled).toSignificantDigits(15)) : "",
    actualSide: order ? (algo.orderType === "STOP_MARKET" ? "sl" : "tp") : "",
    triggerTime: algo.status === "NEW" || algo.status === "CANCELED" ? "" : String(algo.updateTime),
    failCode: algo.status === "REJECTED" ? "51169" : "",
  };
}
