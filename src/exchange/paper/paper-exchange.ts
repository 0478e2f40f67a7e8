import type { DecimalText } from "../../engine/decimal.ts";
import { DeskError } from "../../engine/errors.ts";
import {
  entryPriceOf,
  equityOf,
  fillsAfter,
  orderOf,
  type PaperAccount,
  reportOf,
} from "../../engine/fill/account.ts";
import { type MarketStep, onCandle, onPrice } from "../../engine/fill/market-step.ts";
import { cancelOrder, placeOrder } from "../../engine/fill/place-order.ts";
import type { Instrument } from "../../engine/instrument.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Exchange, PlaceOutcome } from "../../engine/ports/exchange.ts";
import type { MarketEvent } from "../../engine/ports/market-data.ts";
import type { PaperStore } from "../../engine/ports/paper-store.ts";
import type { SubmittableOrder } from "../../engine/trade/order.ts";
import { createPaperBook, type PaperBook } from "./paper-book.ts";

export interface PaperExchangeOptions {
  readonly store: PaperStore;
  /** The rules of every symbol; asked when an order is placed, so it may become known later. */
  readonly instruments: () => Promise<readonly Instrument[]>;
  readonly clock: Clock;
  /** Quote currency; used only while the store holds no account. */
  readonly startBalance: DecimalText;
  /** 0.02 makes market and stop orders fill 0.02 % worse than the price that filled them. */
  readonly slippagePercent: number;
  /** Whether this process is the one that fills orders; another one only looks. Default: it is. */
  readonly isOwner?: () => boolean;
}

export interface PaperExchange extends Exchange {
  /**
   * Shows the exchange what the market did. True when something was filled or cancelled; that is on disk when
   * the promise resolves. Throws what the store throws; the event then changed nothing.
   */
  onEvent(event: MarketEvent): Promise<boolean>;
}

/**
 * An exchange that fills orders from market events by the fill model of the backtest and keeps its account in
 * a store. Throws `DeskError` `paper-account-invalid` when the stored account cannot be read.
 */
export async function createPaperExchange(options: PaperExchangeOptions): Promise<PaperExchange> {
  const { store, clock, startBalance, slippagePercent } = options;
  const book = createPaperBook(store, { startBalance, slippagePercent }, options.isOwner);
  await read(book, () => undefined);
  return {
    name: "paper",
    absenceProvenAfterMs: 0,
    instrument: async (symbol) => (await options.instruments()).find((known) => known.symbol === symbol),
    account: () => read(book, (account) => ({ balance: account.balance, equity: equityOf(account) })),
    place: (order) => place(book, options, order),
    cancel: (symbol, clientOrderId) =>
      book.change((before) => {
        const { status, account } = cancelOrder(before, symbol, clientOrderId);
        return { account, result: status, durable: true };
      }),
    find: (symbol, clientOrderId) =>
      read(book, (account) => {
        const order = orderOf(account, clientOrderId);
        return order?.symbol === symbol ? reportOf(order) : undefined;
      }),
    openOrders: () => read(book, (account) => account.working.map(reportOf)),
    positions: () =>
      read(book, (account) =>
        account.positions.map((position) => ({
          symbol: position.symbol,
          quantity: position.quantity,
          entryPrice: entryPriceOf(position),
        })),
      ),
    fillsSince: (cursor) =>
      read(book, (account) => ({
        fills: fillsAfter(account, Number(cursor) || 0),
        cursor: String(account.fillCount),
      })),
    onEvent: (event) => book.change((account) => settle(account, event, clock.now())),
  };
}

function read<T>(book: PaperBook, look: (account: PaperAccount) => T): Promise<T> {
  return book.change((account) => ({ account, result: look(account), durable: false }));
}

async function place(
  book: PaperBook,
  { instruments, clock }: PaperExchangeOptions,
  order: SubmittableOrder,
): Promise<PlaceOutcome> {
  const rules = await instruments().catch(deskErrorOnly);
  if (rules instanceof DeskError) return { status: "rejected", code: "instrument-unavailable" };
  const instrument = rules.find((known) => known.symbol === order.symbol);
  const outcome = book.change((before) => {
    const { account, ...answer } = placeOrder(before, order, clock.now(), instrument);
    return { account, result: answer, durable: true };
  });
  const answer = await outcome.catch(deskErrorOnly);
  return answer instanceof DeskError ? { status: "unknown", code: answer.code } : answer;
}

/** A fault the desk knows is an outcome here; anything else is a bug and goes on. */
function deskErrorOnly(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  throw error;
}

function settle(before: PaperAccount, event: MarketEvent, now: number) {
  const step: MarketStep =
    event.type === "price"
      ? onPrice(before, event.symbol, event.price, event.at)
      : onCandle(before, event.symbol, event.candle, now);
  const changed = step.fills.length > 0 || step.cancelled.length > 0;
  return { account: step.account, result: changed, durable: changed };
}
