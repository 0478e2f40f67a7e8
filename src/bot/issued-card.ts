import type { ButtonAction, Buttons } from "../engine/ports/buttons.ts";
import type { ChatAddress } from "../engine/ports/chat.ts";
import type { Card, CardBlock, CardButton } from "./card.ts";

/** A button as it goes out: its meaning stays here, only an opaque token leaves. */
export interface IssuedButton {
  readonly label: string;
  readonly token: string;
  readonly style: NonNullable<CardButton["style"]>;
}

/** A card whose buttons have tokens for one chat, ready to be written in a platform's own form. */
export interface IssuedCard {
  readonly blocks: readonly CardBlock[];
  readonly buttons: readonly (readonly IssuedButton[])[];
  readonly image?: Uint8Array;
  /** As in `Card`. */
  readonly keys?: Card["keys"];
}

/** A button lives this long unless its card is redrawn before. */
const BUTTON_TTL_MS = 7 * 24 * 3_600_000;

/** Gives every button of the card a token that only works in `address`. */
export async function issueCard(
  card: Card,
  buttons: Buttons,
  address: ChatAddress,
  group: string,
): Promise<IssuedCard> {
  const actions: ButtonAction[] = card.buttons.flat().map((button) => button.action);
  const ttlMs = card.buttonTtlMs ?? BUTTON_TTL_MS;
  const tokens = actions.length === 0 ? [] : await buttons.issue(address, group, actions, ttlMs);
  let next = 0;
  const rows = card.buttons.map((row) =>
    row.map((button) => ({
      label: button.label,
      token: tokens[next++] ?? "",
      style: button.style ?? "plain",
    })),
  );
  const { blocks, image, keys } = card;
  return {
    blocks,
    buttons: rows,
    ...(image !== undefined && { image }),
    ...(keys !== undefined && { keys }),
  };
}
