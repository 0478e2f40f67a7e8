import type { Card, CardBlock, CardButton } from "../card.ts";

/** Control and format characters but line breaks: they reorder or hide text, so names from outside may not bring them. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The card with every text freed of characters that change what a reader sees. */
export function cleanCard(card: Card): Card {
  return {
    ...card,
    blocks: card.blocks.map(cleanBlock),
    buttons: card.buttons.map((row) => row.map(cleanButton)),
  };
}

export function cleanText(text: string): string {
  return text.replace(UNSAFE, "");
}

function cleanButton(button: CardButton): CardButton {
  return { ...button, label: cleanText(button.label) };
}

function cleanBlock(block: CardBlock): CardBlock {
  switch (block.kind) {
    case "title":
    case "text":
    case "code":
    case "note":
      return { ...block, text: cleanText(block.text) };
    case "facts":
      return {
        ...block,
        rows: block.rows.map(([label, value]) => [cleanText(label), cleanText(value)] as const),
      };
    case "table":
      return { ...block, head: block.head.map(cleanText), rows: block.rows.map((row) => row.map(cleanText)) };
  }
}
