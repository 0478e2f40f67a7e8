import { z } from "zod";
import { decimal, toText } from "../../engine/decimal.ts";
import type { OrderSide } from "../../engine/trade/order.ts";
import type { EmulatedExchange } from "./emulated-exchanges.ts";
import { INSTRUMENTS } from "./fault-market.ts";
import type { VenueTruth } from "./fault-venue.ts";
import type { VenueEntry } from "./venue-log.ts";

const side = z.enum(["BUY", "SELL"]).transform((name): OrderSide => (name === "BUY" ? "buy" : "sell"));
const symbol = z.string();
const order = z.object({
  clientOrderId: z.string(),
  symbol,
  side,
  type: z.string(),
  status: z.string(),
  quantity: z.string(),
  filled: z.string(),
  reduceOnly: z.boolean(),
});
const algo = z.object({
  clientAlgoId: z.string(),
  symbol,
  side,
  orderType: z.string(),
  status: z.string(),
  quantity: z.string(),
  triggerPrice: z.string(),
});
const entry = z.object({
  at: z.number(),
  type: z.string(),
  symbol,
  clientOrderId: z.string(),
  side,
  reduceOnly: z.boolean(),
  quantity: z.string(),
  price: z.string().optional(),
  code: z.number().optional(),
  tradeId: z.union([z.number(), z.string()]).optional(),
});

/** The emulator's answer to `state`: its books and its append-only journal. */
export const stateSchema = z.object({
  positions: z.array(z.object({ symbol, quantity: z.string() })),
  orders: z.array(order),
  algos: z.array(algo),
  journal: z.array(entry),
});
export type EmulatorState = z.infer<typeof stateSchema>;

/** The same with the desk's symbols and in base currency. */
export function inDeskTerms(state: EmulatorState, of: EmulatedExchange): EmulatorState {
  const { idOf, contractSize, isSpot, tradeIdOf = String } = of;
  const names = new Map(INSTRUMENTS.map(({ symbol: name }) => [idOf(name), name]));
  const inBase = (quantity: string) => toText(decimal(quantity).mul(contractSize));
  const told = <T extends { symbol: string; quantity: string }>(each: T): T => ({
    ...each,
    symbol: names.get(each.symbol) ?? each.symbol,
    quantity: inBase(each.quantity),
  });
  // Where nothing is marked as reducing, whatever sells does.
  const isExit = (each: { readonly side: OrderSide; readonly reduceOnly: boolean }) =>
    isSpot ? each.side === "sell" : each.reduceOnly;
  return {
    positions: state.positions.map(told),
    orders: state.orders.map((each) => ({
      ...told(each),
      filled: inBase(each.filled),
      reduceOnly: isExit(each),
    })),
    algos: state.algos.map(told),
    journal: state.journal.map((each) => ({
      ...told(each),
      reduceOnly: isExit(each),
      ...(each.tradeId === undefined ? {} : { tradeId: tradeIdOf(Number(each.tradeId)) }),
    })),
  };
}

export function truthOf({ positions, orders, algos }: EmulatorState): VenueTruth {
  return {
    positions: positions.filter(({ quantity }) => !decimal(quantity).isZero()),
    working: [
      ...orders
        .filter(({ status }) => status === "NEW" || status === "PARTIALLY_FILLED")
        .map(({ filled, type, ...each }) => ({
          ...each,
          type: type === "LIMIT" ? ("limit" as const) : ("market" as const),
          filledQuantity: filled,
        })),
      ...algos
        .filter(({ status }) => status === "NEW")
        .map(({ clientAlgoId, orderType, triggerPrice, ...each }) => ({
          ...each,
          price: triggerPrice,
          clientOrderId: clientAlgoId,
          type: orderType === "STOP_MARKET" ? ("stop" as const) : ("take-profit" as const),
          filledQuantity: "0",
        })),
    ],
  };
}

/** The journal in the words of the invariants. */
export function logOf({ journal }: EmulatorState): readonly VenueEntry[] {
  return journal.flatMap((noted): VenueEntry[] => {
    const { at, clientOrderId } = noted;
    switch (noted.type) {
      case "order-accepted":
      case "algo-accepted":
        return [{ type: "order", at, order: requestOf(noted) }];
      case "order-refused":
      case "algo-refused":
        return [{ type: "refused", at, order: requestOf(noted), code: String(noted.code) }];
      case "order-cancelled":
      case "algo-cancelled":
        return [{ type: "cancelled", at, clientOrderId }];
      case "order-filled":
        return [{ type: "filled", at, fill: fillOf(noted) }];
      default:
        return [];
    }
  });
}

function requestOf(noted: EmulatorState["journal"][number]) {
  const { clientOrderId, symbol: name, side: bought, quantity, reduceOnly, at, type } = noted;
  const kind = type.startsWith("algo") ? ("stop" as const) : ("market" as const);
  return { clientOrderId, symbol: name, side: bought, type: kind, quantity, reduceOnly, createdAt: at };
}

function fillOf(noted: EmulatorState["journal"][number]) {
  const { clientOrderId, symbol: name, side: bought, quantity, at, price = "0", tradeId } = noted;
  const fillId = `${name}-${tradeId}`;
  return { fillId, clientOrderId, symbol: name, side: bought, quantity, price, fee: "0", at };
}
