import type { Fill, OrderRequest } from "../../engine/trade/order.ts";

/** What the venue itself wrote down; the only witness that the invariants listen to. */
export type VenueEntry =
  | { readonly type: "order"; readonly at: number; readonly order: OrderRequest }
  | { readonly type: "refused"; readonly at: number; readonly order: OrderRequest; readonly code: string }
  | {
      readonly type: "cancelled";
      readonly at: number;
      readonly clientOrderId: string;
      /** Nobody asked for it. */
      readonly byVenue?: true;
    }
  | { readonly type: "filled"; readonly at: number; readonly fill: Fill };

/** What goes wrong with one order at the venue. */
export type VenueFault =
  /** It exists, the answer never comes. */
  | "answer-lost"
  /** It never arrives. */
  | "order-lost"
  /** It exists at once and may fill; look-ups show it, and its fills, only after eight seconds. */
  | "visible-late"
  /** It is on its way for four seconds, then it exists. */
  | "arrives-late"
  /** It is filled before anybody can ask, and the answer is lost. */
  | "filled-first"
  /** A third of it fills, then the venue cancels the rest. */
  | "cancelled-in-part"
  | "refused";
