import { z } from "zod";
import {
  type RuleState,
  type RuleSwitch,
  ruleDefinition,
  ruleStates,
} from "../engine/trade/approval-rules.ts";
import type { Actor } from "../engine/trade/trade.ts";
import type { DeskContext } from "./desk-context.ts";

const MARK = "approval-rules";

const switchesSchema = z.record(
  z.string(),
  z.strictObject({
    by: z.strictObject({ userId: z.string(), name: z.string() }),
    at: z.number(),
    definition: z.string(),
  }),
);

/** Every rule of the settings, and who switched it on. What was switched on survives restarts. */
export async function readRules(context: DeskContext): Promise<readonly RuleState[]> {
  const { settings } = await context.settings.current();
  return ruleStates(settings.approvals.rules, await readSwitches(context));
}

/** Everybody is told who switched a rule. Unset when there is no rule of that name. */
export async function switchRule(
  context: DeskContext,
  name: string,
  on: boolean,
  by: Actor,
): Promise<RuleState | undefined> {
  const { clock, ledger, queues } = context;
  const found = (await readRules(context)).find(({ rule }) => rule.name === name);
  if (found === undefined) return undefined;
  const { rule } = found;
  const at = clock.now();
  const { [name]: _before, ...others } = await readSwitches(context);
  const switchedOn = { by, at, definition: ruleDefinition(rule) };
  await ledger.writeMark(MARK, JSON.stringify(on ? { ...others, [name]: switchedOn } : others));
  const key = on ? "notice-rule-on" : "notice-rule-off";
  await ledger.post(`${key}-${name}-${at}`, { key, args: { rule: name, name: by.name }, silent: false }, at);
  await queues.enqueue("deliver-outbox", {});
  return on ? { rule, switchedOn } : { rule };
}

async function readSwitches(context: DeskContext): Promise<Readonly<Record<string, RuleSwitch>>> {
  const text = await context.ledger.readMark(MARK);
  return text === undefined ? {} : switchesSchema.parse(JSON.parse(text));
}
