import type { TrailingPlan } from "../../engine/trade/management.ts";
import { isShapeable } from "../../engine/trade/manual-moves.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { Card, CardButton } from "../card.ts";
import type { Words } from "../texts.ts";
import { note, text, titled } from "./list-card.ts";
import { notOpenCard } from "./move-cards.ts";
import { signalTitle } from "./names.ts";

const OFFERED: readonly (readonly Pick<TrailingPlan, "by" | "distance">[])[] = [
  [
    { by: "atr", distance: 1.5 },
    { by: "atr", distance: 2 },
    { by: "atr", distance: 3 },
  ],
  [
    { by: "percent", distance: 0.5 },
    { by: "percent", distance: 1 },
    { by: "structure", distance: 0.5 },
  ],
];

/** What the stop follows now, and what it could follow. */
export function trailCard(words: Words, trade: Trade): Card {
  if (!isShapeable(trade)) return notOpenCard(words, trade);
  const { trailing } = trade.management ?? {};
  const now = trailing === undefined ? words.say("trail-off") : trailingText(words, trailing);
  const rows = OFFERED.map((row) => row.map((each) => trailButton(words, trade, each)));
  return titled(
    signalTitle(words, trade.signal),
    [text(words.say("trail-now", { how: now })), note(words.say("trail-hint", { id: trade.id }))],
    trailing === undefined ? rows : [...rows, [offButton(words, trade)]],
  );
}

/** "2 ATR behind price" */
export function trailingText(words: Words, { by, distance, layer = "", startR }: TrailingPlan): string {
  const how = howText(words, { by, distance, layer });
  return startR > 0 ? words.say("trail-from", { how, r: startR }) : how;
}

function howText(
  words: Words,
  { by, distance, layer }: Pick<Required<TrailingPlan>, "by" | "distance" | "layer">,
): string {
  switch (by) {
    case "atr":
      return words.say("trail-atr", { distance });
    case "structure":
      return words.say("trail-structure", { distance, layer });
    case "percent":
      return words.say("trail-percent", { distance });
  }
}

function trailButton(
  words: Words,
  { id: tradeId, version }: Trade,
  { by, distance }: Pick<TrailingPlan, "by" | "distance">,
): CardButton {
  return {
    label: words.say("button-trail-by", { by, distance }),
    action: { type: "trail", tradeId, version, by, distance },
  };
}

function offButton(words: Words, { id: tradeId, version }: Trade): CardButton {
  return { label: words.say("button-trail-off"), action: { type: "trail", tradeId, version } };
}
