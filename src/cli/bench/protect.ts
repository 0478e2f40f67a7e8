import { parseClientOrderId } from "../../engine/trade/client-order-id.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import { entryOrder, isProtected } from "../../engine/trade/trade-facts.ts";
import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { figures, rssMb } from "./measure.ts";
import { INSTANCE, type TradingDesk, until } from "./trading/trading-desk.ts";
import type { TradingVenue } from "./trading/trading-venue.ts";
import { withTradingDesk } from "./trading/with-trading-desk.ts";

const SYMBOLS = 4;
const TRADES = 204;
const LATENCY_MS = 100;
/** How an entry is filled; every round is of one kind. */
const KINDS = ["market", "limit", "limit-in-parts"] as const;
type Kind = (typeof KINDS)[number];

/**
 * Time from the first fill of an entry, by the exchange's journal, to the stop that was placed and read back, by the
 * desk's ledger. The whole desk with its real client and Redis, an exchange in a process of its own whose every
 * request takes 100 ms, trades of all symbols at once, and nobody who looks at cards.
 * The first round of each kind is not counted.
 */
export async function benchProtect({
  symbols = SYMBOLS,
  trades = TRADES,
}: BenchOptions): Promise<BenchReport> {
  return withTradingDesk(symbols, async (desk, venue) => {
    await venue.tell({ do: "set", latencyMs: LATENCY_MS });
    const samplesMs: Record<Kind, number[]> = { market: [], limit: [], "limit-in-parts": [] };
    for (const kind of KINDS) await playRound(desk, venue, kind);
    for (let round = 0; round * symbols < trades; round += 1) {
      const kind = KINDS[round % KINDS.length] ?? "market";
      samplesMs[kind].push(...(await playRound(desk, venue, kind)));
    }
    const all = KINDS.flatMap((kind) => samplesMs[kind]);
    return {
      name: "protect",
      symbols,
      latencyMs: LATENCY_MS,
      trades: all.length,
      ...figures(all),
      maxMs: Math.max(...all),
      ...Object.fromEntries(
        KINDS.filter((kind) => samplesMs[kind].length > 0).map((kind) => [
          `${kind}P99Ms`,
          figures(samplesMs[kind]).p99Ms,
        ]),
      ),
      rssMb: rssMb(),
    };
  });
}

/** One trade of each symbol, from its approval to its end. */
async function playRound(desk: TradingDesk, venue: TradingVenue, kind: Kind): Promise<readonly number[]> {
  const { ledger } = desk.desk.context;
  const trades: Trade[] = [];
  for (const symbol of venue.reach.symbols) {
    trades.push(await desk.propose(symbol, kind === "market" ? "market" : "limit"));
  }
  for (const trade of trades) await desk.approve(trade);
  const each = async (holds: (trade: Trade) => boolean) => {
    for (const { id } of trades) {
      await until(async () => {
        const trade = await ledger.load(id);
        return trade !== undefined && holds(trade);
      });
    }
  };
  if (kind !== "market") {
    await each((trade) => entryOrder(trade)?.status === "working");
    for (const { plan } of trades) await fillLimit(venue, plan.symbol, kind);
  }
  await each((trade) => trade.entryQuantity !== "0" && isProtected(trade));
  const samples = await samplesOf(desk, venue, trades);
  await desk.closeAll();
  await each(({ state }) => state === "closed");
  return samples;
}

async function fillLimit(venue: TradingVenue, symbol: string, kind: Kind): Promise<void> {
  const id = venue.idOf(symbol);
  if (kind === "limit-in-parts") await venue.tell({ do: "fill-fractions", fractions: [0.4] });
  await venue.tell({ do: "trade", symbol: id, price: 99, quantity: 1 });
  if (kind === "limit-in-parts") await venue.tell({ do: "trade", symbol: id, price: 99, quantity: 1 });
  await venue.tell({ do: "trade", symbol: id, price: 100, quantity: 1 });
}

async function samplesOf(
  { desk }: TradingDesk,
  venue: TradingVenue,
  trades: readonly Trade[],
): Promise<readonly number[]> {
  const { journal } = await venue.state();
  const samples: number[] = [];
  for (const { id } of trades) {
    const filled = journal.find(
      ({ type, clientOrderId }) =>
        type === "order-filled" && parseClientOrderId(INSTANCE, clientOrderId)?.tradeId === id,
    );
    const stop = (await desk.context.ledger.events(id)).find(({ type }) => type === "trade.protected");
    if (filled === undefined || stop === undefined) throw new Error(`the trade ${id} has no fill or no stop`);
    samples.push(stop.at - filled.at);
  }
  return samples;
}
