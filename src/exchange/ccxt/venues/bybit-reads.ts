import type { Order, Trade } from "ccxt";
import { z } from "zod";
import { decimal, toText } from "../../../engine/decimal.ts";
import { DeskError } from "../../../engine/errors.ts";
import type { CcxtClient } from "../load-client.ts";
import type { HeldPosition, OrderParams } from "../venue.ts";
import { callEndpoint } from "./call-endpoint.ts";

const LINEAR = { category: "linear", settleCoin: "USDT" };

const pageSchema = z.object({
  result: z.object({ list: z.array(z.looseObject({})), nextPageCursor: z.string().default("") }),
});
type Row = z.infer<typeof pageSchema>["result"]["list"][number];

/**
 * Every row of a list, in its order. Bybit may give a cursor with the last page too, and does not say that a page is always full, so
 * the end is an empty page or one without a cursor.
 */
async function allRows(client: CcxtClient, endpoint: string, query: OrderParams): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor = "";
  for (;;) {
    const asked = cursor === "" ? query : { ...query, cursor };
    const { list, nextPageCursor } = pageSchema.parse(await callEndpoint(client, endpoint, asked)).result;
    rows.push(...list);
    if (list.length === 0 || nextPageCursor === "" || nextPageCursor === cursor) return rows;
    cursor = nextPageCursor;
  }
}

/** Every open order, conditional ones too, oldest first. */
export async function openBybitOrders(client: CcxtClient): Promise<readonly Order[]> {
  const rows = await allRows(client, "privateGetV5OrderRealtime", { ...LINEAR, limit: 50 });
  return rows.map((row) => client.parseOrder(row)).reverse();
}

/**
 * An order by name or id: among the open and the latest ones, which a restart of the venue empties, in the history,
 * which lags behind and forgets, and by its executions. Undefined when all three have answered that they have none.
 */
export async function findBybitOrder(
  client: CcxtClient,
  ccxtSymbol: string,
  named: OrderParams,
): Promise<Order | undefined> {
  const query = { category: "linear", symbol: client.marketId(ccxtSymbol), ...named };
  for (const endpoint of ["privateGetV5OrderRealtime", "privateGetV5OrderHistory"]) {
    const answer = pageSchema.parse(await callEndpoint(client, endpoint, query));
    const [row] = answer.result.list;
    if (row !== undefined) return client.parseOrder(row);
  }
  const fills = await allRows(client, "privateGetV5ExecutionList", { ...query, limit: 100 });
  const row = fills.length === 0 ? undefined : filledOrder(fills);
  return row && client.parseOrder(row);
}

const amount = z.string().regex(/^\d+(\.\d+)?$/);
const fillSchema = z.looseObject({ orderQty: amount, execQty: amount });

/**
 * The order behind executions that add up to all of it; its flags and its trigger are not told there. Throws
 * `DeskError` `exchange-unavailable` for a part: what became of the rest is not known, and there is an order.
 */
function filledOrder(fills: readonly Row[]): Row {
  const [first, ...more] = fills.map((fill) => fillSchema.parse(fill));
  const { orderQty = "0", ...row } = first ?? {};
  const filled = [first, ...more].reduce((sum, fill) => sum.plus(fill?.execQty ?? 0), decimal(0));
  if (filled.lt(orderQty)) {
    throw new DeskError("exchange-unavailable", { exchange: "bybit", reason: "order-not-shown" });
  }
  return { ...row, qty: orderQty, cumExecQty: toText(filled), leavesQty: "0", orderStatus: "Filled" };
}

/** What changes a position; funding is money alone. */
const TRADE_KINDS = ["Trade", "AdlTrade", "BustTrade", "BlockTrade", "MovePosition", "Delivery", "Settle"];
const executionSchema = z.looseObject({ execType: z.string(), feeCurrency: z.string().default("") });

/** Every trade of a span of at most seven days, oldest first. */
export async function bybitTrades(
  client: CcxtClient,
  ccxtSymbol: string,
  fromMs: number,
  untilMs: number,
): Promise<readonly Trade[]> {
  const span = { startTime: fromMs, endTime: untilMs, limit: 100 };
  const query = { category: "linear", symbol: client.marketId(ccxtSymbol), ...span };
  const rows = await allRows(client, "privateGetV5ExecutionList", query);
  const executions = rows.map((row) => executionSchema.parse(row)).reverse();
  const traded = executions.filter(({ execType }) => TRADE_KINDS.includes(execType));
  // The client takes the contract's currency for granted, but fees may be paid in another one.
  return traded.map((row) => client.parseTrade({ ...row, feeCoin: row.feeCurrency }));
}

const positionSchema = z.object({
  positionIdx: z.number(),
  symbol: z.string(),
  side: z.string(),
  size: amount,
  avgPrice: z.string(),
});

export async function bybitPositions(client: CcxtClient): Promise<readonly HeldPosition[]> {
  const rows = await allRows(client, "privateGetV5PositionList", { ...LINEAR, limit: 200 });
  return rows.flatMap((row): HeldPosition[] => {
    const { symbol, side, size, avgPrice } = positionSchema.parse(row);
    if (decimal(size).isZero()) return [];
    const ccxtSymbol = client.safeMarket(symbol, undefined, undefined, "contract").symbol;
    const signed = toText(side === "Sell" ? decimal(size).neg() : decimal(size));
    return [{ ccxtSymbol, amount: signed, entryPrice: toText(decimal(avgPrice)) }];
  });
}

/** Whether a symbol has a position for each side; the venue tells only through its rows, which are there when empty. */
export async function isBybitHedged(client: CcxtClient, ccxtSymbol: string): Promise<boolean> {
  const query = { category: "linear", symbol: client.marketId(ccxtSymbol) };
  const rows = await allRows(client, "privateGetV5PositionList", query);
  const indexes = rows.map((row) => positionSchema.parse(row).positionIdx);
  if (indexes.length === 0) {
    throw new DeskError("exchange-unavailable", { exchange: "bybit", reason: "answer-not-understood" });
  }
  return indexes.some((index) => index !== 0);
}
