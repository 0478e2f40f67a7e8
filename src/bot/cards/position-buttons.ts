import { heldQuantity, isShapeable } from "../../engine/trade/manual-moves.ts";
import { isTighter, wantedStop } from "../../engine/trade/stop-price.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { CardButton } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton } from "./list-card.ts";

const PARTS = [25, 50];

/** What can be done with an open position: its stop, its targets, a part of it, all of it. */
export function positionButtons(words: Words, trade: Trade): readonly (readonly CardButton[])[] {
  const close = closeButton(trade, words.say("button-close"));
  if (!isShapeable(trade)) return [[close]];
  return [
    [
      ...(isRisking(trade) ? [breakEvenButton(words, trade)] : []),
      commandButton(words.say("button-move-stop"), `/sl ${trade.id}`),
      commandButton(words.say("button-trail"), `/trail ${trade.id}`),
    ],
    [
      commandButton(words.say("button-targets"), `/tp ${trade.id}`),
      ...PARTS.map((percent) => reduceButton(words, trade, percent)),
      close,
    ],
    ...(trade.state === "partially-filled" ? [[cancelEntryButton(words, trade)]] : []),
  ];
}

/** True while the stop loses money. */
function isRisking(trade: Trade): boolean {
  return isTighter(trade, trade.entryPrice ?? trade.plan.entry, wantedStop(trade));
}

export function closeButton(trade: Trade, label: string): CardButton {
  return { label, action: { type: "close", tradeId: trade.id, version: trade.version }, style: "danger" };
}

export function cancelEntryButton(words: Words, { id: tradeId, version }: Trade): CardButton {
  return {
    label: words.say("button-cancel-entry"),
    action: { type: "cancel-entry", tradeId, version },
    style: "danger",
  };
}

export function breakEvenButton(words: Words, { id: tradeId, version }: Trade): CardButton {
  return {
    label: words.say("button-break-even"),
    action: { type: "move-stop", tradeId, version, stop: "be" },
  };
}

export function reduceButton(words: Words, trade: Trade, percent: number): CardButton {
  const { id: tradeId, version } = trade;
  return {
    label: words.say("button-reduce", { percent }),
    action: { type: "reduce", tradeId, version, percent, held: heldQuantity(trade).toFixed() },
  };
}
