import { setTimeout as pause } from "node:timers/promises";
import type { KnownPrice } from "../engine/risk/risk-input.ts";
import type { RiskSettings } from "../engine/risk/risk-settings.ts";
import type { DeskContext } from "./desk-context.ts";

/** A person waits for the answer to a tap: a spread that takes longer counts as not told. */
const PATIENCE_MS = 2000;

/** The last known price of a symbol; with the spread of now where a limit looks at it and the market tells it. */
export async function priceToJudge(
  context: DeskContext,
  symbol: string,
  { maxSpreadPercent }: Pick<RiskSettings, "maxSpreadPercent">,
): Promise<KnownPrice | undefined> {
  const price = await context.candles.price(symbol);
  if (price === undefined || maxSpreadPercent === 0 || context.spread === undefined) return price;
  const asked = context.spread(symbol).catch((error: unknown) => {
    context.log.warn({ err: error, symbol }, "the spread was not told");
    return undefined;
  });
  const spread = await Promise.race([asked, pause(PATIENCE_MS, undefined, { ref: false })]);
  return spread === undefined ? price : { ...price, spread };
}
