import type { AlgoOrder, NewAlgo } from "../../exchange/trading/trading-types.ts";
import { OkxError, OrderRefusal } from "../okx-error.ts";
import { mandatory, pageOf, parameterError } from "../request-params.ts";
import type { Route, RouteContext, Words } from "../route.ts";
import { algoRow } from "./algo-rows.ts";
import { checkAlgo } from "./filters.ts";
import { instrumentOf, orderHead, wordError, wordOf } from "./order-words.ts";

const STOP = "slTriggerPx slTriggerPxType slOrdPx".split(" ");
const TARGET = "tpTriggerPx tpTriggerPxType tpOrdPx".split(" ");
const PLACED = "instId tdMode ccy tag side posSide ordType sz algoClOrdId reduceOnly".split(" ");
const LISTED = "ordType algoId instType instId after before limit".split(" ");

/** Stops and targets. Triggered, one becomes an order of the matching engine. */
export const ALGO_ROUTES: Readonly<Record<string, Route>> = {
  "POST /api/v5/trade/order-algo": {
    parameters: [...PLACED, ...STOP, ...TARGET],
    right: "trade",
    limit: 20,
    answer: place,
  },
  "POST /api/v5/trade/cancel-algos": {
    parameters: ["algoId", "algoClOrdId", "instId"],
    right: "trade",
    limit: 20,
    isList: true,
    answer: cancel,
  },
  "GET /api/v5/trade/order-algo": {
    // The client sends the instrument too, which nobody documents.
    parameters: ["algoId", "algoClOrdId", "instId"],
    right: "read_only",
    limit: 20,
    answer: (context, query) => {
      const algo = namedAlgo(context, query);
      if (!algo) throw new OkxError(51603, "Order does not exist");
      return [algoRow(context, algo)];
    },
  },
  "GET /api/v5/trade/orders-algo-pending": {
    parameters: LISTED,
    right: "read_only",
    limit: 20,
    answer: (context, query) => listed(context, query, ({ status }) => status === "NEW"),
  },
  "GET /api/v5/trade/orders-algo-history": {
    parameters: [...LISTED, "state"],
    right: "read_only",
    limit: 20,
    answer: (context, query) => {
      if (query.state === undefined && query.algoId === undefined) mandatory(query, "state");
      return listed(context, query, ({ status }) => status !== "NEW");
    },
  },
};

function place(context: RouteContext, query: Words): readonly unknown[] {
  const algo = newAlgo(context, query);
  try {
    checkAlgo(context, algo);
  } catch (error) {
    if (error instanceof OrderRefusal) context.trading.refuse(algo, error.code);
    throw error;
  }
  const { algoId, clientAlgoId } = context.trading.placeAlgo(algo);
  return [{ algoId: String(algoId), clOrdId: "", algoClOrdId: clientAlgoId, tag: "", sCode: "0", sMsg: "" }];
}

/** One price that is waited for, and a market order when it comes: all that the books know. */
function newAlgo(context: RouteContext, query: Words): NewAlgo {
  const { marginMode: _, ...head } = orderHead(context, query);
  wordOf(query, "ordType", ["conditional"]);
  const isStop = query.slTriggerPx !== undefined;
  if (isStop === (query.tpTriggerPx !== undefined)) throw wordError("slTriggerPx");
  wordOf(query, isStop ? "slOrdPx" : "tpOrdPx", ["-1"]);
  checkTriggerKind(isStop ? query.slTriggerPxType : query.tpTriggerPxType);
  return {
    ...head,
    clientAlgoId: query.algoClOrdId ?? "",
    orderType: isStop ? "STOP_MARKET" : "TAKE_PROFIT_MARKET",
    triggerPrice: query.slTriggerPx ?? query.tpTriggerPx ?? "",
  };
}

/** The books know the last price alone: no mark price and no index. */
function checkTriggerKind(kind = "last"): void {
  if (kind !== "last") throw wordError("triggerPxType");
}

function cancel(context: RouteContext, query: Words): readonly unknown[] {
  instrumentOf(context, query);
  const algo = namedAlgo(context, query);
  if (algo?.status !== "NEW") {
    throw new OrderRefusal(
      51400,
      "Cancellation failed as the order has been filled, canceled or does not exist.",
    );
  }
  context.trading.cancelAlgo(algo);
  return [{ algoId: String(algo.algoId), algoClOrdId: algo.clientAlgoId, sCode: "0", sMsg: "" }];
}

function namedAlgo({ trading }: RouteContext, { algoId, algoClOrdId }: Words): AlgoOrder | undefined {
  if (algoId === undefined && algoClOrdId === undefined)
    throw new OkxError(50015, "Either parameter algoId or algoClOrdId is required", 400);
  return trading.algos.findLast(
    (algo) =>
      trading.isVisible(algo) &&
      (algoId === undefined ? algo.clientAlgoId === algoClOrdId : String(algo.algoId) === algoId),
  );
}

function listed(
  context: RouteContext,
  query: Words,
  isWanted: (algo: AlgoOrder) => boolean,
): readonly unknown[] {
  const kinds = mandatory(query, "ordType").split(",");
  if (query.instType !== undefined && query.instType !== "SWAP") throw parameterError("instType");
  if (!kinds.includes("conditional")) return [];
  const rows = context.trading.algos
    .filter((algo) => context.trading.isVisible(algo) && isWanted(algo))
    .map((algo) => ({ id: algo.algoId, at: algo.time, row: algoRow(context, algo) }))
    .filter(({ row }) => query.instId === undefined || row.instId === query.instId)
    .filter(({ row }) => query.state === undefined || row.state === query.state)
    .filter(({ row }) => query.algoId === undefined || row.algoId === query.algoId);
  return pageOf(rows, query).map(({ row }) => row);
}
