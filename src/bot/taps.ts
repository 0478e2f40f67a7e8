import type { ButtonAction, Buttons } from "../engine/ports/buttons.ts";
import type { UndoOutcome } from "../engine/ports/control.ts";
import { roleToChange } from "../engine/settings/guarded-settings.ts";
import { actFaultCard, faultCard } from "./cards/fault-card.ts";
import { closeAllSoonCard, keptAllCard, panicDoneCard } from "./cards/many-closed-card.ts";
import {
  briefAnswer,
  cancelEntryAnswer,
  moveStopAnswer,
  moveTargetsAnswer,
  reduceAnswer,
  replanAnswer,
  trailAnswer,
  undoAnswer,
} from "./cards/move-answers.ts";
import { roleName } from "./cards/names.ts";
import { asCard, outcomeAnswer, repriceAnswer } from "./cards/outcome-card.ts";
import { resumedCard } from "./cards/resume-cards.ts";
import { rulesCard } from "./cards/rules-card.ts";
import { skipAnswer, skipReasonAnswer } from "./cards/skip-card.ts";
import { answerText, type TextDeps } from "./commands/answer-text.ts";
import { readPrice } from "./commands/read-price.ts";
import type { Conversation, Role, TapAnswer } from "./conversation.ts";
import { changePeople } from "./people/change-people.ts";
import { may } from "./roles.ts";
import { applyChange, changedPath } from "./settings/change-settings.ts";
import type { Words } from "./texts.ts";

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
    case "switch-rule":
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
    if (seen.status === "invalid") return { toast: words.say("tap-invalid"), alert: true };
    if (!may(conversation.role, roleFor(seen.action)))
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
  const { actor, role } = conversation;
  const { control, words } = deps;
  switch (action.type) {
    case "approve":
      return approve(conversation, action, deps);
    case "reprice":
      return repriceAnswer(words, await control.reprice(action.tradeId, action.version, actor));
    case "switch-rule": {
      const state = await control.switchRule(action.name, action.on, actor);
      const unknown = state === undefined ? action.name : undefined;
      return { card: rulesCard(words, await control.rules(), unknown), replace: true };
    }
    case "skip":
      return skipAnswer(words, await control.skip(action.tradeId, action.version, actor));
    case "explain-skip":
      return skipReasonAnswer(words, await control.explainSkip(action.tradeId, action.reason, actor));
    case "change-entry": {
      const { tradeId, version, entryType } = action;
      return replanAnswer(words, await control.changeEntry(tradeId, version, entryType, actor));
    }
    case "resume":
      return { card: resumedCard(words, await control.resume(actor, action.since)), replace: true };
    case "move-targets":
      return moveTargets(conversation, action, deps);
    case "close":
      return outcomeAnswer(words, await control.close(action.tradeId, actor));
    case "cancel-entry":
      return cancelEntryAnswer(words, await control.cancelEntry(action.tradeId, actor));
    case "reduce": {
      const { tradeId, percent, held } = action;
      return reduceAnswer(words, await control.reduce(tradeId, percent, actor, held), percent);
    }
    case "move-stop":
      return moveStop(conversation, action, deps);
    case "trail": {
      const { tradeId, by, distance } = action;
      const wish = by && { by, ...(distance !== undefined && { distance }) };
      return briefAnswer(words, trailAnswer(words, await control.trail(tradeId, wish, actor)));
    }
    case "undo":
      return undone(words, await control.undo(action.tradeId, actor, action.at, role));
    case "close-all":
      return { card: closeAllSoonCard(words, await control.closeAllSoon(actor)), replace: true };
    case "keep-all":
      return { card: keptAllCard(words, await control.keepAll(action.id)), replace: true };
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

async function moveStop(
  { actor, role }: Conversation,
  { tradeId, stop, confirmedFrom, aside }: Extract<Act, { readonly type: "move-stop" }>,
  { control, words }: TapDeps,
): Promise<TapAnswer> {
  const wish = readPrice(stop);
  if (wish === undefined) return { toast: words.say("tap-invalid"), alert: true };
  const outcome = await control.moveStop(tradeId, wish, actor, confirmedFrom, role);
  const answer = moveStopAnswer(words, outcome, stop);
  return aside ? briefAnswer(words, answer) : answer;
}

async function moveTargets(
  { actor }: Conversation,
  { tradeId, targets, aside }: Extract<Act, { readonly type: "move-targets" }>,
  { control, words }: TapDeps,
): Promise<TapAnswer> {
  const wishes = targets.map(readPrice);
  if (wishes.includes(undefined)) return { toast: words.say("tap-invalid"), alert: true };
  const prices = wishes.flatMap((wish) => wish ?? []);
  const answer = moveTargetsAnswer(words, await control.moveTargets(tradeId, prices, actor));
  return aside ? briefAnswer(words, answer) : answer;
}

async function approve(
  { actor, role }: Conversation,
  { tradeId, version, sizeFactor, aside }: Extract<ButtonAction, { readonly type: "approve" }>,
  { control, words }: TapDeps,
): Promise<TapAnswer> {
  const answer = outcomeAnswer(words, await control.approve(tradeId, version, sizeFactor, actor, role));
  return aside ? briefAnswer(words, answer) : answer;
}

function undone(words: Words, outcome: UndoOutcome | undefined): TapAnswer {
  const answer = undoAnswer(words, outcome);
  return { card: asCard(answer), replace: true, ...answer };
}
