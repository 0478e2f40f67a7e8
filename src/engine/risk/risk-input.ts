import type { Decimal } from "decimal.js";
import type { DecimalText } from "../decimal.ts";
import type { Instrument } from "../instrument.ts";
import type { Direction } from "../signal.ts";
import type { Trade } from "../trade/trade.ts";
import type { Denial, DenialCode } from "./denial.ts";
import type { RiskSettings } from "./risk-settings.ts";

/** The account as the checks see it, taken at one moment. Money is in the quote currency. */
export interface RiskAccount {
  readonly balance: DecimalText;
  /** First balance of the trading day. */
  readonly dayStartBalance: DecimalText;
  /** Sum of the results of the trades closed today, after fees; negative is a loss. */
  readonly realisedToday: DecimalText;
  /** Trades approved today, without the one that is being assessed. */
  readonly tradesToday: number;
  /** Approved trades that are not final. The one that is being assessed may be among them. */
  readonly openTrades: readonly Trade[];
  readonly proposals: readonly Trade[];
  /** Trades approved today, without the one that is being assessed. Unset: only their number is known. */
  readonly approvedToday?: readonly Trade[];
  /** Trades closed in the last days, oldest first. */
  readonly recentlyClosed?: readonly Trade[];
  /** Highest balance ever seen. */
  readonly peakBalance?: DecimalText;
  /** How far the balance was below its highest when the drawdown breaker tripped; unset when it did not. */
  readonly drawdownTrippedPercent?: number;
  /** Results of closed trades in R, oldest first; unset unless the size follows from them. */
  readonly results?: readonly number[];
  /** Symbols that can be traded at the exchange; unset: all of them. */
  readonly tradedSymbols?: readonly string[];
  readonly paused: boolean;
  readonly killed: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** Last known price of a symbol and when it was so. */
export interface KnownPrice {
  readonly price: number;
  /** Epoch ms. */
  readonly at: number;
  /** Distance of bid and ask, where the market tells it. */
  readonly spread?: number;
}

/** What is only known when a person approves. */
export interface ApprovalFacts {
  readonly trade: Trade;
  readonly price: KnownPrice | undefined;
}

/** One entry as it would be made, with everything that may speak against it. */
export interface RiskInput {
  readonly symbol: string;
  readonly direction: Direction;
  /** Price at which the entry is expected to fill. */
  readonly entry: Decimal;
  readonly stop: Decimal;
  readonly targets: readonly Decimal[];
  readonly quantity: Decimal;
  /** Kill zone or session of the signal, if any. */
  readonly session?: string | undefined;
  /** Average range of a candle in price; unset when the strategy does not tell. */
  readonly averageRange?: number | undefined;
  readonly account: RiskAccount;
  readonly instrument: Instrument;
  readonly settings: RiskSettings;
  /** Unset while the signal is only a proposal. */
  readonly approval?: ApprovalFacts;
}

/** One limit. Pure; gives the denial when the entry would break it. */
export type RiskCheck = (input: RiskInput) => Denial | undefined;

/** A denial without the numbers that are none (a percentage of an empty account). */
export function denial(code: DenialCode, limit?: number, actual?: number): Denial {
  return {
    code,
    ...(limit !== undefined && Number.isFinite(limit) ? { limit } : {}),
    ...(actual !== undefined && Number.isFinite(actual) ? { actual } : {}),
  };
}

/** Money lost when the stop is hit at its price, without fees. */
export function riskMoney(input: RiskInput): Decimal {
  return input.quantity.mul(input.entry.minus(input.stop).abs());
}

/** Live trades apart from the one that is being assessed. */
export function otherTrades(input: RiskInput): readonly Trade[] {
  const own = input.approval?.trade.id;
  return input.account.openTrades.filter((trade) => trade.id !== own);
}

/** Trades approved today apart from the one that is being assessed. */
export function otherApprovals(input: RiskInput): readonly Trade[] {
  const own = input.approval?.trade.id;
  return (input.account.approvedToday ?? []).filter((trade) => trade.id !== own);
}

/** What an entry of the quantity costs, in the quote currency. */
export function notional(input: RiskInput): Decimal {
  return input.quantity.mul(input.entry);
}
