import type { Trade } from "ccxt";
import { z } from "zod";
import type { CcxtClient } from "../load-client.ts";
import type { TradeSource } from "../venue.ts";
import { CLOCK_DOUBT_MS, LOOK_BACK_MS, SETTLE_MS } from "./settle.ts";

export interface TimedTrades {
  /** The longest span of one question, in milliseconds. */
  readonly spanMs: number;
  /** Every trade of a span, both ends included, in any order, over as many pages as the venue makes of it. */
  between(client: CcxtClient, ccxtSymbol: string, fromMs: number, untilMs: number): Promise<readonly Trade[]>;
}

const seenSchema = z.record(z.string(), z.int());
/** All trades before `upToMs` were given, and those of `seen` (times by id) from then on. */
const positionSchema = z.strictObject({ upToMs: z.int().min(0), seen: seenSchema });

/**
 * For venues whose trade ids tell nothing about their order: what settled is behind a moment, and what came after it
 * is read again and known by its id. The moment follows the trades, and the clock only at a distance: a time that was
 * measured wrong must not put it behind trades that nobody has read. Throws `ZodError` for a trade without id or time.
 */
export function tradesByTime({ spanMs, between }: TimedTrades): TradeSource {
  return {
    read: async ({ client, ccxtSymbol, position, now }) => {
      const from = startOf(position, now);
      const shown: Timed[] = [];
      for (let start = from.upToMs; start <= now; start += spanMs + 1) {
        const page = await between(client, ccxtSymbol, start, Math.min(now, start + spanMs));
        shown.push(...page.map(timed));
      }
      const newest = Math.max(...shown.map(({ at }) => at));
      const upToMs = Math.max(from.upToMs, Math.min(newest - SETTLE_MS, now), now - CLOCK_DOUBT_MS);
      const known = new Map(Object.entries(from.seen));
      const fresh = [...new Map(shown.map((each) => [each.id, each])).values()].filter(
        ({ id }) => !known.has(id),
      );
      for (const { id, at } of fresh) known.set(id, at);
      const seen = Object.fromEntries([...known].filter(([, at]) => at >= upToMs));
      const trades = fresh.sort((left, right) => left.at - right.at).map(({ trade }) => trade);
      return { trades, position: { upToMs, seen } };
    },
  };
}

/** A position in the future is one of a clock that was wrong. */
function startOf(position: unknown, now: number): z.infer<typeof positionSchema> {
  const parsed = positionSchema.safeParse(position);
  if (parsed.success && parsed.data.upToMs <= now) return parsed.data;
  return { upToMs: Math.max(0, now - LOOK_BACK_MS), seen: {} };
}

interface Timed {
  readonly id: string;
  readonly at: number;
  readonly trade: Trade;
}

const stampSchema = z.object({ id: z.string().min(1), timestamp: z.int() });

function timed(trade: Trade): Timed {
  const { id, timestamp } = stampSchema.parse(trade);
  return { id, at: timestamp, trade };
}
