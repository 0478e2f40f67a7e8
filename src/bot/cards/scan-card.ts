import type { ScanReport } from "../../engine/ports/control.ts";
import type { Card, CardBlock } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, inRows, note, text, titled } from "./list-card.ts";
import { directionName } from "./names.ts";

const SHOWN = 10;

export function scanCard(words: Words, report: ScanReport): Card {
  const { rows, scanned, elapsedMs: elapsed } = report;
  const found: readonly CardBlock[] =
    rows.length === 0 ? [text(words.say("scan-none"))] : [{ kind: "table", ...scanTable(words, report) }];
  const hidden = rows.length - SHOWN;
  const charts = rows
    .slice(0, SHOWN)
    .map(({ signal }) => `${signal.symbol} ${signal.timeframe}`)
    .filter((chart, at, all) => all.indexOf(chart) === at)
    .map((chart) => commandButton(chart, `/chart ${chart}`));
  return titled(
    words.say("scan-title"),
    [
      ...found,
      ...(hidden > 0 ? [text(words.say("scan-more", { count: hidden }))] : []),
      ...failedBlock(words, report),
      note(words.say("scan-summary", { scanned, elapsed })),
    ],
    inRows(charts, 2),
  );
}

function failedBlock(words: Words, { failed }: ScanReport): readonly CardBlock[] {
  return failed.length === 0
    ? []
    : [text(words.say("scan-failed", { symbols: failed.slice(0, 20).join(", ") }))];
}

function scanTable(words: Words, { rows }: ScanReport) {
  return {
    head: [
      words.say("column-score"),
      words.say("column-side"),
      words.say("column-symbol"),
      words.say("column-timeframe"),
      words.say("column-setup"),
      words.say("column-entry"),
      words.say("column-price"),
    ],
    rows: rows
      .slice(0, SHOWN)
      .map(({ signal, price }) => [
        `${words.count(signal.score)} ${signal.grade}`,
        directionName(words, signal),
        signal.symbol,
        signal.timeframe,
        words.say("strategy-name", { name: signal.strategy }),
        words.price(signal.entry),
        price === undefined ? words.say("no-value") : words.price(price),
      ]),
  };
}
