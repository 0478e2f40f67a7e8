import { toText } from "../decimal.ts";
import type { Denial } from "../risk/denial.ts";
import type { Signal } from "../signal.ts";
import { denialEnd } from "./denial-end.ts";
import { hashText } from "./hash.ts";
import type { Trade, TradePlan } from "./trade.ts";

/** 50 bits: among a million trades two share an id with a probability of 0.04 %. */
export const TRADE_ID_LENGTH = 10;

export interface Proposal {
  readonly signal: Signal;
  readonly plan: TradePlan;
  readonly settingsVersion: number;
  /** Epoch ms. */
  readonly now: number;
}

export interface DeniedProposal extends Omit<Proposal, "plan"> {
  /** Unset when the signal could not even be sized. */
  readonly plan?: TradePlan | undefined;
  readonly denials: readonly Denial[];
}

/** The same signal under the same settings is the same trade, however often it is raised. */
export function tradeId(signalId: string, settingsVersion: number): string {
  return hashText(`${signalId}#${settingsVersion}`, TRADE_ID_LENGTH);
}

/** A new trade that waits for a person. */
export function proposeTrade({ signal, plan, settingsVersion, now }: Proposal): Trade {
  return {
    id: tradeId(signal.id, settingsVersion),
    version: 1,
    state: "proposed",
    signal,
    plan,
    settingsVersion,
    createdAt: now,
    updatedAt: now,
    expiresAt: signal.expiresAt,
    orders: [],
    fillIds: [],
    entryQuantity: "0",
    exitQuantity: "0",
    fees: "0",
  };
}

/** A trade that risk refused before anybody saw it; kept, because a refusal is a fact too. */
export function deniedTrade({ plan, denials, ...proposal }: DeniedProposal): Trade {
  const trade = proposeTrade({ ...proposal, plan: plan ?? unsizedPlan(proposal.signal) });
  return { ...trade, state: "denied", ...denialEnd(denials) };
}

function unsizedPlan(signal: Signal): TradePlan {
  return {
    symbol: signal.symbol,
    direction: signal.direction,
    entryType: signal.entryType,
    entry: textOrZero(signal.entry),
    stop: textOrZero(signal.stop),
    targets: signal.targets.map(textOrZero),
    quantity: "0",
    notional: "0",
    riskMoney: "0",
    riskPercent: 0,
  };
}

/** A signal with numbers that are none is denied, and its record must still be writable. */
function textOrZero(value: number): string {
  return Number.isFinite(value) ? toText(value) : "0";
}
