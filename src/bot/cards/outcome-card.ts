import type { ActOutcome } from "../../engine/ports/control.ts";
import type { Denial } from "../../engine/risk/denial.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { Card } from "../card.ts";
import type { TapAnswer } from "../conversation.ts";
import type { Words } from "../texts.ts";
import { denialText } from "./denial-text.ts";
import { directionName, signalTitle, sizeName, stateName } from "./names.ts";
import { tradeButtons, tradeCard } from "./trade-card.ts";
import { tradeLife } from "./trade-life.ts";
import { tradeSize } from "./trade-plan.ts";

/** What became of an act, said from the trade as it stands. */
export function outcomeAnswer(words: Words, outcome: ActOutcome, refusedTitle?: string): TapAnswer {
  switch (outcome.status) {
    case "done":
      return { toast: doneText(words, outcome.trade), updated: tradeCard(words, outcome.trade) };
    case "endorsed":
      return { toast: endorsedText(words, outcome.trade), updated: tradeCard(words, outcome.trade) };
    case "denied":
      return {
        toast: [
          refusedTitle ?? words.say("tap-denied-title", { symbol: outcome.trade.plan.symbol }),
          ...outcome.denials.map((denial) => denialText(words, denial)),
        ].join("\n"),
        alert: true,
        card: deniedCard(words, outcome.trade, outcome.denials, refusedTitle),
        replace: true,
      };
    case "confirm":
      // Only a stop asks to be confirmed, and `moveStopAnswer` shows it.
      return { toast: words.say("tap-unchanged", unchangedArgs(words, outcome.trade)), alert: true };
    case "too-late":
      return {
        toast: tooLate(words, outcome.trade),
        alert: true,
        updated: tradeCard(words, outcome.trade),
      };
    case "not-found":
      return { toast: words.say("tap-not-found"), alert: true };
  }
}

/** A new plan is a new decision: the card with its numbers comes with fresh buttons. */
export function repriceAnswer(words: Words, outcome: ActOutcome): TapAnswer {
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const { trade } = outcome;
  const { symbol, entry } = trade.plan;
  return {
    toast: words.say("tap-repriced", { symbol, entry }),
    card: tradeCard(words, trade),
    replace: true,
    updated: tradeCard(words, trade),
  };
}

function endorsedText(words: Words, { plan, endorsed }: Trade): string {
  const count = endorsed?.given.length ?? 0;
  return words.say("tap-endorsed", { symbol: plan.symbol, count, needed: endorsed?.needed ?? 0 });
}

function doneText(words: Words, trade: Trade): string {
  const { symbol } = trade.plan;
  switch (trade.state) {
    case "approved":
    case "submitting":
    case "working":
    case "partially-filled":
    case "open":
      return approvedText(words, trade);
    case "skipped":
      return words.say("tap-skipped", { symbol });
    case "closing":
      return words.say("tap-closing", { symbol });
    case "closed":
      return Number(trade.entryQuantity) === 0
        ? words.say("tap-entry-cancelled", { symbol })
        : words.say("tap-unchanged", unchangedArgs(words, trade));
    case "proposed":
    case "expired":
    case "denied":
    case "rejected":
    case "unknown":
      return words.say("tap-unchanged", unchangedArgs(words, trade));
  }
}

function unchangedArgs(words: Words, { plan, state }: Trade) {
  return { symbol: plan.symbol, state: stateName(words, state) };
}

function approvedText(words: Words, trade: Trade): string {
  return words.say("tap-approved", {
    size: sizeName(words, trade.approval?.sizeFactor ?? 1),
    direction: directionName(words, trade.signal),
    symbol: trade.plan.symbol,
    quantity: tradeSize(trade).quantity,
  });
}

function tooLate(words: Words, trade: Trade): string {
  const state = stateName(words, trade.state);
  const line = words.say("tap-too-late", { symbol: trade.plan.symbol, state });
  return [line, ...tradeLife(words, trade)].join("\n");
}

/** Every limit that said no. A proposal that still stands gets fresh buttons: the tap used up the old one. */
function deniedCard(
  words: Words,
  trade: Trade,
  denials: readonly Denial[],
  refusedTitle: string | undefined,
): Card {
  const stands = trade.state === "proposed";
  const lines = denials.map((denial) => denialText(words, denial));
  return {
    blocks: [
      {
        kind: "title",
        text: refusedTitle ?? words.say("tap-denied-title", { symbol: signalTitle(words, trade.signal) }),
      },
      { kind: "text", text: lines.join("\n") },
      stands
        ? { kind: "note", text: words.say("tap-denied-open") }
        : { kind: "note", text: tradeLife(words, trade).join("\n") },
    ],
    buttons: deniedButtons(words, trade, denials),
  };
}

/** Where price has moved on, another approval would be denied again: a new plan or none. */
function deniedButtons(words: Words, trade: Trade, denials: readonly Denial[]): Card["buttons"] {
  const hasMoved = denials.some(({ code }) => code === "price-moved");
  if (trade.state !== "proposed" || !hasMoved) return tradeButtons(words, trade);
  const { id: tradeId, version } = trade;
  return [
    [
      {
        label: words.say("button-reprice"),
        action: { type: "reprice", tradeId, version },
        style: "primary",
      },
      { label: words.say("button-skip"), action: { type: "skip", tradeId, version } },
    ],
  ];
}

/** The same as a card, for an act that was typed instead of tapped. */
export function outcomeCard(words: Words, outcome: ActOutcome): Card {
  return asCard(outcomeAnswer(words, outcome));
}

export function asCard({ toast = "", card }: TapAnswer): Card {
  return card ?? { blocks: [{ kind: "text", text: toast }], buttons: [] };
}
