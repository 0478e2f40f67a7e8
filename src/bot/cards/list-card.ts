import type { Card, CardBlock, CardButton } from "../card.ts";

/** A card with a title and blocks. */
export function titled(
  title: string,
  blocks: readonly CardBlock[],
  buttons: readonly (readonly CardButton[])[] = [],
): Card {
  return { blocks: [{ kind: "title", text: title }, ...blocks], buttons };
}

/** The card with a picture, if there is one. */
export function withImage(card: Card, image: Uint8Array | undefined): Card {
  return image === undefined ? card : { ...card, image };
}

export function text(line: string): CardBlock {
  return { kind: "text", text: line };
}

export function note(line: string): CardBlock {
  return { kind: "note", text: line };
}

/** A button that runs a command as if it had been typed. */
export function commandButton(label: string, command: string): CardButton {
  return { label, action: { type: "command", text: command } };
}

/** Buttons in rows of `perRow`. */
export function inRows(buttons: readonly CardButton[], perRow: number): readonly (readonly CardButton[])[] {
  const rows: CardButton[][] = [];
  for (let at = 0; at < buttons.length; at += perRow) rows.push(buttons.slice(at, at + perRow));
  return rows;
}
