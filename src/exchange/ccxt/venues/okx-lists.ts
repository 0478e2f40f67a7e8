import type { Order, Trade } from "ccxt";
import { z } from "zod";
import type { CcxtClient } from "../load-client.ts";
import type { OrderParams } from "../venue.ts";
import { callEndpoint } from "./call-endpoint.ts";

/** Rows in a page of every list; the client asks for no more. */
const PAGE = 100;
/** The quicker list of fills goes back three days. */
const RECENT_MS = 3 * 86_400_000 - 3_600_000;

const id = z.string().regex(/^\d{1,24}$/);
const orderSchema = z.object({ ordId: id });
const algoSchema = z.object({ algoId: id });
const fillSchema = z.looseObject({ billId: id });
const fillsSchema = z.object({ data: z.array(fillSchema) });

/** Every open order of perpetuals, oldest first: those of the book, then stops and targets. */
export async function openOkxOrders(client: CcxtClient): Promise<readonly Order[]> {
  const plain = await allPages(
    (after) => openPage(client, after),
    ({ info }) => orderSchema.parse(info).ordId,
  );
  const conditional = await allPages(
    (after) => openPage(client, { ...after, trigger: true, ordType: "conditional,oco" }),
    ({ info }) => algoSchema.parse(info).algoId,
  );
  return [...plain, ...conditional];
}

function openPage(client: CcxtClient, query: OrderParams): Promise<readonly Order[]> {
  return client.fetchOpenOrders(undefined, undefined, PAGE, { instType: "SWAP", ...query });
}

/**
 * Every fill of a span. Each has the id of its bill: ids of trades are negative after a liquidation, and the same for
 * both sides of a trade with oneself.
 */
export async function okxTrades(
  client: CcxtClient,
  ccxtSymbol: string,
  fromMs: number,
  untilMs: number,
): Promise<readonly Trade[]> {
  const isRecent = untilMs - fromMs < RECENT_MS;
  const list = isRecent ? "privateGetTradeFills" : "privateGetTradeFillsHistory";
  // Whether the ends belong to the span is not documented: one more is asked for, and what is outside left out.
  const span = { begin: fromMs - 1, end: untilMs + 1 };
  const query = { instType: "SWAP", instId: client.marketId(ccxtSymbol), limit: PAGE, ...span };
  const rows = await allPages(
    async (after) => fillsSchema.parse(await callEndpoint(client, list, { ...query, ...after })).data,
    ({ billId }) => billId,
  );
  const trades = rows.flatMap((row) =>
    client.parseTrades([row], client.market(ccxtSymbol)).map((trade) => ({ ...trade, id: row.billId })),
  );
  return trades.filter(({ timestamp = Number.NaN }) => timestamp >= fromMs && timestamp <= untilMs);
}

/** All pages of a list that is told newest first; oldest first. */
async function allPages<T>(
  page: (query: OrderParams) => Promise<readonly T[]>,
  idOf: (row: T) => string,
): Promise<readonly T[]> {
  const rows = new Map<string, T>();
  let query: OrderParams = {};
  for (;;) {
    const told = await page(query);
    const before = rows.size;
    for (const row of told) rows.set(idOf(row), row);
    // A page that tells nothing new is the last, however full it is.
    if (told.length < PAGE || rows.size === before) break;
    query = { after: told.map(idOf).reduce((least, each) => (isBefore(each, least) ? each : least)) };
  }
  return [...rows].sort(([left], [right]) => (isBefore(left, right) ? -1 : 1)).map(([, row]) => row);
}

/** Ids grow and are too long for numbers. */
function isBefore(left: string, right: string): boolean {
  return BigInt(left) < BigInt(right);
}
