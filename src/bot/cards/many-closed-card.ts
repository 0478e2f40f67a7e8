import type { DelayedClose } from "../../engine/ports/control.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { Card, CardButton } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, text, titled } from "./list-card.ts";
import { directionName, stateName } from "./names.ts";

const SHOWN = 20;

/** How long the button that takes it back is worth a tap; later it answers that it is too late. */
const UNDO_TTL_MS = 60_000;

/** Nothing has begun yet, and the button takes it back. */
export function closeAllSoonCard(words: Words, { id, count }: DelayedClose): Card {
  const title = words.say("close-all-done-title");
  if (count === 0) return titled(title, [text(words.say("close-all-none"))]);
  const undo: CardButton = {
    label: words.say("button-undo"),
    action: { type: "keep-all", id },
    style: "primary",
  };
  const positions = commandButton(words.say("button-positions"), "/positions");
  return {
    ...titled(title, [text(words.say("close-all-soon", { count }))], [[undo, positions]]),
    buttonTtlMs: UNDO_TTL_MS,
  };
}

export function keptAllCard(words: Words, isKept: boolean): Card {
  const line = isKept ? words.say("close-all-kept") : words.say("close-all-begun");
  return titled(
    words.say("close-all-done-title"),
    [text(line)],
    [[commandButton(words.say("button-positions"), "/positions")]],
  );
}

export function panicDoneCard(words: Words, trades: readonly Trade[]): Card {
  return titled(
    words.say("panic-done-title"),
    [
      text(words.say("tap-panic")),
      text(words.say("tap-closing-count", { count: trades.length })),
      ...tradeLines(words, trades),
    ],
    [
      [
        commandButton(words.say("button-positions"), "/positions"),
        commandButton(words.say("button-resume"), "/resume"),
      ],
    ],
  );
}

function tradeLines(words: Words, trades: readonly Trade[]) {
  if (trades.length === 0) return [];
  const lines = trades.slice(0, SHOWN).map((trade) =>
    words.say("trade-line", {
      direction: directionName(words, trade.signal),
      symbol: trade.plan.symbol,
      state: stateName(words, trade.state),
    }),
  );
  return [text(lines.join("\n"))];
}
