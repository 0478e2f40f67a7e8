import type { PaperAccount } from "../../engine/fill/account.ts";
import type { Exchange } from "../../engine/ports.ts";
import type { OrderRequest } from "../../engine/trade/order.ts";
import { START_AT } from "./fault-market.ts";
import type { Venue } from "./venue.ts";
import type { VenueEntry } from "./venue-log.ts";

/** What happens at the exchange in the middle of a trade. */
export type VenueDisturbance =
  | "stops-cancelled"
  | "venue-down"
  | "foreign-order"
  | "rate-limited"
  | "banned"
  | "clock-jump"
  | "clock-far";

/** What the exchange of a run knows to be true, by its own books. */
export interface VenueEvidence {
  readonly log: readonly VenueEntry[];
  readonly truth: VenueTruth;
  /** Orders that no desk placed. */
  readonly foreignIds: readonly string[];
}

export interface VenueTruth {
  readonly positions: readonly Pick<PaperAccount["positions"][number], "symbol" | "quantity">[];
  readonly working: readonly Pick<
    PaperAccount["working"][number],
    "clientOrderId" | "symbol" | "type" | "side" | "quantity" | "filledQuantity" | "price"
  >[];
}

/** How a desk reaches the exchange of its run: in this process, or over HTTP through the real client. */
export type ExchangeWay =
  | { readonly kind: "port"; readonly exchange: Exchange }
  | { readonly kind: "http"; readonly reach: HttpReach };

export interface HttpReach {
  /** ccxt's name. */
  readonly exchange: string;
  readonly httpUrl: string;
  readonly wsUrl: string;
  readonly symbols: readonly string[];
  /** Whether the desk listens to the stream of the account too. */
  readonly listens: boolean;
}

/** The exchange of one run; it outlives every desk. */
export interface FaultVenue {
  readonly way: ExchangeWay;
  /** Before people tap: what they lead to goes wrong as the scenario says. */
  arm(): Promise<void>;
  /** After people tapped. */
  afterTap(): Promise<void>;
  price(symbol: string, price: number): Promise<void>;
  advance(ms: number): Promise<void>;
  disturb(kind: VenueDisturbance): Promise<void>;
  evidence(): Promise<VenueEvidence>;
}

const DOWN_MS = 30_000;
const FOREIGN: OrderRequest = {
  clientOrderId: "web_1",
  symbol: "SOL/USDT",
  side: "buy",
  type: "limit",
  quantity: "1",
  price: "50",
  reduceOnly: false,
  createdAt: START_AT,
};

/** The fill model of the paper account with faults of its own: quick, and without a network. */
export function venueInProcess(venue: Venue): FaultVenue {
  const foreignIds: string[] = [];
  const disturb = (kind: VenueDisturbance) => {
    if (kind === "stops-cancelled") venue.cancelStopsByHand();
    if (kind === "foreign-order") {
      foreignIds.push(FOREIGN.clientOrderId);
      venue.placeByHand(FOREIGN);
    } else if (kind !== "stops-cancelled") venue.goDown(DOWN_MS);
  };
  return {
    way: { kind: "port", exchange: venue },
    arm: async () => undefined,
    afterTap: async () => undefined,
    price: async (symbol, price) => venue.price(symbol, price),
    advance: async () => undefined,
    disturb: async (kind) => disturb(kind),
    evidence: async () => ({ log: venue.log, truth: venue.truth(), foreignIds }),
  };
}
