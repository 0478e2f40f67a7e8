import type { Position } from "ccxt";
import { decimal, toText } from "../../../engine/decimal.ts";
import type { AccountReads, HeldPosition, VenueCalls } from "../venue.ts";

type UnifiedReads = Pick<AccountReads, "positions"> &
  Pick<
    VenueCalls,
    "lookUp" | "orderById" | "cancel" | "clientOrderIdOf" | "isHedged" | "preparations" | "watches"
  >;

/** The part of a row that the client's own calls fulfil where they say what the desk needs. */
export const UNIFIED_READS: UnifiedReads = {
  lookUp: (client, ccxtSymbol, named) => client.fetchOrder("", ccxtSymbol, named),
  orderById: (client, ccxtSymbol, orderId) => client.fetchOrder(orderId, ccxtSymbol),
  cancel: (client, ccxtSymbol, named) => client.cancelOrder("", ccxtSymbol, named),
  positions: async (client) => heldPositions(await client.fetchPositions()),
  clientOrderIdOf: ({ clientOrderId }) => clientOrderId,
  isHedged: async (client) => {
    const { hedged } = await client.fetchPositionMode();
    return hedged === true;
  },
  preparations: (client, ccxtSymbol, { leverage, marginMode }) => [
    ...(marginMode === undefined ? [] : [() => client.setMarginMode(marginMode, ccxtSymbol)]),
    ...(leverage === undefined ? [] : [() => client.setLeverage(leverage, ccxtSymbol)]),
  ],
  watches: [(client) => client.watchOrders()],
};

/** Positions as the client tells them; those of zero are none. */
export function heldPositions(held: readonly Position[]): readonly HeldPosition[] {
  return held.flatMap(({ symbol = "", side, contracts, entryPrice }): HeldPosition[] => {
    const size = decimal(contracts ?? 0).abs();
    if (size.isZero()) return [];
    const amount = toText(side === "short" ? size.neg() : size);
    return [{ ccxtSymbol: symbol, amount, entryPrice: toText(entryPrice ?? 0) }];
  });
}
