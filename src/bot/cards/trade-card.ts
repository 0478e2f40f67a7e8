import { decimal, toText } from "../../engine/decimal.ts";
import type { PositionView } from "../../engine/ports/control.ts";
import type { ScorePart } from "../../engine/signal.ts";
import { MANUAL } from "../../engine/trade/manual-order.ts";
import { wantedStop } from "../../engine/trade/stop-price.ts";
import type { Trade, TradeState } from "../../engine/trade/trade.ts";
import { isFinal, isLive, openQuantity, targetPrices } from "../../engine/trade/trade-facts.ts";
import type { Card, CardBlock, CardButton } from "../card.ts";
import { symbolParts } from "../symbols.ts";
import type { Words } from "../texts.ts";
import { commandButton } from "./list-card.ts";
import { signalTitle, sizeName } from "./names.ts";
import { cancelEntryButton, positionButtons } from "./position-buttons.ts";
import { tradeLife } from "./trade-life.ts";
import { averageEntry, percentFromEntry, rAt, tradeSize } from "./trade-plan.ts";
import { trailingText } from "./trail-card.ts";

/** The card of a trade through its whole life: always the same order, so that an edited card reads the same. */
export function tradeCard(words: Words, trade: Trade, position?: PositionView): Card {
  const { signal } = trade;
  return {
    blocks: [
      { kind: "title", text: signalTitle(words, signal) },
      { kind: "text", text: tradeLife(words, trade).join("\n") },
      ...openResult(words, position),
      { kind: "facts", rows: planRows(words, trade) },
      ...cappedNote(words, trade),
      { kind: "text", text: whyLines(words, trade).join("\n") },
      { kind: "note", text: words.say("trade-id", { id: trade.id }), tradeId: trade.id },
    ],
    buttons: tradeButtons(words, trade),
  };
}

/** Said while the size can still be judged. */
function cappedNote(words: Words, { plan, state }: Trade): readonly CardBlock[] {
  const { cappedAtPercent: percent } = plan;
  if (percent === undefined || isFinal(state)) return [];
  return [{ kind: "note", text: words.say("trade-capped", { percent }) }];
}

/** Score, its parts and the reasons of a setup. */
export function whyLines(words: Words, { signal }: Pick<Trade, "signal">): readonly string[] {
  // Nobody has graded what a person typed.
  const score =
    signal.strategy === MANUAL
      ? []
      : [words.say("trade-score", { score: signal.score, grade: signal.grade })];
  const reasons = signal.reasons.map((reason) => words.say("trade-reason", { reason: words.phrase(reason) }));
  return [...score, ...scoreParts(words, signal.parts), ...reasons];
}

function scoreParts(words: Words, parts: readonly ScorePart[]): readonly string[] {
  const shown = parts.map(({ name, points, maxPoints: max }) =>
    words.say("trade-part", { name, points, max }),
  );
  return shown.length === 0 ? [] : [shown.join(" · ")];
}

function openResult(words: Words, position: PositionView | undefined): readonly CardBlock[] {
  if (position === undefined) return [];
  const lines: string[] = [];
  if (position.price !== undefined) lines.push(words.say("life-price", { price: position.price }));
  if (position.openR !== undefined && position.openPnl !== undefined) {
    const { quote } = symbolParts(position.trade.plan.symbol);
    lines.push(words.say("life-open-result", { r: position.openR, pnl: position.openPnl, quote }));
  }
  return lines.length === 0 ? [] : [{ kind: "text", text: lines.join("\n") }];
}

function planRows(words: Words, trade: Trade): readonly (readonly [string, string])[] {
  const { plan } = trade;
  const { quote } = symbolParts(plan.symbol);
  const size = tradeSize(trade);
  const stop = wantedStop(trade);
  const distance = words.signedPercent(percentFromEntry(trade, stop));
  return [
    [words.say("trade-entry"), entryText(words, trade)],
    [words.say("trade-stop"), words.say("trade-stop-distance", { price: stop, distance })],
    ...trailingRows(words, trade),
    ...targetRows(words, trade),
    [words.say("trade-size"), sizeText(words, trade)],
    [
      words.say("trade-risk"),
      words.say("trade-risk-money", { percent: size.riskPercent, money: size.riskMoney, quote }),
    ],
  ];
}

/** What is held; where a part is out already, beside what was entered. */
function sizeText(words: Words, trade: Trade): string {
  const { base, quote } = symbolParts(trade.plan.symbol);
  const { quantity, notional } = tradeSize(trade);
  const held = openQuantity(trade);
  if (!isLive(trade.state) || !decimal(held).lt(trade.entryQuantity))
    return words.say("trade-size-money", { quantity, base, notional, quote });
  const worth = toText(decimal(notional).mul(held).div(quantity));
  return words.say("trade-size-held", { held, quantity, base, notional: worth, quote });
}

/** Where it was entered beside where it was planned to be. */
function entryText(words: Words, trade: Trade): string {
  const { plan } = trade;
  const price = averageEntry(trade);
  if (price === undefined) return words.say(`trade-entry-${plan.entryType}`, { price: plan.entry });
  return Number(price) === Number(plan.entry)
    ? words.say("trade-entry-as-planned", { price })
    : words.say("trade-entry-filled", { price, planned: plan.entry });
}

/** What the stop follows, as long as there is something to protect. */
function trailingRows(words: Words, { state, management }: Trade): readonly (readonly [string, string])[] {
  const trailing = management?.trailing;
  if (trailing === undefined || !isLive(state)) return [];
  return [[words.say("trade-trailing"), trailingText(words, trailing)]];
}

function targetRows(words: Words, trade: Trade): readonly (readonly [string, string])[] {
  const targets = targetPrices(trade);
  return targets.map((price, index) => [
    targets.length === 1
      ? words.say("trade-target")
      : words.say("trade-target-number", { number: index + 1 }),
    words.say("trade-target-distance", { price, r: rAt(trade, price) }),
  ]);
}

const SMALLER_SIZES = [0.5, 0.25];

/** What can be done in the trade's state; nothing once it has ended. */
export function tradeButtons(words: Words, trade: Trade): readonly (readonly CardButton[])[] {
  return BUTTONS[trade.state](words, trade);
}

type ButtonRows = (words: Words, trade: Trade) => readonly (readonly CardButton[])[];

const none: ButtonRows = () => [];
const cancelEntry: ButtonRows = (words, trade) => [[cancelEntryButton(words, trade)]];

const BUTTONS: Readonly<Record<TradeState, ButtonRows>> = {
  proposed: approvalButtons,
  approved: none,
  submitting: none,
  working: cancelEntry,
  "partially-filled": positionButtons,
  open: positionButtons,
  closing: none,
  closed: none,
  skipped: none,
  expired: none,
  denied: none,
  rejected: none,
  unknown: none,
};

function approvalButtons(words: Words, trade: Trade): readonly (readonly CardButton[])[] {
  const { id: tradeId, version, signal, plan } = trade;
  const approve = (sizeFactor: number) => ({ type: "approve", tradeId, version, sizeFactor }) as const;
  const entryType = plan.entryType === "market" ? "limit" : "market";
  return [
    [
      {
        label: words.say("button-approve", { size: sizeName(words, 1) }),
        action: approve(1),
        style: "primary",
      },
    ],
    [
      ...SMALLER_SIZES.map((factor) => ({
        label: words.say("button-size", { size: sizeName(words, factor) }),
        action: approve(factor),
      })),
      commandButton(words.say("button-custom"), `/size ${tradeId}`),
    ],
    [
      commandButton(words.say("button-move-stop"), `/sl ${tradeId}`),
      commandButton(words.say("button-targets"), `/tp ${tradeId}`),
      {
        label: words.say("button-entry-type", { type: entryType }),
        action: { type: "change-entry", tradeId, version, entryType },
      },
    ],
    [
      commandButton(words.say("button-chart"), `/chart ${plan.symbol} ${signal.timeframe}`),
      commandButton(words.say("button-why"), `/why ${tradeId}`),
      { label: words.say("button-skip"), action: { type: "skip", tradeId, version } },
    ],
  ];
}
