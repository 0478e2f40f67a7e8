import { setTimeout as pause } from "node:timers/promises";
import type { Candle } from "../engine/candles/candle.ts";
import type { CompanionCandles } from "../engine/model/companion-candles.ts";
import type { Settings } from "../engine/settings/settings.ts";
import type { DeskContext } from "./desk-context.ts";

/** A candle is judged without its companion's when that is later than this, in the machine's time. */
const PATIENCE_MS = 5000;

/** Base candles of a symbol between two of them, both left out. */
type ReadMissed = (symbol: string, newestAt: number, openTime: number) => Promise<readonly Candle[]>;

/** The symbol that the settings name beside this one, if the desk follows it. */
export function companionOf(
  { instruments }: Pick<DeskContext, "instruments">,
  { signals }: Pick<Settings, "signals">,
  symbol: string,
): string | undefined {
  const other = signals.companions.find((pair) => pair.symbol === symbol)?.companion;
  return other !== undefined && instruments.has(other) ? other : undefined;
}

/**
 * Symbols that are compared with another: a candle of theirs is judged when the other's candle of the same time is
 * there too, so that live and replay see the same.
 */
export class Companions {
  private readonly bySymbol = new Map<string, CompanionCandles>();
  private readonly readMissed: ReadMissed;
  private readonly patienceMs: number;
  /** Called at each candle of a companion. */
  private waiting: (() => void)[] = [];

  constructor(readMissed: ReadMissed, patienceMs: number = PATIENCE_MS) {
    this.readMissed = readMissed;
    this.patienceMs = patienceMs;
  }

  /** Symbols whose candles are needed. */
  get symbols(): ReadonlySet<string> {
    return new Set([...this.bySymbol.values()].map(({ symbol }) => symbol));
  }

  set(symbol: string, companion: CompanionCandles | undefined): void {
    if (companion === undefined) this.bySymbol.delete(symbol);
    else this.bySymbol.set(symbol, companion);
  }

  /** Takes a closed candle of any symbol in for those that look at it; what came before it and was missed goes first. */
  async take(symbol: string, candle: Candle): Promise<void> {
    for (const companion of this.bySymbol.values()) {
      if (companion.symbol !== symbol || candle.openTime <= companion.newestAt) continue;
      const isBegun = Number.isFinite(companion.newestAt);
      const missed = isBegun ? await this.readMissed(symbol, companion.newestAt, candle.openTime) : [];
      for (const each of missed) companion.push(each);
      companion.push(candle);
    }
    const waiting = this.waiting;
    this.waiting = [];
    for (const look of waiting) look();
  }

  /** Unset when there is nothing to wait for: there is no companion, or it is as far as `openTime`. */
  ready(symbol: string, openTime: number): Promise<void> | undefined {
    const companion = this.bySymbol.get(symbol);
    return companion === undefined || companion.newestAt >= openTime
      ? undefined
      : this.arrival(companion, openTime);
  }

  /** Resolves when the companion is as far as `openTime`, or was waited for long enough. */
  private async arrival(companion: CompanionCandles, openTime: number): Promise<void> {
    const given = new AbortController();
    const patience = pause(this.patienceMs, undefined, { signal: given.signal, ref: false }).catch(
      () => undefined,
    );
    const arrival = (async () => {
      while (companion.newestAt < openTime && !given.signal.aborted)
        await new Promise<void>((resolve) => this.waiting.push(resolve));
    })();
    await Promise.race([patience, arrival]);
    given.abort();
  }
}
