import type { Phrase } from "../signal.ts";
import type { Shadow } from "./shadow.ts";
import type { Trade } from "./trade.ts";

/** Setups left aside for one reason, and what became of them without us. */
export interface VetoGroup {
  readonly reason: Phrase;
  readonly count: number;
  readonly won: number;
  readonly lost: number;
  /** Sum over all that were entered, in R; negative: the reason saved that much, positive: it cost that much. */
  readonly r: number;
  /** Setups whose candles are no longer stored. */
  readonly unknown: number;
}

/** A setup that was not traded; no shadow when its candles are gone. */
export interface Veto {
  readonly trade: Trade;
  readonly shadow?: Shadow;
}

/** Vetoes by their reason, the most frequent first. */
export function groupVetoes(vetoes: readonly Veto[]): readonly VetoGroup[] {
  const groups = new Map<string | number, VetoGroup>();
  for (const veto of vetoes) {
    const reason = vetoReason(veto.trade);
    const name = reason.args?.reason ?? reason.key;
    const group = groups.get(name) ?? { reason, count: 0, won: 0, lost: 0, r: 0, unknown: 0 };
    groups.set(name, withVeto(group, veto.shadow));
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}

function withVeto(group: VetoGroup, shadow: Shadow | undefined): VetoGroup {
  return {
    reason: group.reason,
    count: group.count + 1,
    won: group.won + (shadow?.outcome === "target" ? 1 : 0),
    lost: group.lost + (shadow?.outcome === "stop" ? 1 : 0),
    r: group.r + (shadow?.r ?? 0),
    unknown: group.unknown + (shadow === undefined ? 1 : 0),
  };
}

/** The first limit that denied it, or how it ended otherwise. */
function vetoReason(trade: Trade): Phrase {
  const [denial] = trade.denials ?? [];
  if (denial !== undefined) return { key: `denied-${denial.code}` };
  const told = trade.ended?.key === "skipped" ? trade.ended.args?.reason : undefined;
  if (told !== undefined) return { key: "reason-skipped", args: { reason: told } };
  return { key: "reason-left-aside", args: { reason: trade.ended?.key ?? trade.state } };
}
