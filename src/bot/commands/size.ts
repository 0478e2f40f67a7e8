import { z } from "zod";
import type { Card } from "../card.ts";
import { note, text, titled } from "../cards/list-card.ts";
import { signalTitle } from "../cards/names.ts";
import type { Conversation } from "../conversation.ts";
import { PROMPT_TTL_MS } from "../typed/ask-for-code.ts";
import { sizeButtons, sizeTyped } from "../typed/size-typed.ts";
import { tradeArgument, wordArgument } from "./arguments.ts";
import { type CommandDeps, defineCommand } from "./command.ts";
import { unknownTradeCard } from "./pickers.ts";

/** A proposal at another size than those of its buttons; it still takes a tap to approve it. */
export const size = defineCommand({
  name: "size",
  aliases: [],
  group: "act",
  role: "trader",
  args: z.strictObject({ trade: tradeArgument, size: wordArgument.optional() }),
  handle: async (conversation, { trade: id, size: typed }, deps) => [
    typed === undefined ? await ask(conversation, id, deps) : await sizeTyped(id, typed, deps),
  ],
});

async function ask({ address, actor }: Conversation, id: string, deps: CommandDeps): Promise<Card> {
  const { words, prompts, control } = deps;
  const view = await control.trade(id);
  if (view === undefined) return unknownTradeCard(words, control, "trade", id, "size");
  const { trade } = view;
  if (trade.state !== "proposed") return sizeTyped(id, "", deps);
  await prompts.ask(address, actor.userId, { kind: "size", tradeId: id }, PROMPT_TTL_MS);
  return titled(
    signalTitle(words, trade.signal),
    [text(words.say("size-type")), note(words.say("prompt-ends", { ttl: PROMPT_TTL_MS }))],
    sizeButtons(words, trade),
  );
}
