import type { RuleState } from "../../engine/trade/approval-rules.ts";
import type { Card, CardButton } from "../card.ts";
import type { Words } from "../texts.ts";
import { inRows, note, text, titled } from "./list-card.ts";
import { windowName } from "./names.ts";

/** The rules that may approve without a tap, each with what it takes and who switched it on. */
export function rulesCard(words: Words, states: readonly RuleState[], unknown?: string): Card {
  const missing = unknown === undefined ? [] : [text(words.say("rules-unknown", { text: unknown }))];
  if (states.length === 0)
    return titled(words.say("rules-title"), [...missing, text(words.say("rules-none"))]);
  return titled(
    words.say("rules-title"),
    [...missing, ...states.map((state) => text(ruleText(words, state))), note(words.say("rules-note"))],
    inRows(
      states.map((state) => switchButton(words, state)),
      2,
    ),
  );
}

function ruleText(words: Words, { rule, switchedOn }: RuleState): string {
  const takes = [
    rule.grades.join(" "),
    rule.strategies.map((name) => words.say("strategy-name", { name })).join(", "),
    rule.sessions.map((name) => windowName(words, name)).join(", "),
  ].filter((part) => part !== "");
  const what = words.say("rules-line", {
    rule: rule.name,
    takes: takes.length === 0 ? words.say("rules-any") : takes.join(" · "),
    notional: rule.maxNotional,
    percent: rule.sizeFactor * 100,
  });
  const state =
    switchedOn === undefined
      ? words.say("rules-off")
      : words.say("rules-on", { name: switchedOn.by.name, at: switchedOn.at });
  return `${what}\n${state}`;
}

function switchButton(words: Words, { rule, switchedOn }: RuleState): CardButton {
  const { name } = rule;
  return switchedOn === undefined
    ? { label: words.say("button-rule-on", { rule: name }), action: { type: "switch-rule", name, on: true } }
    : {
        label: words.say("button-rule-off", { rule: name }),
        action: { type: "switch-rule", name, on: false },
      };
}
