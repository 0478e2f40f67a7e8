import type { DecimalText } from "../decimal.ts";
import type { Instrument } from "../instrument.ts";
import type { Fill, OrderReport, SubmittableOrder } from "../trade/order.ts";

export type PlaceOutcome =
  | { readonly status: "accepted"; readonly exchangeOrderId: string }
  /** A definite refusal: the order does not exist at the exchange. */
  | { readonly status: "rejected"; readonly code: string }
  /** Sent, but nobody knows: ask by client order id, never send again. */
  | { readonly status: "unknown"; readonly code: string };

export interface ExchangePosition {
  readonly symbol: string;
  /** Positive is long, negative is short, in the base currency. */
  readonly quantity: DecimalText;
  readonly entryPrice: DecimalText;
}

export interface ExchangeAccount {
  /** Quote currency: money without open profit and loss. */
  readonly balance: DecimalText;
  /** Balance plus open profit and loss at the last known prices. */
  readonly equity: DecimalText;
}

export interface FillPage {
  readonly fills: readonly Fill[];
  readonly cursor: string;
  /**
   * Symbols with fills that are not among these, because nobody can say yet whose orders they are of: the cursor stays
   * before them. Unset: none.
   */
  readonly keptBack?: readonly string[];
}

/** A place where orders live. Everything is addressed by the desk's own client order ids. */
export interface Exchange {
  readonly name: string;
  /**
   * Ms after an order was sent from which a look-up that does not know it may prove that it does not exist: the
   * validity of a signed request and the delay of look-ups. 0: every look-up is the truth at once. Default 10 s.
   */
  readonly absenceProvenAfterMs?: number;
  instrument(symbol: string): Promise<Instrument | undefined>;
  account(): Promise<ExchangeAccount>;
  /** The same client order id never makes a second order: it answers as the first time. Never throws for an outcome. */
  place(order: SubmittableOrder): Promise<PlaceOutcome>;
  /** Resolves to `gone` when the order is no longer alive, whatever the reason. */
  cancel(symbol: string, clientOrderId: string): Promise<"cancelled" | "gone">;
  find(symbol: string, clientOrderId: string): Promise<OrderReport | undefined>;
  openOrders(): Promise<readonly OrderReport[]>;
  positions(): Promise<readonly ExchangePosition[]>;
  /**
   * Symbols that the account was prepared for and whose fills are read, each apart from the others; no other one may be
   * traded. Unset: any, and all fills are read together, at no cost.
   */
  readonly tradedSymbols?: readonly string[];
  /**
   * Fills after `cursor` (empty: from the beginning), oldest first, with the cursor to go on from. With `symbols` it
   * may leave those of others out, and its cursor stays where it was for them.
   */
  fillsSince(cursor: string, symbols?: readonly string[]): Promise<FillPage>;
}
