import type { VetoReport } from "../../engine/ports/control.ts";
import type { VetoGroup } from "../../engine/trade/vetoes.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, note, text, titled } from "./list-card.ts";

/** Why setups were left aside, and what each reason saved or cost. */
export function vetoesCard(words: Words, { groups, since }: VetoReport): Card {
  const refresh = [[commandButton(words.say("button-refresh"), "/vetoes")]];
  if (since === undefined)
    return titled(words.say("vetoes-title"), [text(words.say("vetoes-none"))], refresh);
  const unknown = groups.reduce((sum, group) => sum + group.unknown, 0);
  return titled(
    words.say("vetoes-title"),
    [
      ...groups.map((group) => text(linesOf(words, group))),
      text(words.say("vetoes-verdict", { r: groups.reduce((sum, { r }) => sum + r, 0) })),
      note(words.say("vetoes-since", { since })),
      ...(unknown > 0 ? [note(words.say("vetoes-unknown", { count: unknown }))] : []),
    ],
    refresh,
  );
}

/** Two lines rather than five columns: a phone shows both whole. */
function linesOf(words: Words, { reason, count, won, lost, r }: VetoGroup): string {
  return `${words.phrase(reason)}\n${words.say("vetoes-line", { count, won, lost, r })}`;
}
