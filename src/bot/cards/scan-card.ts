import type { ScanFailure, ScanReport } from "../../engine/ports/scan-report.ts";
import type { Card, CardBlock } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, inRows, note, text, titled } from "./list-card.ts";
import { directionName } from "./names.ts";

const SHOWN = 10;

export function scanCard(words: Words, report: ScanReport): Card {
  const { rows } = report;
  const isRunning = report.status === "running";
  const none = isRunning ? [] : [text(words.say("scan-none"))];
  const found: readonly CardBlock[] =
    rows.length === 0 ? none : [{ kind: "table", ...scanTable(words, report) }];
  const hidden = rows.length - SHOWN;
  const charts = rows
    .slice(0, SHOWN)
    .map(({ signal }) => `${signal.symbol} ${signal.timeframe}`)
    .filter((chart, at, all) => all.indexOf(chart) === at)
    .map((chart) => commandButton(chart, `/chart ${chart}`));
  const cancel = isRunning ? [[commandButton(words.say("button-cancel"), `/cancelscan ${report.id}`)]] : [];
  return titled(
    words.say("scan-title"),
    [
      ...found,
      ...(hidden > 0 ? [text(words.say("scan-more", { count: hidden }))] : []),
      ...failedBlock(words, report),
      ...budgetBlock(words, report),
      note(summary(words, report)),
    ],
    [...inRows(charts, 2), ...cancel],
  );
}

function summary(words: Words, { scanned, elapsedMs: elapsed, status, total = scanned }: ScanReport): string {
  if (status === undefined) return words.say("scan-summary", { scanned, elapsed });
  const isRunning = status === "running";
  return isRunning
    ? words.say("scan-running", { scanned, total })
    : words.say("scan-cancelled", { scanned, total });
}

/** What asking the exchange has cost of what it allows. */
function budgetBlock(words: Words, { budget }: ScanReport): readonly CardBlock[] {
  return budget === undefined ? [] : [note(words.say("scan-budget", { ...budget }))];
}

const NAMED_FAILED = 20;

/** One line for each reason, in the order in which they came up. */
function failedBlock(words: Words, { failed }: ScanReport): readonly CardBlock[] {
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const symbols = failed.filter((one) => one.reason === reason).map(({ symbol }) => symbol);
    const named = symbols.slice(0, NAMED_FAILED).join(", ");
    return text(words.say("scan-failed", { symbols: named, why: failureText(words, reason) }));
  });
}

function failureText(words: Words, reason: ScanFailure): string {
  switch (reason) {
    case "busy":
      return words.say("scan-failed-busy");
    case "no-answer":
      return words.say("scan-failed-no-answer");
    case "unforeseen":
      return words.say("fault-unknown");
    default:
      return words.say(`fault-${reason}`);
  }
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
