import type { Card } from "../card.ts";

/** What a card says up to its numbers: texts that come after the facts (scores, reasons) are left out. */
export function briefly(card: Card): Card {
  const facts = card.blocks.findIndex((block) => block.kind === "facts");
  if (facts < 0) return card;
  return { ...card, blocks: card.blocks.filter((block, at) => at <= facts || block.kind !== "text") };
}
