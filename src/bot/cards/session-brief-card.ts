import type { BriefSymbol, SessionBrief } from "../../engine/ports/session-brief.ts";
import type { Card, CardBlock } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, note, titled } from "./list-card.ts";
import { windowName } from "./names.ts";

const NEW_YORK = "America/New_York";

/** What a trader wants to know when a kill zone opens, and what came of it when it has closed. */
export function sessionBriefCard(words: Words, brief: SessionBrief): Card {
  const { phase, name, symbols, more } = brief;
  const window = windowName(words, name);
  const isOpen = phase === "opened";
  const title = isOpen ? words.say("brief-opened", { window }) : words.say("brief-closed", { window });
  return titled(
    title,
    [
      {
        kind: "facts",
        rows: [...(isOpen ? until(words, brief) : results(words, brief)), ...room(words, brief)],
      },
      ...(symbols.length > 0 ? [symbolTable(words, symbols)] : []),
      ...(more > 0 ? [note(words.say("brief-more", { count: more }))] : []),
    ],
    [
      [
        commandButton(words.say("button-signals"), "/signals"),
        commandButton(words.say("button-risk"), "/risk"),
      ],
    ],
  );
}

type Rows = readonly (readonly [string, string])[];

function until(words: Words, { opensAt, closesAt }: SessionBrief): Rows {
  const args = { at: closesAt, newYork: words.timeIn(NEW_YORK, closesAt), left: closesAt - opensAt };
  return [[words.say("brief-until"), words.say("brief-until-value", args)]];
}

function results(words: Words, { result }: SessionBrief): Rows {
  if (result === undefined) return [];
  return [
    [words.say("brief-proposals"), words.count(result.proposals)],
    [words.say("brief-approved"), words.count(result.approved)],
    [words.say("brief-result"), words.say("brief-result-value", { closed: result.closed, r: result.netR })],
  ];
}

function room(words: Words, { openRiskPercent, tradesLeft }: SessionBrief): Rows {
  return [
    [words.say("brief-open-risk"), words.percent(openRiskPercent)],
    [words.say("brief-trades-left"), words.count(tradesLeft)],
  ];
}

function symbolTable(words: Words, symbols: readonly BriefSymbol[]): CardBlock {
  return {
    kind: "table",
    head: [
      words.say("column-symbol"),
      words.say("column-bias"),
      words.say("column-price"),
      words.say("column-asian-high"),
      words.say("column-asian-low"),
      words.say("column-day-high"),
      words.say("column-day-low"),
    ],
    rows: symbols.map(({ symbol, bias, price, asian, previousDay }) => [
      symbol,
      bias === undefined ? words.say("no-value") : words.say(`bias-${bias}`),
      words.price(price),
      levelCell(words, asian?.high, price),
      levelCell(words, asian?.low, price),
      levelCell(words, previousDay?.high, price),
      levelCell(words, previousDay?.low, price),
    ]),
  };
}

/** A level and how far it is from the price. */
function levelCell(words: Words, level: number | undefined, price: number): string {
  if (level === undefined) return words.say("no-value");
  const away = price === 0 ? 0 : (100 * (level - price)) / price;
  return words.say("brief-level", { level, away: words.percent(away) });
}
