import type { DeskStatus, MarketSource, PauseState } from "../../engine/ports/control.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, text, titled } from "./list-card.ts";
import { resumeButton } from "./resume-cards.ts";

const SHOWN_SYMBOLS = 5;
const IN_TRADE = ["approved", "submitting", "working", "partially-filled", "open", "closing"] as const;

export function statusCard(words: Words, status: DeskStatus): Card {
  const title = words.say("status-title", { mode: words.say(`mode-${status.mode}`) });
  const state =
    status.paused === undefined ? [words.say("status-running")] : pauseLines(words, status.paused);
  return titled(
    title,
    [
      text([...lockLines(words, status), ...state].join("\n")),
      { kind: "facts", rows: statusRows(words, status) },
    ],
    [
      [
        commandButton(words.say("button-signals"), "/signals"),
        commandButton(words.say("button-positions"), "/positions"),
        commandButton(words.say("button-risk"), "/risk"),
      ],
      [
        commandButton(words.say("button-refresh"), "/status"),
        ...(status.paused === undefined ? [] : [resumeButton(words, status.paused)]),
      ],
    ],
  );
}

function lockLines(words: Words, { liveLocked = false }: DeskStatus): readonly string[] {
  return liveLocked ? [words.say("status-live-locked")] : [];
}

export function pauseLines(words: Words, paused: PauseState): readonly string[] {
  const { name } = paused.by;
  const line =
    paused.until === undefined
      ? words.say("status-paused", { name, since: paused.since })
      : words.say("status-paused-until", { name, until: paused.until });
  return paused.reason === undefined
    ? [line]
    : [line, words.say("status-paused-reason", { reason: paused.reason })];
}

function statusRows(words: Words, status: DeskStatus): readonly (readonly [string, string])[] {
  const { counts } = status;
  const inTrades = IN_TRADE.reduce((sum, state) => sum + counts[state], 0);
  return [
    [words.say("status-balance"), words.money(status.balance)],
    [words.say("status-equity"), words.money(status.equity)],
    [words.say("status-proposals"), words.count(counts.proposed)],
    [words.say("status-in-trades"), words.count(inTrades)],
    ...(counts.unknown > 0 ? [[words.say("status-unknown"), words.count(counts.unknown)] as const] : []),
    [words.say("status-closed"), words.count(counts.closed)],
    [words.say("status-market"), marketText(words, status.market)],
    [words.say("status-symbols"), symbolList(words, status.symbols)],
    [words.say("status-last-candle"), lastCandle(words, status)],
    [words.say("status-market-time"), words.moment(status.now)],
    [words.say("status-up-since"), words.duration(status.now - status.startedAt)],
  ];
}

/** Where the candles come from; an exchange has its own name. */
export function marketText(words: Words, market: MarketSource): string {
  switch (market.kind) {
    case "simulated":
      return words.say("market-simulated");
    case "replay":
      return words.say("market-replay", { symbol: market.symbol, timeframe: market.timeframe });
    case "exchange":
      return market.name;
  }
}

function symbolList(words: Words, symbols: readonly string[]): string {
  const shown = symbols.slice(0, SHOWN_SYMBOLS).join(", ");
  const count = symbols.length - SHOWN_SYMBOLS;
  return count > 0 ? words.say("status-symbols-more", { shown, count }) : shown;
}

function lastCandle(words: Words, { lastCandleAt: at, now }: DeskStatus): string {
  return at === undefined
    ? words.say("status-last-candle-none")
    : words.say("status-last-candle-ago", { at, ago: now - at });
}
