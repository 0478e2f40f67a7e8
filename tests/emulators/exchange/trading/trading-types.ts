import type { DecimalText } from "../../../../src/engine/decimal.ts";

export type Side = "BUY" | "SELL";
export type PositionSide = "BOTH" | "LONG" | "SHORT";

/** An order of the matching engine. */
export interface BookOrder {
  readonly orderId: number;
  readonly clientOrderId: string;
  readonly symbol: string;
  readonly side: Side;
  readonly positionSide: PositionSide;
  readonly type: "MARKET" | "LIMIT";
  readonly timeInForce: "GTC" | "IOC" | "FOK" | "GTX";
  readonly price: DecimalText;
  readonly quantity: DecimalText;
  readonly reduceOnly: boolean;
  readonly time: number;
  /** Reads do not show it before this time. */
  readonly visibleAt: number;
  status: "NEW" | "PARTIALLY_FILLED" | "FILLED" | "CANCELED" | "EXPIRED";
  filled: DecimalText;
  /** Sum of price times quantity of its fills. */
  cost: DecimalText;
  updateTime: number;
}

/** A conditional order. Triggered, it becomes an order of its own; whether the venue shows one or two is its dialect's. */
export interface AlgoOrder {
  readonly algoId: number;
  readonly clientAlgoId: string;
  readonly symbol: string;
  readonly side: Side;
  readonly positionSide: PositionSide;
  readonly orderType: "STOP_MARKET" | "TAKE_PROFIT_MARKET";
  readonly quantity: DecimalText;
  readonly triggerPrice: DecimalText;
  readonly reduceOnly: boolean;
  readonly time: number;
  readonly visibleAt: number;
  status: "NEW" | "TRIGGERED" | "FINISHED" | "CANCELED" | "REJECTED" | "EXPIRED";
  actualOrderId: number | undefined;
  updateTime: number;
}

export interface BookTrade {
  readonly id: number;
  readonly order: BookOrder;
  readonly price: DecimalText;
  readonly quantity: DecimalText;
  readonly commission: DecimalText;
  readonly commissionAsset: string;
  readonly realizedPnl: DecimalText;
  readonly maker: boolean;
  readonly time: number;
}

export interface BookPosition {
  readonly symbol: string;
  readonly positionSide: PositionSide;
  /** Signed. */
  quantity: DecimalText;
  /** Signed sum of quantity times price that is still open. */
  cost: DecimalText;
}

/** What the exchange did, in order; the truth that invariants are checked against. */
export interface JournalEntry {
  readonly sequence: number;
  readonly at: number;
  readonly type:
    | "order-accepted"
    | "order-refused"
    | "order-filled"
    | "order-cancelled"
    | "order-expired"
    | "algo-accepted"
    | "algo-refused"
    | "algo-triggered"
    | "algo-cancelled"
    | "algo-rejected";
  readonly symbol: string;
  /** The client's id; of an order that a conditional one became, the conditional one's. */
  readonly clientOrderId: string;
  readonly side: Side;
  readonly reduceOnly: boolean;
  /** Ordered, or filled by this fill. */
  readonly quantity: DecimalText;
  readonly price?: DecimalText;
  /** The exchange's own id of the fill. */
  readonly tradeId?: number;
  /** Why it was refused. */
  readonly code?: number;
  /** Signed position of the symbol after it, both sides summed. */
  readonly position: DecimalText;
}

export type NewOrder = Omit<
  BookOrder,
  "orderId" | "time" | "visibleAt" | "status" | "filled" | "cost" | "updateTime"
>;
export type NewAlgo = Omit<
  AlgoOrder,
  "algoId" | "time" | "visibleAt" | "status" | "actualOrderId" | "updateTime"
>;

/** What a change of the account is about. */
export type BookEvent =
  | { readonly type: "order"; readonly order: BookOrder; readonly trade?: BookTrade }
  | { readonly type: "algo"; readonly algo: AlgoOrder };

/** How a venue keeps its books. */
export interface BookRules {
  /** As a fraction of the notional. */
  readonly takerFee: string;
  readonly makerFee: string;
  /** Client order id of the order that a triggered conditional order becomes. */
  triggeredName(algo: AlgoOrder): string;
}

export interface BookOptions extends BookRules {
  /** In the quote currency. */
  readonly startBalance: string;
  readonly onJournal?: (entry: JournalEntry) => void;
}
