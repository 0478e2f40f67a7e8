import { z } from "zod";
import type { CcxtClient } from "../load-client.ts";

const newsSchema = z.object({
  event: z.object({ e: z.literal("executionReport"), s: z.string(), x: z.string(), o: z.string() }),
});
/** A trade, and how an order ends that nobody cancelled. */
const CALLING = ["TRADE", "REJECTED", "EXPIRED", "TRADE_PREVENTION"];
const STOP = /^STOP_LOSS/;

/** What the client calls its sign-in on the socket. */
const SIGN_IN = "authenticate:signature:spot";

/**
 * Resolves with the next change of an order. While it signs in, the client keeps a promise for others who want the
 * same stream. Nobody else does: rejected, as when the socket is refused, that promise would end the process.
 */
export async function watchSpotOrders(client: CcxtClient): Promise<unknown> {
  const orders = client.watchOrders();
  for (const { futures } of Object.values(client.clients)) futures[SIGN_IN]?.catch(() => undefined);
  return orders;
}

export function spotMarketsIn(message: unknown): readonly string[] | undefined {
  const { data } = newsSchema.safeParse(message);
  if (data === undefined) return undefined;
  const { s, x, o } = data.event;
  return CALLING.includes(x) || (x === "CANCELED" && STOP.test(o)) ? [s] : [];
}
