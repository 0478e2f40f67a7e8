import type { TimeZone } from "../../engine/clock/time-zone.ts";
import type { ClosedTrade } from "../../engine/results/closed-trade.ts";
import { periodResults, RESULT_PERIODS, type ResultPeriod } from "../../engine/results/result-periods.ts";
import { resultSummary } from "../../engine/results/result-summary.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, text, titled } from "./list-card.ts";
import { summaryRows } from "./summary-rows.ts";

/** What was made in each period, newest first, and together. */
export function pnlCard(
  words: Words,
  trades: readonly ClosedTrade[],
  { period, count }: { readonly period: ResultPeriod; readonly count: number },
  zone: TimeZone,
): Card {
  const buttons = [
    RESULT_PERIODS.filter((other) => other !== period).map((other) =>
      commandButton(words.say("pnl-by", { period: other }), `/pnl ${other}`),
    ),
    [
      commandButton(words.say("button-refresh"), `/pnl ${period} ${count}`),
      commandButton(words.say("button-month"), "/month"),
      commandButton(words.say("button-stats"), "/stats"),
    ],
  ];
  const title = words.say("pnl-title", { period });
  if (trades.length === 0) return titled(title, [text(words.say("pnl-none"))], buttons);
  const rows = periodResults(trades, period, zone).map(({ startsAt, summary }) => [
    words.date(startsAt),
    words.profit(summary.pnl),
    words.r(summary.netR),
    words.count(summary.trades),
    summary.winPercent === undefined ? words.say("no-value") : words.percent(Math.round(summary.winPercent)),
  ]);
  const head = [
    words.say("column-period", { period }),
    words.say("column-result"),
    words.say("column-r"),
    words.say("column-trades"),
    words.say("column-won"),
  ];
  return titled(
    title,
    [
      { kind: "facts", rows: summaryRows(words, resultSummary(trades)) },
      { kind: "table", head, rows },
    ],
    buttons,
  );
}
