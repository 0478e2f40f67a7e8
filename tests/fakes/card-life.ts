import { tradeCard } from "../../src/bot/cards/trade-card.ts";
import type { Trade } from "../../src/engine/trade/trade.ts";
import { strictWords } from "./chat-desk.ts";

const words = strictWords();

/** The lines of the card that tell what happened. */
export function life(trade: Trade): readonly string[] {
  const [, block] = tradeCard(words, trade).blocks;
  return block?.kind === "text" ? block.text.split("\n") : [];
}
