import { z } from "zod";
import type { AuditLine, AuditVerdict } from "../../engine/ports/audit.ts";
import type { Card } from "../card.ts";
import { commandButton, note, text, titled } from "../cards/list-card.ts";
import { PAGE_SIZE, pageNote, turnButtons } from "../cards/pages.ts";
import type { Words } from "../texts.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

const MAX_LINE = 160;

/** Who did what, newest first; `verify` checks the whole chain. */
export const audit = defineCommand({
  name: "audit",
  aliases: [],
  group: "configure",
  role: "admin",
  args: z.strictObject({ what: wordArgument.optional() }),
  handle: async (_conversation, { what = "1" }, { audit: chain, words }) => {
    if (what === "verify") return [verdictCard(words, await chain.verify())];
    const wanted = /^[1-9]\d{0,5}$/.test(what) ? Number(what) : 1;
    const known = (await chain.newest(1, 0)).total;
    const page = Math.min(wanted, Math.max(1, Math.ceil(known / PAGE_SIZE)));
    const { lines, total } = await chain.newest(PAGE_SIZE, (page - 1) * PAGE_SIZE);
    return [linesCard(words, lines, total, page)];
  },
});

function linesCard(words: Words, lines: readonly AuditLine[], total: number, page: number): Card {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const shown = { items: [], page: Math.min(page, pages), pages, total };
  const buttons = [
    ...turnButtons(words, shown, "/audit"),
    commandButton(words.say("button-verify"), "/audit verify"),
  ];
  const content =
    lines.length === 0 ? [text(words.say("audit-none"))] : lines.map((line) => text(lineText(words, line)));
  return titled(
    words.say("audit-title"),
    [...content, ...pageNote(words, shown), note(words.say("audit-clocks"))],
    [buttons],
  );
}

function lineText(words: Words, { number, kind, at, by, text: what }: AuditLine): string {
  const when = at === undefined ? words.say("no-value") : words.moment(at);
  const head = words.say("audit-row", {
    number,
    kind: words.say(`audit-${kind}`),
    name: by?.name ?? words.say("no-value"),
    when,
  });
  return `${head}\n${what.length > MAX_LINE ? `${what.slice(0, MAX_LINE)}…` : what || words.say("no-value")}`;
}

function verdictCard(words: Words, verdict: AuditVerdict): Card {
  const back = [[commandButton(words.say("button-back"), "/audit")]];
  if (verdict.status === "broken") {
    const { number, reason } = verdict;
    return titled(words.say("audit-title"), [text(words.say("audit-broken", { number, reason }))], back);
  }
  const { number, hash } = verdict.head;
  return titled(
    words.say("audit-title"),
    [
      text(words.say("audit-whole", { number })),
      { kind: "code", text: hash || words.say("no-value") },
      note(words.say("audit-anchor")),
    ],
    back,
  );
}
