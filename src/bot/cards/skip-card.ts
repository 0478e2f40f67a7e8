import type { ActOutcome } from "../../engine/ports/control.ts";
import { SKIP_REASONS, type Trade } from "../../engine/trade/trade.ts";
import type { Card } from "../card.ts";
import type { TapAnswer } from "../conversation.ts";
import type { Words } from "../texts.ts";
import { inRows, text, titled } from "./list-card.ts";
import { outcomeAnswer } from "./outcome-card.ts";
import { tradeCard } from "./trade-card.ts";

/** The skip is done; one more tap says why, so that `/vetoes` can tell what each reason saved or cost. */
export function skipAnswer(words: Words, outcome: ActOutcome): TapAnswer {
  const answer = outcomeAnswer(words, outcome);
  if (outcome.status !== "done" || outcome.trade.state !== "skipped") return answer;
  return { ...answer, card: reasonsCard(words, outcome.trade), replace: true };
}

export function skipReasonAnswer(words: Words, outcome: ActOutcome): TapAnswer {
  if (outcome.status !== "done") return outcomeAnswer(words, outcome);
  const { trade } = outcome;
  const reason = String(trade.ended?.args?.reason ?? "other");
  const toast = words.say("tap-skip-explained", { symbol: trade.plan.symbol, reason });
  const updated = tradeCard(words, trade);
  return { toast, updated, card: titled(toast, []), replace: true };
}

function reasonsCard(words: Words, { id: tradeId, plan }: Trade): Card {
  const buttons = SKIP_REASONS.map((reason) => ({
    label: words.say("skip-reason", { reason }),
    action: { type: "explain-skip", tradeId, reason } as const,
  }));
  return titled(
    words.say("tap-skipped", { symbol: plan.symbol }),
    [text(words.say("skip-why"))],
    inRows(buttons, 2),
  );
}
