import type { ChartRequest } from "../kinds/chart-kinds.ts";

/** One picture to draw. */
export interface DrawOrder {
  readonly id: number;
  readonly request: ChartRequest;
}

/** Tells a drawing thread that nothing comes any more. */
export const END = "end";

/** What a drawing thread says: that it is warm, or how an order ended. */
export type WorkerMessage =
  | { readonly type: "ready" }
  | { readonly type: "drawn"; readonly id: number; readonly image: Uint8Array }
  | { readonly type: "failed"; readonly id: number; readonly error: unknown };
