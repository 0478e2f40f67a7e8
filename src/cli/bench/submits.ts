import type { BenchOptions, BenchReport } from "./benchmark.ts";
import { figures, rssMb } from "./measure.ts";
import { FATES, type Fate, playSubmits, type Submit } from "./trading/submit-round.ts";
import { withTradingDesk } from "./trading/with-trading-desk.ts";

const SYMBOLS = 50;
const SUBMITS = 2000;
/** A desk may approve a thousand in a day; so many get a fresh one. */
const SUBMITS_OF_A_DESK = 500;

/**
 * Entries whose answer does not come: what became of them at the exchange, by its own journal, and how long the desk
 * took to find out, by its ledger, from the committed intent. Many symbols at once, each with a fate of its own, and
 * nobody who looks at cards.
 */
export async function benchSubmits({
  symbols = SYMBOLS,
  trades = SUBMITS,
}: BenchOptions): Promise<BenchReport> {
  const all: Submit[] = [];
  let left = 0;
  const startedAt = performance.now();
  while (all.length < trades) {
    const count = Math.min(symbols, trades - all.length);
    const played = await onFreshDesk(count, Math.min(SUBMITS_OF_A_DESK, trades - all.length), all.length);
    all.push(...played.submits);
    left += played.left;
  }
  const settledMs = all.flatMap(({ settledMs: ms }) => ms ?? []);
  const ofFate = (fate: Fate) => all.flatMap((each) => (each.fate === fate ? (each.settledMs ?? []) : []));
  return {
    name: "submits",
    submits: all.length,
    unknown: all.filter(({ wasUnknown }) => wasUnknown).length,
    arrived: all.filter(({ entries }) => entries > 0).length,
    duplicates: all.filter(({ entries }) => entries > 1).length,
    falseRejections: all.filter(({ entries, isRejected }) => entries > 0 && isRejected).length,
    unsettled: all.length - settledMs.length,
    left,
    ...figures(settledMs),
    maxMs: Math.max(...settledMs),
    ...Object.fromEntries(
      FATES.filter((fate) => ofFate(fate).length > 0).map((fate) => [
        `${fate}P99Ms`,
        figures(ofFate(fate)).p99Ms,
      ]),
    ),
    seconds: Math.round((performance.now() - startedAt) / 1000),
    rssMb: rssMb(),
  };
}

/** `left`: positions and living orders that the exchange still has when all trades are over. */
async function onFreshDesk(symbols: number, submits: number, done: number) {
  return withTradingDesk(symbols, async (desk, venue) => {
    const played: Submit[] = [];
    while (played.length < submits) {
      played.push(...(await playSubmits(desk, venue, submits - played.length, done + played.length)));
    }
    const { positions, orders, algos } = await venue.state();
    const alive = [...orders, ...algos].filter(({ status }) => /^(NEW|PARTIALLY_FILLED)$/.test(status));
    const held = positions.filter(({ quantity }) => Number(quantity) !== 0);
    return { submits: played, left: alive.length + held.length };
  });
}
