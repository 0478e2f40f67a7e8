import type { ClosedTrade } from "../../engine/results/closed-trade.ts";
import { resultSummary } from "../../engine/results/result-summary.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, text, titled } from "./list-card.ts";
import { summaryRows } from "./summary-rows.ts";

/** A month and how many months lie between it and the present one: 1 is the present one. */
export interface ShownMonth {
  /** Its first instant in the reader's zone. */
  readonly from: number;
  readonly number: number;
}

export function monthCard(words: Words, trades: readonly ClosedTrade[], { from, number }: ShownMonth): Card {
  const buttons = [
    [
      commandButton(words.say("button-previous-page"), `/month ${number + 1}`),
      ...(number > 1 ? [commandButton(words.say("button-next-page"), `/month ${number - 1}`)] : []),
    ],
    [
      commandButton(words.say("button-refresh"), `/month ${number}`),
      commandButton(words.say("button-pnl"), "/pnl"),
      commandButton(words.say("button-stats"), "/stats"),
    ],
  ];
  const title = words.say("month-title", { month: words.month(from) });
  if (trades.length === 0) return titled(title, [text(words.say("pnl-none"))], buttons);
  return titled(title, [{ kind: "facts", rows: summaryRows(words, resultSummary(trades)) }], buttons);
}
