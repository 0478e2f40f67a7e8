import { isShapeable } from "../../engine/trade/manual-moves.ts";
import { wantedStop } from "../../engine/trade/stop-price.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import { openQuantity, targetPrices } from "../../engine/trade/trade-facts.ts";
import type { Card, CardButton } from "../card.ts";
import type { Words } from "../texts.ts";
import { note, text, titled } from "./list-card.ts";
import { signalTitle, stateName } from "./names.ts";
import { closeButton, reduceButton } from "./position-buttons.ts";

/** From the entry: those of a plan, and those of a position. */
const PLANNED_STOPS = ["-0.5r", "-0.75r", "-1.25r", "-1.5r"];
const HELD_STOPS = ["-0.5r", "0.5r", "1r"];
const TARGETS = [["1r", "2r"], ["2r"], ["3r"]];

function canMove(trade: Trade): boolean {
  return trade.state === "proposed" || isShapeable(trade);
}

function stopButton(words: Words, { id: tradeId, version }: Trade, stop: string): CardButton {
  const label =
    stop === "be"
      ? words.say("button-break-even")
      : words.say("button-stop-at", { r: Number.parseFloat(stop) });
  return { label, action: { type: "move-stop", tradeId, version, stop, aside: true } };
}

function targetsButton({ id: tradeId, version }: Trade, targets: readonly string[]): CardButton {
  const label = targets.join(" ").toUpperCase();
  return { label, action: { type: "move-targets", tradeId, version, targets, aside: true } };
}

/** Where the stop is, and where it could go. */
export function stopCard(words: Words, trade: Trade): Card {
  if (!canMove(trade)) return notOpenCard(words, trade);
  return titled(
    signalTitle(words, trade.signal),
    [
      text(words.say("move-stop-now", { stop: wantedStop(trade) })),
      note(words.say("move-stop-hint", { id: trade.id })),
    ],
    [
      trade.state === "proposed"
        ? PLANNED_STOPS.map((r) => stopButton(words, trade, r))
        : [stopButton(words, trade, "be"), ...HELD_STOPS.map((r) => stopButton(words, trade, r))],
    ],
  );
}

export function targetsCard(words: Words, trade: Trade): Card {
  if (!canMove(trade)) return notOpenCard(words, trade);
  const targets = targetPrices(trade)
    .map((price) => words.price(price))
    .join(", ");
  return titled(
    signalTitle(words, trade.signal),
    [
      text(words.say("move-targets-now", { targets })),
      note(words.say("move-targets-hint", { id: trade.id })),
    ],
    [TARGETS.map((targets) => targetsButton(trade, targets))],
  );
}

export function reduceCard(words: Words, trade: Trade): Card {
  if (!isShapeable(trade)) return notOpenCard(words, trade);
  return titled(
    signalTitle(words, trade.signal),
    [text(words.say("move-reduce-now", { quantity: openQuantity(trade) }))],
    [
      [25, 50, 75].map((percent) => reduceButton(words, trade, percent)),
      [closeButton(trade, words.say("button-close"))],
    ],
  );
}

/** There is no position whose stop or targets could be changed. */
export function notOpenCard(words: Words, trade: Trade): Card {
  const args = { symbol: trade.plan.symbol, state: stateName(words, trade.state) };
  return titled(signalTitle(words, trade.signal), [text(words.say("move-not-open", args))]);
}
