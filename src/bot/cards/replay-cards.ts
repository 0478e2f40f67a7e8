import type { DayReplayReport, ReplayedSetup } from "../../engine/ports/day-replay.ts";
import type { Signal } from "../../engine/signal.ts";
import type { Card, CardButton } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, note, text, titled } from "./list-card.ts";
import { signalTitle } from "./names.ts";
import { whyLines } from "./trade-card.ts";

const NEW_YORK = "America/New_York";
const DAY_MS = 86_400_000;

/** The clock of a replayed day and what its setups came to so far. */
export function replayCard(words: Words, report: DayReplayReport): Card {
  const { symbol, date, at, status, setups, leftOut, missingCompanion } = report;
  const outcomes = setups.map(({ shadow }) => shadow);
  const args = {
    count: setups.length,
    won: outcomes.filter(({ outcome }) => outcome === "target").length,
    lost: outcomes.filter(({ outcome }) => outcome === "stop").length,
    r: outcomes.reduce((sum, { r }) => sum + r, 0),
  };
  const clock = { time: words.time(at), newYork: words.timeIn(NEW_YORK, at) };
  return titled(
    words.say("replay-title-day", { symbol, date }),
    [
      text(words.say(`replay-clock-${status}`, { ...clock })),
      text(setups.length === 0 ? words.say("replay-no-setup") : words.say("replay-result", { ...args })),
      ...(leftOut > 0 ? [note(words.say("replay-left-out", { count: leftOut }))] : []),
      ...(missingCompanion === undefined
        ? []
        : [note(words.say("replay-no-companion", { companion: missingCompanion }))]),
      note(words.say("replay-how")),
    ],
    [replayButtons(words, report)],
  );
}

/** A setup of that day: what it was, and what became of it. Nothing can be approved any more. */
export function replayedSetupCard(words: Words, { signal, shadow }: ReplayedSetup): Card {
  const { outcome, r } = shadow;
  return titled(signalTitle(words, signal), [
    text(words.say("replay-outcome", { outcome, r, time: words.timeIn(NEW_YORK, signal.knownAt) })),
    { kind: "facts", rows: priceRows(words, signal) },
    text(whyLines(words, { signal }).join("\n")),
  ]);
}

function replayButtons(words: Words, { id, symbol, date, status }: DayReplayReport): readonly CardButton[] {
  if (status === "running") return [commandButton(words.say("button-stop"), `/stopreplay ${id}`)];
  const day = (step: number) => {
    const other = new Date(Date.parse(date) + step * DAY_MS).toISOString().slice(0, 10);
    return commandButton(other, `/replay ${other} ${symbol}`);
  };
  return [day(-1), day(1)];
}

function priceRows(words: Words, signal: Signal): readonly (readonly [string, string])[] {
  const inR = (price: number) => (price - signal.entry) / (signal.entry - signal.stop);
  return [
    [words.say("trade-entry"), words.say(`trade-entry-${signal.entryType}`, { price: signal.entry })],
    [words.say("trade-stop"), words.price(signal.stop)],
    ...signal.targets.map((price, at): readonly [string, string] => [
      signal.targets.length === 1
        ? words.say("trade-target")
        : words.say("trade-target-number", { number: at + 1 }),
      words.say("trade-target-distance", { price, r: inR(price) }),
    ]),
  ];
}
