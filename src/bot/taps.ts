import type { ButtonAction, Buttons } from "../engine/ports/buttons.ts";
import { roleToChange } from "../engine/settings/guarded-settings.ts";
import { actFaultCard, faultCard } from "./cards/fault-card.ts";
import { closeAllDoneCard, panicDoneCard } from "./cards/many-closed-card.ts";
import { roleName } from "./cards/names.ts";
import { outcomeAnswer } from "./cards/outcome-card.ts";
import { answerText, type TextDeps } from "./commands/answer-text.ts";
import type { Conversation, Role, TapAnswer } from "./conversation.ts";
import { changePeople } from "./people/change-people.ts";
import { may } from "./roles.ts";
import { applyChange, changedPath } from "./settings/change-settings.ts";

export interface TapDeps extends TextDeps {
  readonly buttons: Buttons;
}

/** The role that an action needs; what only shows something checks the role of its command. */
function roleFor(action: ButtonAction): Role {
  switch (action.type) {
    case "command":
      return "viewer";
    case "change-setting":
    case "replace-settings":
      return roleToChange(changedPath(action));
    case "decide-newcomer":
    case "set-role":
      return "admin";
    default:
      return "trader";
  }
}

/** Answers one tap. The token tells what it means; who may do it is asked before it is used up. Never throws. */
export async function answerTap(
  conversation: Conversation,
  token: string,
  deps: TapDeps,
): Promise<TapAnswer> {
  const { words, buttons, log } = deps;
  try {
    const seen = await buttons.peek(token, conversation.address);
    if (seen.status === "valid" && !may(conversation.role, roleFor(seen.action)))
      return forbidden(conversation, roleFor(seen.action), deps);
    const redeemed = await buttons.redeem(token, conversation.address);
    if (redeemed.status === "invalid") return { toast: words.say("tap-invalid"), alert: true };
    return await perform(conversation, redeemed.action, deps);
  } catch (error) {
    log.error({ error, userId: conversation.actor.userId }, "a tap could not be answered");
    return { toast: words.say("fault-title"), alert: true, card: faultCard(words, error) };
  }
}

function forbidden({ role }: Conversation, needed: Role, { words }: TapDeps): TapAnswer {
  const args = { needed: roleName(words, needed), role: roleName(words, role) };
  return { toast: words.say("tap-forbidden", args), alert: true };
}

async function perform(conversation: Conversation, action: ButtonAction, deps: TapDeps): Promise<TapAnswer> {
  if (action.type === "command") {
    const [card] = await answerText(conversation, action.text, deps);
    return card === undefined ? {} : { card, replace: true };
  }
  try {
    return await act(conversation, action, deps);
  } catch (error) {
    deps.log.error(
      { error, userId: conversation.actor.userId, act: action.type },
      "an act was not confirmed",
    );
    const tradeId = "tradeId" in action ? action.tradeId : undefined;
    const card = actFaultCard(deps.words, error, tradeId);
    return { toast: deps.words.say("fault-act"), alert: true, card };
  }
}

type Act = Exclude<ButtonAction, { readonly type: "command" }>;

async function act(conversation: Conversation, action: Act, deps: TapDeps): Promise<TapAnswer> {
  const { actor } = conversation;
  const { control, words } = deps;
  switch (action.type) {
    case "approve":
      return outcomeAnswer(
        words,
        await control.approve(action.tradeId, action.version, action.sizeFactor, actor),
      );
    case "skip":
      return outcomeAnswer(words, await control.skip(action.tradeId, action.version, actor));
    case "close":
      return outcomeAnswer(words, await control.close(action.tradeId, actor));
    case "close-all":
      return { card: closeAllDoneCard(words, await control.closeAll(actor)), replace: true };
    case "panic":
      return { card: panicDoneCard(words, await control.panic(actor)), replace: true };
    case "change-setting":
    case "replace-settings":
      return { card: await applyChange(conversation, action, deps), replace: true };
    case "decide-newcomer":
    case "set-role":
      return changePeople(conversation, action, deps);
  }
}
