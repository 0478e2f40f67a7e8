import type { CardBlock, CardButton } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, note } from "./list-card.ts";

/** Part of a list, with the place of each item in the whole. Pages and numbers begin at 1. */
export interface Page<T> {
  readonly items: readonly { readonly number: number; readonly item: T }[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

export const PAGE_SIZE = 10;

/** The page of that number, or the last one when the list has become shorter. */
export function pageOf<T>(list: readonly T[], page: number): Page<T> {
  const pages = Math.max(1, Math.ceil(list.length / PAGE_SIZE));
  const at = Math.min(Math.max(1, page), pages);
  const start = (at - 1) * PAGE_SIZE;
  const items = list
    .slice(start, start + PAGE_SIZE)
    .map((item, index) => ({ number: start + index + 1, item }));
  return { items, page: at, pages, total: list.length };
}

export function pageNote(words: Words, { page, pages }: Page<unknown>): readonly CardBlock[] {
  return pages === 1 ? [] : [note(words.say("tap-page", { page, pages }))];
}

/** Back and next for a command whose last argument is the page. */
export function turnButtons(
  words: Words,
  { page, pages }: Page<unknown>,
  command: string,
): readonly CardButton[] {
  return [
    ...(page > 1 ? [commandButton(words.say("button-previous-page"), `${command} ${page - 1}`)] : []),
    ...(page < pages ? [commandButton(words.say("button-next-page"), `${command} ${page + 1}`)] : []),
  ];
}

/** The same with a refresh. */
export function pageButtons(words: Words, page: Page<unknown>, command: string): readonly CardButton[] {
  const again = page.page === 1 ? command : `${command} ${page.page}`;
  return [...turnButtons(words, page, command), commandButton(words.say("button-refresh"), again)];
}
