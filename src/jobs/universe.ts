import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Instrument } from "../engine/instrument.ts";
import type { Clock, MarketData } from "../engine/ports.ts";
import type { Settings } from "../engine/settings/settings.ts";
import { chooseSymbols } from "../engine/universe/choose-symbols.ts";
import type { DeskContext } from "./desk-context.ts";

const LOOK_EVERY_MS = 5000;
const DAY_MS = 86_400_000;
const NAMED = 10;
const MARK = "listed-symbols";
const listSchema = z.array(z.string());

export interface UniverseParts {
  readonly context: DeskContext;
  readonly market: Pick<MarketData, "instruments" | "tickers">;
  /** Followed whatever the rules say: those of the configuration. */
  readonly fixed: readonly string[];
  /** The same map that the context shows to everybody. */
  readonly instruments: Map<string, Instrument>;
  /** Told when other symbols are to be followed. */
  readonly onChange: (symbols: readonly string[]) => Promise<void>;
  readonly wall: Clock;
}

/** Which symbols the desk follows: looked at once a day and whenever the rules change. */
export class Universe {
  private readonly parts: UniverseParts;
  private rules = "";
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: UniverseParts) {
    this.parts = parts;
  }

  /** Looks again and again until `stop` aborts. A market that cannot be read changes nothing. */
  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await this.lookIfDue();
      } catch (error) {
        this.parts.context.log.warn({ err: error }, "the list of symbols could not be read");
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
    }
  }

  /** Looks when a day has passed or the rules are others. A failed look is due again. */
  async lookIfDue(): Promise<void> {
    const { context, wall } = this.parts;
    const { settings } = await context.settings.current();
    const { watchlists, ...rules } = settings.universe;
    const wanted = JSON.stringify(rules);
    if (wanted === this.rules && wall.now() - this.lookedAt < DAY_MS) return;
    await this.look(settings);
    this.rules = wanted;
    this.lookedAt = wall.now();
  }

  private async look(settings: Settings): Promise<void> {
    const { market, fixed, instruments, onChange } = this.parts;
    const listed = new Map((await market.instruments()).map((each) => [each.symbol, each]));
    await this.tellChanges([...listed.keys()]);
    const tickers = settings.universe.fromExchange ? ((await market.tickers?.()) ?? []) : [];
    const chosen = chooseSymbols(settings.universe, tickers);
    const held = await this.heldSymbols();
    const followed = new Set([...fixed, ...held, ...chosen].filter((symbol) => listed.has(symbol)));
    // What has an open trade keeps its rules, also when the exchange does not list it any more.
    for (const symbol of [...instruments.keys()]) {
      if (!followed.has(symbol) && !held.includes(symbol)) instruments.delete(symbol);
    }
    const before = instruments.size;
    for (const symbol of followed) {
      const instrument = listed.get(symbol);
      if (instrument) instruments.set(symbol, instrument);
    }
    this.parts.context.log.debug({ before, now: instruments.size }, "symbols looked at");
    await onChange([...instruments.keys()]);
  }

  private async heldSymbols(): Promise<readonly string[]> {
    const { ledger } = this.parts.context;
    const states = [
      "proposed",
      "approved",
      "submitting",
      "working",
      "partially-filled",
      "open",
      "closing",
      "unknown",
    ];
    const trades = await ledger.inState(states as Parameters<typeof ledger.inState>[0]);
    return trades.map(({ plan }) => plan.symbol);
  }

  /** Says once for the whole desk what the exchange lists anew and what it does not list any more. */
  private async tellChanges(now: readonly string[]): Promise<void> {
    const { ledger, clock, queues } = this.parts.context;
    const text = JSON.stringify([...now].sort());
    const known = await ledger.readMark(MARK);
    if (known === text) return;
    await ledger.writeMark(MARK, text);
    if (known === undefined) return;
    const before = listSchema.parse(JSON.parse(known));
    const changes = [
      ["notice-symbols-listed", now.filter((symbol) => !before.includes(symbol))],
      ["notice-symbols-delisted", before.filter((symbol) => !now.includes(symbol))],
    ] as const;
    for (const [key, symbols] of changes) {
      if (symbols.length === 0) continue;
      const args = { count: symbols.length, symbols: symbols.slice(0, NAMED).join(", ") };
      await ledger.post(`${key}-${symbols.join(" ")}`, { key, args, silent: true }, clock.now());
    }
    await queues.enqueue("deliver-outbox", {});
  }
}
