import type { Signal } from "../../engine/signal.ts";
import type { TradeState } from "../../engine/trade/trade.ts";
import type { Role } from "../conversation.ts";
import type { Words } from "../texts.ts";

export function directionName(words: Words, signal: Pick<Signal, "direction">): string {
  return words.say(`direction-${signal.direction}`);
}

export function stateName(words: Words, state: TradeState): string {
  return words.say(`state-${state}`);
}

export function roleName(words: Words, role: Role): string {
  return words.say(`role-${role}`);
}

const MACRO = /^macro-(\d\d)(\d\d)$/;

/** Session, kill zone or macro as a trader calls it. */
export function windowName(words: Words, name: string): string {
  const [, hour, minute] = MACRO.exec(name) ?? [];
  return hour === undefined || minute === undefined
    ? words.say("window-name", { name })
    : words.say("window-macro", { time: `${hour}:${minute}` });
}

const SIZE_KEYS: ReadonlyMap<number, string> = new Map([
  [1, "full"],
  [0.5, "half"],
  [0.25, "quarter"],
]);

/** A share of the proposed size: "½R". */
export function sizeName(words: Words, factor: number): string {
  const known = SIZE_KEYS.get(factor);
  return known === undefined
    ? words.say("size-other", { factor: words.count(factor) })
    : words.say(`size-${known}`);
}

/** `LONG BTC/USDT 15m · order block touch · New York AM` */
export function signalTitle(words: Words, signal: Signal): string {
  const args = {
    direction: directionName(words, signal),
    symbol: signal.symbol,
    timeframe: signal.timeframe,
    strategy: words.say("strategy-name", { name: signal.strategy }),
  };
  return signal.session === undefined
    ? words.say("trade-title", args)
    : words.say("trade-title-session", { ...args, session: windowName(words, signal.session) });
}
