import type { Trade } from "ccxt";
import { z } from "zod";
import type { CcxtClient } from "../load-client.ts";
import type { TradeReading, TradeSource } from "../venue.ts";
import { SETTLE_MS } from "./settle.ts";

export interface NumberedTrades {
  /** Trades in a full page: a shorter one is the last. */
  readonly pageSize: number;
  /** The first page of a symbol that was never read; `now` in the exchange's time. */
  first(client: CcxtClient, ccxtSymbol: string, now: number): Promise<readonly Trade[]>;
  /** The page that begins with the trade of this id or the next one that there is, oldest first. */
  from(client: CcxtClient, ccxtSymbol: string, tradeId: string): Promise<readonly Trade[]>;
}

const tradeId = z.string().regex(/^\d{1,20}$/);
/** All trades up to `upTo` were given, and those of `seen` after it. */
const positionSchema = z.strictObject({ upTo: tradeId, seen: z.array(tradeId) });
type Position = z.infer<typeof positionSchema>;

/** No trade is settled yet. */
const NONE = "0";

/** For venues whose trade ids are numbers that grow. Throws `ZodError` for a trade with another id. */
export function tradesById(venue: NumberedTrades): TradeSource {
  return {
    read: async (reading) => {
      const parsed = positionSchema.safeParse(reading.position);
      const from = parsed.success ? parsed.data : undefined;
      const shown = await shownAfter(venue, reading, from);
      return {
        trades: shown.filter(({ id }) => !from?.seen.includes(id ?? "")),
        position: positionAfter(reading.now, from, shown),
      };
    },
  };
}

async function shownAfter(
  { pageSize, first, from }: NumberedTrades,
  { client, ccxtSymbol, now }: TradeReading,
  position: Position | undefined,
): Promise<readonly Trade[]> {
  const trades: Trade[] = [];
  let after = position?.upTo === NONE ? undefined : position?.upTo;
  for (;;) {
    const page =
      after === undefined
        ? await first(client, ccxtSymbol, now)
        : await from(client, ccxtSymbol, String(BigInt(after) + 1n));
    trades.push(...page);
    const last = page.at(-1)?.id;
    if (page.length < pageSize || last === undefined) return trades;
    after = tradeId.parse(last);
  }
}

function positionAfter(
  now: number,
  from: Position | undefined,
  trades: readonly Trade[],
): Position | undefined {
  const ids = (some: readonly Trade[]) => some.map(({ id }) => tradeId.parse(id));
  const settled = ids(trades.filter(({ timestamp = 0 }) => timestamp <= now - SETTLE_MS));
  const upTo = settled.reduce((most, id) => (BigInt(id) > BigInt(most) ? id : most), from?.upTo ?? NONE);
  const seen = [...new Set([...(from?.seen ?? []), ...ids(trades)])].filter(
    (id) => BigInt(id) > BigInt(upTo),
  );
  return upTo === NONE && seen.length === 0 ? undefined : { upTo, seen };
}
