import type { ActOutcome } from "../../engine/ports/control.ts";
import type { Card } from "../card.ts";
import { symbolParts } from "../symbols.ts";
import type { Words } from "../texts.ts";
import { note, text, titled } from "./list-card.ts";

/** A confirmation is for now; found later it must do nothing. */
const CONFIRM_TTL_MS = 60_000;

export function confirmCloseAllCard(words: Words, count: number): Card {
  const title = words.say("close-all-title");
  if (count === 0) return titled(words.say("close-all-done-title"), [text(words.say("close-all-none"))]);
  return {
    ...titled(
      title,
      [text(words.say("close-all-text", { count })), hint(words)],
      [
        [
          {
            label: words.say("button-close-all-confirm", { count }),
            action: { type: "close-all" },
            style: "danger",
          },
        ],
      ],
    ),
    buttonTtlMs: CONFIRM_TTL_MS,
  };
}

export function confirmPanicCard(words: Words): Card {
  return {
    ...titled(
      words.say("panic-title"),
      [text(words.say("panic-text")), hint(words)],
      [[{ label: words.say("button-panic-confirm"), action: { type: "panic" }, style: "danger" }]],
    ),
    buttonTtlMs: CONFIRM_TTL_MS,
  };
}

/** A stop to more risk says what it would risk, and asks. */
export function confirmStopCard(
  words: Words,
  { trade, before, after }: Extract<ActOutcome, { status: "confirm" }>,
  typed: string,
): Card {
  const { quote } = symbolParts(trade.plan.symbol);
  const { id: tradeId, version } = trade;
  const stops = { from: before.stop, to: after.stop };
  const was = words.say("confirm-stop-risk", { percent: before.percent, money: before.money, quote });
  const will = words.say("confirm-stop-risk", { percent: after.percent, money: after.money, quote });
  const wish = { stop: typed, confirmedFrom: before.stop };
  const action = { type: "move-stop", tradeId, version, ...wish, aside: true } as const;
  const label = words.say("button-stop-confirm", { stop: after.stop });
  return {
    ...titled(
      words.say("confirm-stop-title", { symbol: trade.plan.symbol }),
      [text(words.say("confirm-stop-text", { ...stops, was, will })), hint(words)],
      [[{ label, action, style: "danger" }]],
    ),
    buttonTtlMs: CONFIRM_TTL_MS,
  };
}

function hint(words: Words) {
  return note(words.say("confirm-hint", { ttl: CONFIRM_TTL_MS }));
}
