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
      {
        kind: "table",
        head: [
          words.say("column-reason"),
          words.say("column-count"),
          words.say("column-won"),
          words.say("column-lost"),
          words.say("column-without-us"),
        ],
        rows: groups.map((group) => rowOf(words, group)),
      },
      text(words.say("vetoes-verdict", { r: groups.reduce((sum, { r }) => sum + r, 0) })),
      note(words.say("vetoes-since", { since })),
      ...(unknown > 0 ? [note(words.say("vetoes-unknown", { count: unknown }))] : []),
    ],
    refresh,
  );
}

function rowOf(words: Words, { reason, count, won, lost, r }: VetoGroup): readonly string[] {
  return [words.phrase(reason), words.count(count), words.count(won), words.count(lost), words.r(r)];
}
