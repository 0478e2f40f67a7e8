import type { Order } from "ccxt";
import type { ExchangeAccount } from "../../engine/ports/exchange.ts";
import type { OrderReport } from "../../engine/trade/order.ts";
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

/** One row of the mapping table: all that the unified client does not say, or not the same, for an exchange. */
export interface Venue {
  /** ccxt's name. */
  readonly exchange: string;
  readonly marketType: MarketType;
  /** Settings of the client. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly refusals: OrderRefusals;
  /** Answers to a look-up or a cancellation that mean: there is no such order alive. */
  readonly absentCodes: readonly string[];
  /** Answers that mean: the time of the request is off. */
  readonly clockCodes: readonly string[];
  /** Answers to a change of settings that mean: it is so already. */
  readonly unchangedCodes: readonly string[];
  /** The venue's error code in a parsed answer. */
  codeOf(answer: unknown): string | undefined;
  keyRights(client: CcxtClient): Promise<KeyRights>;
  account(client: CcxtClient, quote: string): Promise<ExchangeAccount>;
  /** Throws `ZodError` for an order that is not a conditional one. */
  conditionalState(order: Order): ConditionalState;
  /** Client order ids of conditional orders by the id of the order they became, since a time in epoch ms. */
  triggeredIds(client: CcxtClient, ccxtSymbol: string, sinceMs: number): Promise<ReadonlyMap<string, string>>;
}
