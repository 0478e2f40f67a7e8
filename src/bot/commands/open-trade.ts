import { z } from "zod";
import type { Direction } from "../../engine/signal.ts";
import type { Card } from "../card.ts";
import { orderAnswer, orderProblemCard, stopPicker, targetPicker } from "../cards/order-cards.ts";
import type { Conversation } from "../conversation.ts";
import { symbolParts } from "../symbols.ts";
import { symbolArgument, textArgument } from "./arguments.ts";
import { type Command, type CommandDeps, defineCommand } from "./command.ts";
import { readOrder } from "./read-order.ts";

/** Longer orders are no orders. */
const MAX_WORDS = 40;

function opening(direction: Direction, aliases: readonly string[]): Command {
  return defineCommand({
    name: direction,
    aliases,
    group: "act",
    role: "trader",
    args: z.strictObject({ symbol: symbolArgument, order: textArgument.optional() }),
    handle: async (conversation, { symbol, order = "" }, deps) => [
      await answer(conversation, { direction, symbol, typed: order }, deps),
    ],
  });
}

/** Asks for what is missing, one thing after the other; then the desk makes a proposal that waits for a tap. */
async function answer(
  { actor }: Conversation,
  { direction, symbol, typed }: { direction: Direction; symbol: string; typed: string },
  { control, words }: CommandDeps,
): Promise<Card> {
  const reading = readOrder(typed.split(" ").filter(Boolean).slice(0, MAX_WORDS), symbolParts(symbol));
  if (reading.status === "problem") return orderProblemCard(words, direction, reading);
  const { stop, targets, ...order } = reading.order;
  const command = `/${direction} ${symbol} ${typed}`.trim();
  if (stop === undefined) return stopPicker(words, { direction, symbol }, command);
  if (targets.length === 0) return targetPicker(words, { direction, symbol }, command);
  const outcome = await control.propose({ symbol, direction, ...order, stop, targets }, actor);
  return orderAnswer(words, { direction, symbol }, outcome);
}

export const long = opening("long", ["buy"]);
export const short = opening("short", ["sell"]);
