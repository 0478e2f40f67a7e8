import { setTimeout as pause } from "node:timers/promises";
import { DeskError } from "../../../engine/errors.ts";
import { parseClientOrderId } from "../../../engine/trade/client-order-id.ts";
import type { Trade } from "../../../engine/trade/trade.ts";
import { entryOrder } from "../../../engine/trade/trade-facts.ts";
import { INSTANCE, type TradingDesk, until } from "./trading-desk.ts";
import type { TradingVenue } from "./trading-venue.ts";

/** What happens to an entry that nobody answers. */
export const FATES = [
  "answer-dropped",
  "timed-out",
  "server-error",
  "never-arrived",
  "shown-late",
  "filled-first",
] as const;
export type Fate = (typeof FATES)[number];

/** One entry, as it ended. */
export interface Submit {
  readonly fate: Fate;
  /** Entries that the exchange took for it. */
  readonly entries: number;
  /** Whether the desk called it refused or lost. */
  readonly isRejected: boolean;
  readonly wasUnknown: boolean;
  /** From the committed intent until the ledger knew what became of it; unset when it did not within the patience. */
  readonly settledMs?: number;
}

const ORDER = "POST /fapi/v1/order";
const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 60_000;
const LATEST_MS = 8000;
const SERVER_ERRORS = [
  { status: 500 },
  { status: 502 },
  { status: 503 },
  { status: 504 },
  { code: -1006, status: 400, message: "Unknown." },
  { code: -1007, status: 408, message: "Unknown." },
];

export interface SubmitRound {
  /** Submits of the rounds before. */
  readonly begun: number;
  /** Hears what the round does now. */
  tell(phase: string): void;
}

/** At most one entry of each symbol, all at once; resolves when their trades are over. */
export async function playSubmits(
  desk: TradingDesk,
  venue: TradingVenue,
  most: number,
  { begun, tell }: SubmitRound,
): Promise<readonly Submit[]> {
  const { ledger } = desk.desk.context;
  const ordered = venue.reach.symbols.slice(0, most).map((symbol, at) => {
    const fate = FATES[(begun + at) % FATES.length] ?? "answer-dropped";
    return { symbol, fate, turn: Math.floor((begun + at) / FATES.length) };
  });
  const trades: { readonly trade: Trade; readonly fate: Fate }[] = [];
  for (const { symbol, fate, turn } of ordered) {
    // Late ones and those that never arrive are of both kinds.
    const isMarket = fate === "filled-first" || (turn % 2 === 0 && /^(shown-late|never-arrived)$/.test(fate));
    await arrange(venue, symbol, fate, turn);
    trades.push({ trade: await desk.propose(symbol, isMarket ? "market" : "limit"), fate });
  }
  const ids = trades.map(({ trade }) => trade.id);
  const approving = approveAll(
    desk,
    trades.map(({ trade }) => trade),
  );
  tell(`${ids.length} more are being sent`);
  const settledAt = await watch(desk, ids, approving);
  tell(`the outcome of ${settledAt.size} of ${ids.length} is known, and they are being closed`);
  await desk.closeAll();
  const isOver = async () => {
    const states = await Promise.all(trades.map(async ({ trade }) => (await ledger.load(trade.id))?.state));
    return states.every((state) => state === "closed" || state === "rejected" || state === "expired");
  };
  await until(isOver);
  const entries = await entriesByTrade(venue);
  return Promise.all(
    trades.map(async ({ trade: { id }, fate }) => {
      const events = await ledger.events(id);
      const intent = events.find(({ type }) => type === "order.intended");
      const at = settledAt.get(id);
      const entry = entryOrder((await ledger.load(id)) ?? raiseLost(id));
      return {
        fate,
        entries: entries.get(id) ?? 0,
        isRejected: entry === undefined || entry.status === "rejected",
        wasUnknown: events.some(({ type }) => type === "order.unknown"),
        ...(at !== undefined && intent !== undefined && { settledMs: at - intent.at }),
      };
    }),
  );
}

/** One after the other; gives the time of the last one. */
async function approveAll(desk: TradingDesk, trades: readonly Trade[]): Promise<number> {
  for (const trade of trades) await approve(desk, trade);
  return Date.now();
}

/** An account that cannot be read at the moment is read again, as a person would tap again. */
async function approve(desk: TradingDesk, trade: Trade): Promise<void> {
  await desk.approve(trade).catch(async (error: unknown) => {
    if (!(error instanceof DeskError && error.retryable)) throw error;
    await pause(LOOK_EVERY_MS);
    await approve(desk, trade);
  });
}

async function arrange(venue: TradingVenue, symbol: string, fate: Fate, turn: number): Promise<void> {
  const id = venue.idOf(symbol);
  const call = `${ORDER} ${id}`;
  if (fate === "never-arrived") {
    await venue.tell({ do: "fail", path: call, faults: [{ status: "drop" }] });
    return;
  }
  if (fate === "shown-late") {
    const ms = 1000 * (1 + (turn % (LATEST_MS / 1000)));
    await venue.tell({ do: "hide-next-order", ms, symbol: id });
  }
  const error = SERVER_ERRORS[turn % SERVER_ERRORS.length];
  const fault = fate === "server-error" ? error : { status: fate === "timed-out" ? "hang" : "drop" };
  await venue.tell({ do: "fail-afterwards", call, faults: [fault] });
}

/** When the ledger first knew what became of each entry, looked at five times a second until long after the last approval. */
async function watch(
  { desk }: TradingDesk,
  ids: readonly string[],
  approving: Promise<number>,
): Promise<ReadonlyMap<string, number>> {
  const settledAt = new Map<string, number>();
  let end = Number.POSITIVE_INFINITY;
  const approved = approving.then((at) => {
    end = at + PATIENCE_MS;
  });
  while (settledAt.size < ids.length && Date.now() < end) {
    await pause(LOOK_EVERY_MS);
    for (const id of ids) {
      if (settledAt.has(id)) continue;
      const trade = await desk.context.ledger.load(id);
      const status = trade && entryOrder(trade)?.status;
      const isOpen = status === undefined || status === "intended" || status === "unknown";
      const isOver = trade?.state === "denied" || trade?.state === "expired";
      if (!isOpen || isOver) settledAt.set(id, Date.now());
    }
  }
  await approved;
  return settledAt;
}

/** How many entries the exchange took for each trade, by its journal. */
async function entriesByTrade(venue: TradingVenue): Promise<ReadonlyMap<string, number>> {
  const entries = new Map<string, number>();
  for (const { type, clientOrderId, reduceOnly } of (await venue.state()).journal) {
    if (type !== "order-accepted" || reduceOnly) continue;
    const tradeId = parseClientOrderId(INSTANCE, clientOrderId)?.tradeId ?? clientOrderId;
    entries.set(tradeId, (entries.get(tradeId) ?? 0) + 1);
  }
  return entries;
}

function raiseLost(id: string): never {
  throw new Error(`the trade ${id} is not in the ledger`);
}
