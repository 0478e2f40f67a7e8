import type { PriceLevel } from "../../engine/model/levels.ts";
import type { LevelsReport } from "../../engine/ports/control.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, note, titled } from "./list-card.ts";
import { windowName } from "./names.ts";

/** Levels shown on each side of the price. */
const SHOWN = 8;

/** The levels around the price like a ladder: the highest on top, the price between what is above and below. */
export function levelsCard(words: Words, report: LevelsReport): Card {
  const { symbol, timeframe, knownAt, snapshot } = report;
  const nearest = (side: PriceLevel["side"]) =>
    distinct(
      words,
      snapshot.levels.filter((level) => level.side === side),
    ).slice(0, SHOWN);
  const rows = [
    ...nearest("above").reverse(),
    ...nearest("at").map((row) => [...row.slice(0, 2), words.say("levels-at")]),
  ];
  return titled(
    words.say("levels-title", { symbol, timeframe }),
    [
      {
        kind: "table",
        head: [words.say("column-price"), words.say("column-level"), words.say("column-away")],
        rows: [...rows, priceRow(words, report), ...nearest("below")],
      },
      note(words.say("levels-known", { at: knownAt })),
    ],
    [
      [
        commandButton(words.say("button-chart"), `/chart ${symbol} ${timeframe}`),
        commandButton(words.say("button-refresh"), `/levels ${symbol} ${timeframe}`),
      ],
    ],
  );
}

function priceRow(words: Words, { snapshot: { price, dealing } }: LevelsReport): readonly string[] {
  const place =
    dealing === undefined
      ? words.say("levels-now")
      : words.say("levels-now-in-range", { place: placeOf(dealing), percent: 100 * dealing.position });
  return [`▶ ${words.price(price)}`, place, ""];
}

/** A price that has left its range is no longer at a premium or discount of it. */
function placeOf({ position, place }: NonNullable<LevelsReport["snapshot"]["dealing"]>): string {
  if (position > 1) return "above";
  return position < 0 ? "below" : place;
}

/** Rows, nearest first; what reads the same at the same price, such as a session's high and its pool, once. */
function distinct(words: Words, levels: readonly PriceLevel[]): (readonly string[])[] {
  const rows = levels.map(
    (level) => [span(words, level), levelName(words, level), away(words, level)] as const,
  );
  return [...new Map(rows.map((row) => [row.slice(0, 2).join(" "), row])).values()];
}

function span(words: Words, { top, bottom }: PriceLevel): string {
  return top === bottom ? words.price(top) : `${words.price(bottom)}–${words.price(top)}`;
}

function away(words: Words, { side, distancePercent, distanceAtr }: PriceLevel): string {
  const sign = side === "above" ? "+" : "−";
  const percent =
    distancePercent === undefined ? words.say("no-value") : sign + words.percent(distancePercent);
  return distanceAtr === undefined ? percent : words.say("levels-away", { percent, atr: distanceAtr });
}

function levelName(words: Words, { kind, label, detection }: PriceLevel): string {
  const [first = "", last = ""] = [label[0], label.at(-1)];
  switch (kind) {
    case "session":
      return words.say("level-session", { window: windowName(words, first), side: last });
    case "liquidity-pool":
      return first === "session"
        ? words.say("level-session", { window: windowName(words, label[1] ?? ""), side: last })
        : words.say("level-edge", { source: first, side: last });
    case "previous-range":
      return words.say("level-edge", { source: first, side: last });
    case "dealing-range":
      return words.say("level-dealing-range", { part: first, direction: last });
    default:
      return words.say("level-zone", { kind, bias: detection.bias ?? "" });
  }
}
