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
  tell = () => undefined,
}: BenchOptions): Promise<BenchReport> {
  const all: Submit[] = [];
  let left = 0;
  const startedAt = performance.now();
  while (all.length < trades) {
    const count = Math.min(symbols, trades - all.length);
    const most = Math.min(SUBMITS_OF_A_DESK, trades - all.length);
    const played = await onFreshDesk(count, most, all, (phase) => {
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      tell(`${all.length} of ${trades} submits ended after ${seconds} s; ${phase}`);
    });
    left += played;
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

/** Adds what became of each to `all`. Gives the positions and living orders that are left when all trades are over. */
async function onFreshDesk(
  symbols: number,
  submits: number,
  all: Submit[],
  tell: (phase: string) => void,
): Promise<number> {
  const end = all.length + submits;
  return withTradingDesk(symbols, async (desk, venue) => {
    while (all.length < end) {
      all.push(...(await playSubmits(desk, venue, end - all.length, { begun: all.length, tell })));
    }
    const { positions, orders, algos } = await venue.state();
    const alive = [...orders, ...algos].filter(({ status }) => /^(NEW|PARTIALLY_FILLED)$/.test(status));
    const held = positions.filter(({ quantity }) => Number(quantity) !== 0);
    return alive.length + held.length;
  });
}
