import type { Order, Trade } from "ccxt";
import type { DecimalText } from "../../engine/decimal.ts";
import type { ExchangeAccount } from "../../engine/ports/exchange.ts";
import type { OrderReport, SubmittableOrder } from "../../engine/trade/order.ts";
import type { ListedSymbol, MarketType } from "./ccxt-instruments.ts";
import type { CcxtClient } from "./load-client.ts";
import type { OrderRefusals } from "./order-errors.ts";

/** What a key is allowed to do, as far as the desk cares. */
export interface KeyRights {
  readonly canTrade: boolean;
  readonly canWithdraw: boolean;
  /** May move money to other accounts of the same owner. */
  readonly canTransfer: boolean;
  readonly boundToAddress: boolean;
}

/** How a conditional order stands. */
export interface ConditionalState {
  readonly type: Extract<OrderReport["type"], "stop" | "take-profit">;
  /**
   * `as-order`: it stays the same order when it is triggered, so its own status and filled amount tell all.
   * The others are of a venue where it becomes another order: `triggered` without `orderId`, or with an order that
   * cannot be read yet, counts as working.
   */
  readonly status: "waiting" | "triggered" | "cancelled" | "rejected" | "as-order";
  /** The exchange's id of the order that it became. */
  readonly orderId?: string;
}

/** What an order means for the position, beyond the order itself. */
export interface OrderSituation {
  /** Both sides of a symbol may be open at once. */
  readonly hedged: boolean;
  /** In the account's margin mode; unset leaves what the exchange takes for granted. */
  readonly marginMode?: "isolated" | "cross";
}

export type OrderParams = Readonly<Record<string, unknown>>;

/** The half of a row that sends orders: how they are named, written down, refused and looked for. */
export interface OrderVenue {
  /** ccxt's name. */
  readonly exchange: string;
  readonly marketType: MarketType;
  /** Its keys come with a passphrase, without which nothing can be signed. */
  readonly needsPassphrase?: true;
  /** Settings of the client. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What the venue takes as a client order id. */
  readonly clientOrderId: RegExp;
  /** What the unified call needs beside symbol, type, side, amount and price. */
  orderParams(order: SubmittableOrder, situation: OrderSituation): OrderParams;
  /** How an order is named in a look-up or cancellation, in each of the places where it may be. */
  named(clientOrderId: string): readonly OrderParams[];
  readonly refusals: OrderRefusals;
  /** Whether an answer with this HTTP status may be a refusal at all. */
  refusesWith(httpStatus: number): boolean;
  /** Answers to a look-up or a cancellation that mean: there is no such order alive. */
  readonly absentCodes: readonly string[];
  /** Answers that mean: the time of the request is off. */
  readonly clockCodes: readonly string[];
  /** Answers to a change of settings that mean: it is so already. */
  readonly unchangedCodes: readonly string[];
  /** The venue's error code in a parsed answer. */
  codeOf(answer: unknown): string | undefined;
  keyRights(client: CcxtClient): Promise<KeyRights>;
}

/** A position as the venue counts it. */
export interface HeldPosition {
  readonly ccxtSymbol: string;
  /** Positive is long, negative is short; in the venue's units (contracts where it counts those). Never zero. */
  readonly amount: DecimalText;
  readonly entryPrice: DecimalText;
}

/** Where a reading of trades goes on. `position` is the source's own text, kept in the ledger; "" is the beginning. */
export interface TradeReading {
  readonly client: CcxtClient;
  readonly ccxtSymbol: string;
  readonly position: unknown;
  /** The exchange's time. */
  readonly now: number;
}

/**
 * How the trades of an account are read on from where they were left. The two ways are `tradesById`, where trade ids
 * are numbers that grow and a page can be asked for by id, and `tradesByTime`, where they are not.
 */
export interface TradeSource {
  /**
   * Trades since `position`, oldest first, that were not given before, and the position after them (JSON; undefined
   * while there is nothing to go on from). A position of another kind, or none, starts anew. May give a trade twice,
   * never passes one over: throws what the client throws when anything could not be read.
   */
  read(reading: TradeReading): Promise<{ readonly trades: readonly Trade[]; readonly position: unknown }>;
}

/** What a spot market is asked for beside, because there a position is only a balance that own orders bought. */
export interface SpotReads {
  /** As `Venue.trades`, but from the very first trade of the account on. */
  readonly allTrades: TradeSource;
  /** Client order ids by order id, of every order with this id or a later one, and the id to go on from. */
  orderNames(
    client: CcxtClient,
    ccxtSymbol: string,
    fromOrderId: string,
  ): Promise<{ readonly names: ReadonlyMap<string, string>; readonly nextOrderId: string }>;
  /** `total` is free and locked together. */
  balance(
    client: CcxtClient,
    coin: string,
  ): Promise<{ readonly free: DecimalText; readonly total: DecimalText }>;
  lastPrice(client: CcxtClient, ccxtSymbol: string): Promise<DecimalText>;
}

export interface AccountSettings {
  readonly leverage?: number;
  readonly marginMode?: "isolated" | "cross";
}

/** Money and positions where the venue keeps positions. */
export interface AccountReads {
  readonly spot?: undefined;
  account(client: CcxtClient, quote: string): Promise<ExchangeAccount>;
  /** Positions of every symbol, or of the desk's own `symbols` where a venue must be asked for each. */
  positions(client: CcxtClient, symbols: readonly ListedSymbol[]): Promise<readonly HeldPosition[]>;
}

/**
 * One row of the mapping table: all that the unified client does not say, or not the same, for an exchange. A venue
 * is traded when its row is whole. Functions get a client, may make several requests, and let what the client throws
 * through: the caller watches the requests and judges the last answer by `codeOf`. They never catch, never retry.
 * `unifiedReads` is what most of it is where the client's own calls are right.
 */
export type Venue = (VenueCalls & AccountReads) | SpotVenue;

/** A row whose positions are balances. */
export interface SpotVenue extends VenueCalls {
  readonly spot: SpotReads;
  /** Only an answer of `absentCodes` says that it is not there. */
  orderById(client: CcxtClient, ccxtSymbol: string, orderId: string): Promise<Order>;
}

export interface VenueCalls extends OrderVenue {
  /**
   * Looks an order up by one of the names that `named` gives. It is not there when an answer of `absentCodes` says so,
   * or where a venue answers with empty lists, undefined after all of them were read.
   */
  lookUp(client: CcxtClient, ccxtSymbol: string, named: OrderParams): Promise<Order | undefined>;
  /**
   * Looks a plain order up by the exchange's own id; as `lookUp` where it is not there. Throws `DeskError` with the
   * reason `TRADES_NOT_SHOWN` where its trades must be counted and are not all shown yet.
   */
  orderById(client: CcxtClient, ccxtSymbol: string, orderId: string): Promise<Order | undefined>;
  /** Cancels by one of the names that `named` gives; as `lookUp` where it is not alive. */
  cancel(client: CcxtClient, ccxtSymbol: string, named: OrderParams): Promise<unknown>;
  /** Every open order of the account, of all places, conditional ones too, each once. Paced client. */
  openOrders(client: CcxtClient): Promise<readonly Order[]>;

  /** Undefined for an order that is not conditional. Throws `ZodError` for one that it does not understand. */
  conditionalState(order: Order): ConditionalState | undefined;
  /** The name that the desk gave to an order, wherever the venue keeps it; undefined when it has none. */
  clientOrderIdOf(order: Order): string | undefined;
  /** Whether it can only make a position smaller. In hedge mode a venue may have no flag for it. */
  isReduceOnly(order: Order, hedged: boolean): boolean;

  readonly trades: TradeSource;
  /**
   * The trades as the desk counts them, where that is not what the venue says: a buy whose fee is taken from what was
   * bought counts what arrived. Whoever changes amounts here changes `filled` in `lookUp` and `orderById` alike.
   */
  counted?(client: CcxtClient, market: ListedSymbol, trades: readonly Trade[]): Promise<readonly Trade[]>;
  /** The desk's name of a trade's order, where the trade itself tells it. */
  nameInTrade?(trade: Trade): string | undefined;
  /**
   * Names of conditional orders by the id of the order they became, since a time in epoch ms; unset where the order
   * itself tells (`clientOrderIdOf`). What is in neither is looked up with `orderById`.
   */
  triggeredIds?(
    client: CcxtClient,
    ccxtSymbol: string,
    sinceMs: number,
  ): Promise<ReadonlyMap<string, string>>;

  /** Whether both sides of a symbol may be open at once; undefined when that is not the same for all of these. */
  isHedged(client: CcxtClient, symbols: readonly ListedSymbol[]): Promise<boolean | undefined>;
  /**
   * Calls that bring a symbol to these settings, in order; an answer of `unchangedCodes` is as good as done. Throws
   * `DeskError` `config-invalid` for what the venue cannot be set to.
   */
  preparations(
    client: CcxtClient,
    ccxtSymbol: string,
    settings: AccountSettings,
  ): readonly (() => Promise<unknown>)[];
  /**
   * What to wait for on the account's stream, each in a loop of its own: it resolves when something about an order
   * may have changed. What it tells is never believed, only read.
   */
  readonly watches: readonly ((client: CcxtClient) => Promise<unknown>)[];
  /**
   * The venue's ids of the markets that a message of that stream calls to be read: where something was filled, where
   * the venue gave an order up, or where a stop was cancelled, which may leave a position bare. An order that stands or
   * was triggered calls for nothing, nor does an entry that was cancelled: the periodic comparison finds it. Undefined for a message that is not about orders, or is of another form.
   */
  marketsIn(message: unknown): readonly string[] | undefined;
}

/** Why an order cannot be read that is ahead of its trades. */
export const TRADES_NOT_SHOWN = "trades-not-shown";

/** Refusals are answered with 4xx; anything else leaves open what happened. */
export function isClientError(httpStatus: number): boolean {
  return httpStatus >= 400 && httpStatus < 500;
}
