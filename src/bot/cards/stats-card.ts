import type { TimeZone } from "../../engine/clock/time-zone.ts";
import type { ClosedTrade } from "../../engine/results/closed-trade.ts";
import {
  groupedResults,
  NO_SESSION,
  RESULT_GROUPS,
  type ResultGroup,
} from "../../engine/results/result-groups.ts";
import { resultSummary } from "../../engine/results/result-summary.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, inRows, note, text, titled } from "./list-card.ts";
import { windowName } from "./names.ts";
import { summaryRows } from "./summary-rows.ts";

const SHOWN_GROUPS = 24;

/** How trading went, over all and by what trades have in common. Hours are those of `zone`. */
export function statsCard(
  words: Words,
  trades: readonly ClosedTrade[],
  by: ResultGroup,
  zone: TimeZone,
): Card {
  const others = RESULT_GROUPS.filter((other) => other !== by).map((other) =>
    commandButton(words.say("stats-by", { by: other }), `/stats ${other}`),
  );
  const buttons = [
    ...inRows(others, 2),
    [
      commandButton(words.say("button-refresh"), `/stats ${by}`),
      commandButton(words.say("button-pnl"), "/pnl"),
      commandButton(words.say("button-month"), "/month"),
    ],
  ];
  const title = words.say("stats-title", { by });
  if (trades.length === 0) return titled(title, [text(words.say("pnl-none"))], buttons);
  const groups = groupedResults(trades, by, zone);
  const hidden = groups.length - SHOWN_GROUPS;
  return titled(
    title,
    [
      { kind: "facts", rows: summaryRows(words, resultSummary(trades)) },
      { kind: "table", ...groupTable(words, by, groups.slice(0, SHOWN_GROUPS)) },
      ...(hidden > 0 ? [note(words.say("stats-more", { count: hidden }))] : []),
      ...(by === "hour" ? [note(words.say("stats-hours", { zone: zone.name }))] : []),
    ],
    buttons,
  );
}

function groupTable(words: Words, by: ResultGroup, groups: ReturnType<typeof groupedResults>) {
  const dash = words.say("no-value");
  return {
    head: [
      words.say("stats-by", { by }),
      words.say("column-r"),
      words.say("column-result"),
      words.say("column-trades"),
      words.say("column-won"),
      words.say("column-factor"),
    ],
    rows: groups.map(({ name, summary }) => [
      groupName(words, by, name),
      words.r(summary.netR),
      words.profit(summary.pnl),
      words.count(summary.trades),
      summary.winPercent === undefined ? dash : words.percent(Math.round(summary.winPercent)),
      summary.profitFactor === undefined ? dash : words.count(summary.profitFactor),
    ]),
  };
}

function groupName(words: Words, by: ResultGroup, name: string): string {
  switch (by) {
    case "symbol":
    case "hour":
      return name;
    case "strategy":
      return words.say("strategy-name", { name });
    case "session":
      return name === NO_SESSION ? words.say("no-session") : windowName(words, name);
    case "exit":
      return words.say(`close-reason-${name}`);
  }
}
