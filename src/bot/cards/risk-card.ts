import type { LimitUse, RiskReport } from "../../engine/ports/control.ts";
import type { TrippedBreaker } from "../../engine/risk/breakers.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { denialText } from "./denial-text.ts";
import { commandButton, text, titled } from "./list-card.ts";
import { pauseLines } from "./status-card.ts";

export function riskCard(words: Words, report: RiskReport): Card {
  const resets = words.say("risk-resets", { left: report.resetsAt - report.now, at: report.resetsAt });
  return titled(
    words.say("risk-title"),
    [
      ...(report.paused === undefined ? [] : [text(pauseLines(words, report.paused).join("\n"))]),
      { kind: "facts", rows: [[words.say("risk-balance"), words.money(report.balance)]] },
      ...report.breakers.map((breaker) => text(breakerText(words, breaker))),
      { kind: "table", ...limitTable(words, report.limits) },
      { kind: "note", text: resets },
    ],
    [
      [
        commandButton(words.say("button-refresh"), "/risk"),
        commandButton(words.say("button-positions"), "/positions"),
        ...(needsPerson(report) ? [commandButton(words.say("button-resume"), "/resume")] : []),
      ],
    ],
  );
}

function needsPerson({ breakers }: RiskReport): boolean {
  return breakers.some(({ resetsAt }) => resetsAt === undefined);
}

/** Why it tripped, and what ends it: a time, or a person. */
function breakerText(words: Words, { name, limit, actual, resetsAt }: TrippedBreaker): string {
  const why = denialText(words, { code: name, limit, actual });
  return resetsAt === undefined
    ? words.say("breaker-person", { why })
    : words.say("breaker-until", { why, at: resetsAt });
}

function limitTable(words: Words, limits: readonly LimitUse[]) {
  return {
    head: [
      words.say("column-limit"),
      words.say("column-used"),
      words.say("column-allowed"),
      words.say("column-left"),
    ],
    rows: limits.map((limit) => {
      const shown = (value: number) => (limit.unit === "percent" ? words.percent(value) : words.count(value));
      const left = Math.max(0, limit.limit - limit.used);
      return [
        words.say("limit-name", { name: limit.name }),
        shown(limit.used),
        shown(limit.limit),
        shown(left),
      ];
    }),
  };
}
