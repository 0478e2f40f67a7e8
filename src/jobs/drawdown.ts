import { decimal } from "../engine/decimal.ts";
import type { RiskAccount } from "../engine/risk/risk-input.ts";
import { percentOf } from "../engine/risk/sizing.ts";
import type { DeskContext } from "./desk-context.ts";

const PEAK = "peak-balance";
const TRIPPED = "drawdown-tripped";

type Drawdown = Pick<RiskAccount, "peakBalance" | "drawdownTrippedPercent">;

/**
 * The highest balance that was ever looked at, and how far below it the breaker tripped. Both are remembered: a
 * restart forgets no fall, and a balance that recovers does not take the decision from a person.
 */
export async function readDrawdown(
  { ledger }: DeskContext,
  balance: string,
  limitPercent: number,
): Promise<Drawdown> {
  const [peak, mark] = await Promise.all([ledger.readMark(PEAK), ledger.readMark(TRIPPED)]);
  if (peak === undefined || decimal(balance).gt(peak)) await ledger.writeMark(PEAK, balance);
  const peakBalance = peak === undefined || decimal(balance).gt(peak) ? balance : peak;
  if (limitPercent === 0) return { peakBalance };
  const tripped = Number(mark ?? "") || undefined;
  if (tripped !== undefined) return { peakBalance, drawdownTrippedPercent: tripped };
  const standing = percentOf(decimal(peakBalance).minus(balance), peakBalance);
  if (standing < limitPercent) return { peakBalance };
  await ledger.writeMark(TRIPPED, String(standing));
  return { peakBalance, drawdownTrippedPercent: standing };
}

/** A person decided to go on: the fall counts anew from the balance of now. `false` when there was none. */
export async function forgiveDrawdown({ exchange, ledger }: DeskContext): Promise<boolean> {
  if (!((await ledger.readMark(TRIPPED)) ?? "")) return false;
  await ledger.writeMark(PEAK, (await exchange.account()).balance);
  await ledger.writeMark(TRIPPED, "");
  return true;
}
