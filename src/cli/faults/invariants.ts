import { isDeepStrictEqual } from "node:util";
import { type DecimalText, decimal } from "../../engine/decimal.ts";
import type { Audit } from "../../engine/ports/audit.ts";
import type { Ledger } from "../../engine/ports.ts";
import { apply } from "../../engine/trade/apply.ts";
import { parseClientOrderId } from "../../engine/trade/client-order-id.ts";
import { TRADE_STATES, type Trade, type TradeState } from "../../engine/trade/trade.ts";
import { directionSign, isFinal, liveOrders, openQuantity } from "../../engine/trade/trade-facts.ts";
import { type Finding, NO_FINDINGS, type RunFindings } from "./fault-report.ts";
import type { VenueEvidence, VenueTruth } from "./fault-venue.ts";
import { movedStopFindings, type ToldStop, uncoveringCancels } from "./stop-invariants.ts";

/** An approval as the person saw it: the button of a card, tapped. */
export interface TapRecord {
  readonly tradeId: string;
  readonly at: number;
  readonly expiresAt: number;
  /** The token was one of a card in this chat, and the person has the role. */
  readonly isGenuine: boolean;
}

export interface Evidence extends VenueEvidence {
  readonly instance: string;
  readonly taps: readonly TapRecord[];
  /** Trades whose approval was confirmed to a person. */
  readonly acknowledged: ReadonlySet<string>;
  /** Stops that were confirmed to a person. */
  readonly toldStops: readonly ToldStop[];
  /** Stops may go before others cover: by hand at the venue, or where one exit locks what another would sell. */
  readonly mayUncover: boolean;
  readonly ledger: Ledger;
  readonly audit: Audit;
}

/** States in which nothing may rest: by now an answer must have been found. */
const UNSETTLED: ReadonlySet<TradeState> = new Set(["approved", "submitting", "unknown"]);

/** Every promise that was broken, by what the venue wrote down. */
export async function brokenPromises(evidence: Evidence): Promise<readonly Finding[]> {
  const trades = await evidence.ledger.inState(TRADE_STATES);
  return [
    ...entryFindings(evidence),
    ...stopFindings(evidence.truth),
    ...(evidence.mayUncover ? [] : uncoveringCancels(evidence.instance, evidence.log)),
    ...(await movedStopFindings(
      evidence.instance,
      evidence.truth,
      trades,
      evidence.toldStops,
      evidence.ledger,
    )),
    ...bookFindings(evidence, trades),
    ...lostFindings(evidence, trades),
    ...(await eventFindings(evidence.ledger, trades)),
    ...(await chainFindings(evidence.audit)),
  ];
}

export function countOf(findings: readonly Finding[]): RunFindings {
  const counts = { ...NO_FINDINGS };
  for (const [name] of findings) counts[name] += 1;
  return counts;
}

/** After `close all` nothing may be left but what is not ours. */
export function flatFindings({ truth, foreignIds }: VenueEvidence): readonly Finding[] {
  const left = truth.working.filter(({ clientOrderId }) => !foreignIds.includes(clientOrderId));
  return [
    ...truth.positions.map(({ symbol }): Finding => ["unprotected", `${symbol} is open after close all`]),
    ...left.map((order): Finding => ["ledgerMismatch", `${order.clientOrderId} is left after close all`]),
  ];
}

/** I1 and I2. */
function entryFindings({ instance, log, taps }: Evidence): Finding[] {
  const seen = new Set<string>();
  return log.flatMap((entry): Finding[] => {
    if (entry.type !== "order" || entry.order.reduceOnly) return [];
    const own = parseClientOrderId(instance, entry.order.clientOrderId);
    if (own === undefined) return [];
    const isSecond = seen.has(own.tradeId);
    seen.add(own.tradeId);
    const isApproved = taps.some(
      (tap) => tap.tradeId === own.tradeId && tap.isGenuine && tap.at < tap.expiresAt && tap.at <= entry.at,
    );
    return [
      ...(isSecond ? [["duplicates", `second entry ${entry.order.clientOrderId}`] as const] : []),
      ...(isApproved ? [] : [["unapproved", `entry ${entry.order.clientOrderId}`] as const]),
    ];
  });
}

/** I4. */
function stopFindings({ positions, working }: VenueTruth): Finding[] {
  return positions.flatMap(({ symbol, quantity }): Finding[] => {
    const side = decimal(quantity).gt(0) ? "sell" : "buy";
    const covered = working
      .filter((order) => order.symbol === symbol && order.type === "stop" && order.side === side)
      .reduce((sum, order) => sum.plus(order.quantity).minus(order.filledQuantity), decimal(0));
    return covered.gte(decimal(quantity).abs())
      ? []
      : [["unprotected", `${symbol} ${quantity}, covered ${covered}`]];
  });
}

/** I3, without the help of the desk's own comparison. */
function bookFindings({ truth, foreignIds, log }: Evidence, trades: readonly Trade[]): Finding[] {
  const findings: Finding[] = [];
  const inLedger = new Set(trades.flatMap((trade) => liveOrders(trade).map((order) => order.clientOrderId)));
  const atVenue = new Set(truth.working.map((order) => order.clientOrderId));
  for (const id of atVenue) {
    if (!inLedger.has(id) && !foreignIds.includes(id))
      findings.push(["ledgerMismatch", `only at the venue: ${id}`]);
  }
  for (const id of inLedger)
    if (!atVenue.has(id)) findings.push(["ledgerMismatch", `only in the ledger: ${id}`]);
  const touched = log.filter(
    (entry) => entry.type === "cancelled" && foreignIds.includes(entry.clientOrderId),
  );
  for (const _ of touched) findings.push(["ledgerMismatch", "a foreign order was cancelled"]);
  for (const symbol of new Set(
    [...truth.positions, ...trades.map(({ plan }) => plan)].map((each) => each.symbol),
  )) {
    const held = truth.positions.find((position) => position.symbol === symbol)?.quantity ?? "0";
    const known = heldByLedger(trades, symbol);
    if (!known.eq(held)) findings.push(["ledgerMismatch", `${symbol}: venue ${held}, ledger ${known}`]);
  }
  return findings;
}

function heldByLedger(trades: readonly Trade[], symbol: string) {
  return trades
    .filter(({ plan, state }) => plan.symbol === symbol && !isFinal(state))
    .reduce(
      (sum, trade) => sum.plus(decimal(openQuantity(trade)).mul(directionSign(trade.plan.direction))),
      decimal(0),
    );
}

/** Confirmed approvals that ended nowhere, and fills that no trade of the ledger has. */
function lostFindings({ acknowledged, instance, log }: Evidence, trades: readonly Trade[]): Finding[] {
  const findings: Finding[] = [];
  const byId = new Map(trades.map((trade) => [trade.id, trade]));
  for (const id of acknowledged) {
    const trade = byId.get(id);
    if (trade?.approval === undefined) findings.push(["lost", `approval of ${id} is gone`]);
  }
  for (const { id, state } of trades)
    if (UNSETTLED.has(state)) findings.push(["lost", `${id} rests ${state}`]);
  for (const entry of log) {
    if (entry.type !== "filled") continue;
    const own = parseClientOrderId(instance, entry.fill.clientOrderId);
    if (own === undefined) continue;
    if (!byId.get(own.tradeId)?.fillIds.includes(entry.fill.fillId))
      findings.push(["lost", `fill ${entry.fill.fillId} of ${entry.fill.clientOrderId}`]);
  }
  return findings;
}

/** I5: what is stored of a trade follows from its events alone. */
async function eventFindings(ledger: Ledger, trades: readonly Trade[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const trade of trades) {
    const born = birthOf(trade);
    const events = await ledger.events(trade.id);
    if (trade.state === "denied" && events.length === 0) continue;
    const replayed = events.reduce(apply, born);
    if (!isDeepStrictEqual(withoutCommit(replayed), withoutCommit(trade)))
      findings.push(["auditBroken", `the events of ${trade.id} do not give the trade`]);
  }
  return findings;
}

async function chainFindings(audit: Audit): Promise<Finding[]> {
  const verdict = await audit.verify();
  return verdict.status === "whole" ? [] : [["auditBroken", `entry ${verdict.number}: ${verdict.reason}`]];
}

function birthOf({ id, signal, plan, settingsVersion, createdAt, expiresAt }: Trade): Trade {
  const zero: DecimalText = "0";
  return {
    id,
    version: 1,
    state: "proposed",
    signal,
    plan,
    settingsVersion,
    createdAt,
    updatedAt: createdAt,
    expiresAt,
    orders: [],
    fillIds: [],
    entryQuantity: zero,
    exitQuantity: zero,
    fees: zero,
  };
}

/** Without what the commit itself sets. */
function withoutCommit({ version: _version, updatedAt: _updatedAt, ...trade }: Trade) {
  return trade;
}
