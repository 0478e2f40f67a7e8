import type { Bias } from "../../src/engine/detect/detection.ts";
import { at, BIASES, type Candles } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import type { Pool, Sweep } from "./liquidity-pool.ts";
import type { JudasOption } from "./options.ts";
import { type Session, sessionsOf } from "./session.ts";

/** A close that may confirm a Judas swing: an MSS of the `internal` layer or a CISD. */
export interface Turn {
  readonly bias: Bias;
  readonly knownIndex: number;
}

/**
 * Section 12, Judas swing: inside one window price trades beyond the window's first open and sweeps the high
 * (low) of the session or of the previous day, then an MSS or CISD the other way closes back beyond that open.
 * One for each window and direction.
 */
export function judasSwingDrafts(
  candles: Candles,
  pools: readonly Pool[],
  sweeps: readonly Sweep[],
  turns: readonly Turn[],
  option: JudasOption,
): Draft[] {
  return sessionsOf(candles, { name: "judas-swing", ...option }).flatMap((window) =>
    BIASES.flatMap((bias) => {
      const raids = sweeps
        .filter((sweep) => sweep.side === (bias === "bearish" ? "high" : "low"))
        .filter((sweep) => window.members.includes(sweep.index))
        .filter((sweep) => isRaidOf(sweep, window, pools, option));
      return firstJudas(candles, window, bias, raids, turns);
    }),
  );
}

/** The session that ends on the window's date, or the day completed last when the sweep happens. */
function isRaidOf(
  { pool, side, index }: Sweep,
  window: Session,
  pools: readonly Pool[],
  option: JudasOption,
): boolean {
  if (pool.source === "session") {
    return pool.session?.name === option.session && pool.session.day === window.day;
  }
  const latestDay = pools.findLast(
    (other) => other.source === "previous-day" && other.side === side && other.knownIndex <= index,
  );
  return pool === latestDay;
}

function firstJudas(
  candles: Candles,
  window: Session,
  bias: Bias,
  raids: readonly Sweep[],
  turns: readonly Turn[],
): Draft[] {
  const { open, openTime } = at(candles, at(window.members, 0));
  const isBeyond = (t: number): boolean =>
    bias === "bearish" ? at(candles, t).high > open : at(candles, t).low < open;
  const closesBack = (m: number): boolean =>
    bias === "bearish" ? at(candles, m).close < open : at(candles, m).close > open;
  const m = window.members.find(
    (member) =>
      turns.some((turn) => turn.bias === bias && turn.knownIndex === member) &&
      closesBack(member) &&
      raids.some((raid) => raid.index <= member) &&
      window.members.some((t) => t <= member && isBeyond(t)),
  );
  const raid = raids.findLast(({ index }) => m !== undefined && index <= m);
  if (m === undefined || raid === undefined) return [];
  return [
    {
      step: 5,
      kind: "judas-swing",
      event: "detected",
      thing: `${bias}:${openTime}`,
      bias,
      index: raid.index,
      knownIndex: m,
    },
  ];
}
