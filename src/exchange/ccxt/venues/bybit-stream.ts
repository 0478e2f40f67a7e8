import { z } from "zod";
import type { CcxtClient } from "../load-client.ts";

const newsSchema = z.object({
  topic: z.string().regex(/^order(\.|$)/),
  data: z.array(z.object({ symbol: z.string(), orderStatus: z.string(), cumExecQty: z.string() })),
});

/** Refused after it was taken in, and a stop that was cancelled before its price came. */
const GONE = ["Rejected", "Deactivated"];

/**
 * Resolves with the next change of an order. After a sign-in that was refused the client would wait for ever for an
 * answer to a question that it does not ask again, so whatever fails ends with the socket.
 */
export async function watchBybitOrders(client: CcxtClient): Promise<unknown> {
  try {
    return await client.watchOrders();
  } catch (error) {
    await client.close();
    throw error;
  }
}

export function bybitMarketsIn(message: unknown): readonly string[] | undefined {
  const { data } = newsSchema.safeParse(message);
  return data?.data
    .filter(({ orderStatus, cumExecQty }) => GONE.includes(orderStatus) || Number(cumExecQty) > 0)
    .map(({ symbol }) => symbol);
}
