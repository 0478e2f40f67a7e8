import type { Order } from "ccxt";
import type { ExchangeAccount } from "../../engine/ports/exchange.ts";
import type { OrderReport, SubmittableOrder } from "../../engine/trade/order.ts";
import type { MarketType } from "./ccxt-instruments.ts";
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

/** How a conditional order stands; `orderId` is the order that it became when it was triggered. */
export interface ConditionalState {
  readonly type: Extract<OrderReport["type"], "stop" | "take-profit">;
  readonly status: "waiting" | "triggered" | "cancelled" | "rejected";
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

/** One row of the mapping table: all that the unified client does not say, or not the same, for an exchange. */
export interface Venue extends OrderVenue {
  account(client: CcxtClient, quote: string): Promise<ExchangeAccount>;
  /** Throws `ZodError` for an order that is not a conditional one. */
  conditionalState(order: Order): ConditionalState;
  /** Client order ids of conditional orders by the id of the order they became, since a time in epoch ms. */
  triggeredIds(client: CcxtClient, ccxtSymbol: string, sinceMs: number): Promise<ReadonlyMap<string, string>>;
}

/** Refusals are answered with 4xx; anything else leaves open what happened. */
export function isClientError(httpStatus: number): boolean {
  return httpStatus >= 400 && httpStatus < 500;
}
