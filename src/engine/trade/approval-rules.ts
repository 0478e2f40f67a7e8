import type { Signal } from "../signal.ts";
import type { ApprovalRule } from "./approval-settings.ts";
import { hashText } from "./hash.ts";
import { MANUAL } from "./manual-order.ts";
import type { Actor } from "./trade.ts";

/** Who switched a rule on, and what the rule was then: a rule that is changed afterwards is off. */
export interface RuleSwitch {
  readonly by: Actor;
  readonly at: number;
  readonly definition: string;
}

/** A rule and who switched it on; `switchedOn` is unset while it is off. */
export interface RuleState {
  readonly rule: ApprovalRule;
  readonly switchedOn?: RuleSwitch;
}

export function ruleDefinition(rule: ApprovalRule): string {
  return hashText(JSON.stringify(rule), 12);
}

export function ruleStates(
  rules: readonly ApprovalRule[],
  switches: Readonly<Record<string, RuleSwitch>>,
): readonly RuleState[] {
  return rules.map((rule) => {
    const found = Object.hasOwn(switches, rule.name) ? switches[rule.name] : undefined;
    return found?.definition === ruleDefinition(rule) ? { rule, switchedOn: found } : { rule };
  });
}

/** The first rule in force that takes the setup. What a person typed is for people to approve. */
export function ruleFor(
  signal: Pick<Signal, "grade" | "strategy" | "session">,
  states: readonly RuleState[],
): Required<RuleState> | undefined {
  if (signal.strategy === MANUAL) return undefined;
  for (const { rule, switchedOn } of states) {
    if (switchedOn !== undefined && takes(rule, signal)) return { rule, switchedOn };
  }
  return undefined;
}

function takes(rule: ApprovalRule, signal: Pick<Signal, "grade" | "strategy" | "session">): boolean {
  const { grades, strategies, sessions } = rule;
  return (
    (grades.length === 0 || grades.includes(signal.grade)) &&
    (strategies.length === 0 || strategies.includes(signal.strategy)) &&
    (sessions.length === 0 || (signal.session !== undefined && sessions.includes(signal.session)))
  );
}
