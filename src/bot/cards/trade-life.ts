import type { Signal } from "../../engine/signal.ts";
import type { CloseReason, MovedStop, OrderState, Trade, TradeState } from "../../engine/trade/trade.ts";
import { symbolParts } from "../symbols.ts";
import type { Words } from "../texts.ts";
import { denialOf, denialText } from "./denial-text.ts";
import { sizeName } from "./names.ts";
import { averageEntry, averageExit, plannedR } from "./trade-plan.ts";

type Line = (words: Words, trade: Trade) => readonly string[];

/**
 * What happened to the trade so far, one line each, from committed facts only: what is not in the trade is
 * not said.
 */
export function tradeLife(words: Words, trade: Trade): readonly string[] {
  return [...planLines(words, trade), ...approvalLines(words, trade), ...LINES[trade.state](words, trade)];
}

/** Of what happened the newest alone, and of that what stays true: whether a stop stands is for the card to say. */
export function tradeNews(words: Words, trade: Trade): readonly string[] {
  switch (trade.state) {
    case "partially-filled":
      return reduced(words, trade) ?? [partlyFilled(words, trade)];
    case "open":
      return reduced(words, trade) ?? [filled(words, trade)];
    case "closed":
      return closed(words, trade);
    default:
      return LINES[trade.state](words, trade);
  }
}

/** What is out already; unset while nothing is. */
function reduced(words: Words, { exitQuantity }: Trade): readonly string[] | undefined {
  return Number(exitQuantity) > 0 ? [words.say("life-reduced", { quantity: exitQuantity })] : undefined;
}

const LINES: Readonly<Record<TradeState, Line>> = {
  proposed: (words, trade) => [
    words.say("trade-expires", { at: trade.expiresAt }),
    ...endLines(words, trade.signal),
  ],
  approved: (words) => [words.say("life-approved-waiting")],
  submitting: (words) => [words.say("life-submitting")],
  working: (words) => [words.say("life-working")],
  "partially-filled": (words, trade) => [
    partlyFilled(words, trade),
    ...moves(words, trade),
    ...protection(words, trade),
  ],
  open: (words, trade) => [filled(words, trade), ...moves(words, trade), ...protection(words, trade)],
  closing: (words, trade) => [...maybeFilled(words, trade), closing(words, trade)],
  closed: (words, trade) => [...maybeFilled(words, trade), ...left(words, trade), ...closed(words, trade)],
  skipped: (words, trade) => [skipped(words, trade)],
  expired: (words, trade) => [ended(words, trade, words.say("life-expired"))],
  denied: deniedLines,
  rejected: (words, trade) => [ended(words, trade, words.say("life-rejected"))],
  unknown: (words) => [words.say("life-unknown")],
};

/** Which facts end the setup before its time, on one line. */
function endLines(words: Words, { endsOn = [] }: Signal): readonly string[] {
  if (endsOn.length === 0) return [];
  const facts = endsOn.map((end) => words.say(`ends-on-${end.kind}`, { ...end }));
  return [words.say("trade-ends-early", { facts: facts.join(" · ") })];
}

/** A plan that was made anew, and who of several people approved so far. */
function planLines(words: Words, { repriced, replanned, endorsed, state }: Trade): readonly string[] {
  const lines: string[] = [];
  if (repriced !== undefined)
    lines.push(words.say("life-repriced", { name: repriced.by.name, at: repriced.at }));
  if (replanned !== undefined) {
    const { by, at, change } = replanned;
    lines.push(words.say("life-replanned", { name: by.name, at, change }));
  }
  if (endorsed === undefined) return lines;
  const names = endorsed.given.map(({ by }) => by.name).join(", ");
  const count = endorsed.given.length;
  lines.push(
    state === "proposed"
      ? words.say("life-endorsed", { count, needed: endorsed.needed, names })
      : words.say("life-endorsed-before", { names }),
  );
  return lines;
}

function approvalLines(words: Words, { approval }: Trade): readonly string[] {
  if (approval === undefined) return [];
  const size = sizeName(words, approval.sizeFactor);
  if (approval.rule !== undefined) {
    const { rule, at } = approval;
    return [words.say("life-approved-rule", { rule, name: approval.by.name, at, size })];
  }
  return [words.say("life-approved", { name: approval.by.name, at: approval.at, size })];
}

function entryOrder(trade: Trade): OrderState | undefined {
  return trade.orders.find((order) => order.leg === "entry");
}

function partlyFilled(words: Words, trade: Trade): string {
  const quantity = entryOrder(trade)?.quantity ?? trade.plan.quantity;
  const price = averageEntry(trade) ?? trade.plan.entry;
  return words.say("life-partially-filled", { filled: trade.entryQuantity, quantity, price });
}

function filled(words: Words, trade: Trade): string {
  const price = averageEntry(trade) ?? trade.plan.entry;
  return words.say("life-open", { filled: trade.entryQuantity, price });
}

function maybeFilled(words: Words, trade: Trade): readonly string[] {
  return Number(trade.entryQuantity) > 0 ? [filled(words, trade)] : [];
}

/** At what price the position was left, on average. */
function left(words: Words, trade: Trade): readonly string[] {
  const price = averageExit(trade);
  return price === undefined ? [] : [words.say("life-left", { quantity: trade.exitQuantity, price })];
}

/** What was changed since the approval, and what is out already. */
function moves(words: Words, trade: Trade): readonly string[] {
  const { stop, ladder, entryCancelledBy } = trade;
  return [
    ...(entryCancelledBy === undefined
      ? []
      : [words.say("life-entry-cancelled", { name: entryCancelledBy.name })]),
    ...(reduced(words, trade) ?? []),
    ...(ladder === undefined || isOfReduction(trade, ladder.after)
      ? []
      : [words.say("life-targets-moved", { name: ladder.by.name })]),
    ...(stop === undefined ? [] : [stopMove(words, stop)]),
    ...trailingMove(words, trade),
  ];
}

function stopMove(words: Words, { price, reason, by }: MovedStop): string {
  const why = words.say(`stop-reason-${reason}`);
  return by === undefined
    ? words.say("life-stop-moved", { price, why })
    : words.say("life-stop-moved-by", { price, name: by.name });
}

function trailingMove(words: Words, { trailingSwitched, management }: Trade): readonly string[] {
  if (trailingSwitched === undefined) return [];
  const { name } = trailingSwitched.by;
  return [
    management?.trailing === undefined
      ? words.say("life-trailing-off", { name })
      : words.say("life-trailing-on", { name }),
  ];
}

function protection(words: Words, { protectedAt }: Trade): readonly string[] {
  return protectedAt === undefined
    ? [words.say("life-unprotected")]
    : [words.say("life-protected", { stop: protectedAt })];
}

export function closeReason(words: Words, reason: CloseReason): string {
  return words.say(`close-reason-${reason}`);
}

function closing(words: Words, trade: Trade): string {
  const reason = closeReason(words, trade.closing?.reason ?? "manual");
  const by = trade.closing?.by;
  return by === undefined
    ? words.say("life-closing", { reason })
    : words.say("life-closing-by", { reason, name: by.name });
}

function closed(words: Words, trade: Trade): readonly string[] {
  const { result, plan } = trade;
  const reason = result?.reason ?? trade.closing?.reason ?? "manual";
  const line = words.say("life-closed", { reason: closeReason(words, reason) });
  if (Number(trade.entryQuantity) === 0) {
    const why = trade.closing?.why;
    const givenUp = why && words.say("life-given-up", { why: words.phrase(why) });
    return [line, givenUp ?? [], words.say("life-closed-unfilled")].flat();
  }
  if (result === undefined) return [line];
  const { quote } = symbolParts(plan.symbol);
  return [
    line,
    words.say("life-closed-result", { r: result.r, planned: plannedR(plan), pnl: result.pnl, quote }),
  ];
}

function skipped(words: Words, trade: Trade): string {
  const by = trade.ended?.by;
  const reason = trade.ended?.args?.reason;
  const line = by === undefined ? words.say("life-skipped") : words.say("life-skipped-by", { name: by.name });
  return reason === undefined ? line : words.say("life-skipped-why", { line, reason });
}

/** Every limit that said no, not only the first. */
function deniedLines(words: Words, trade: Trade): readonly string[] {
  const state = words.say("life-denied");
  if (trade.denials === undefined || trade.denials.length === 0) return [ended(words, trade, state)];
  return trade.denials.map((denial) => words.say("life-ended", { state, why: denialText(words, denial) }));
}

function ended(words: Words, trade: Trade, state: string): string {
  if (trade.ended === undefined) return state;
  const denial = denialOf(trade.ended);
  const why = denial === undefined ? words.phrase(trade.ended) : denialText(words, denial);
  const by = trade.ended.by;
  return by === undefined
    ? words.say("life-ended", { state, why })
    : words.say("life-ended-by", { state, why, name: by.name });
}

/** Targets are laid anew for what is left when a part is closed; that is no move of theirs. */
function isOfReduction({ orders }: Trade, laidAfter: number): boolean {
  return orders[laidAfter]?.leg === "exit";
}
