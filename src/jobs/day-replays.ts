import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { timeframeMs } from "../engine/candles/timeframe.ts";
import { DeskError } from "../engine/errors.ts";
import { candlesKnownAt, type DayCandles, playedUntil, signalsOfDay } from "../engine/model/replay-day.ts";
import type { ChatAddress } from "../engine/ports/chat.ts";
import type { DayReplayReport, ReplayedSetup, ReplayStart } from "../engine/ports/day-replay.ts";
import type { Chat, MarketData, MessageRef } from "../engine/ports.ts";
import type { Signal } from "../engine/signal.ts";
import { shadowOf } from "../engine/trade/shadow.ts";
import { companionOf } from "./companions.ts";
import { readDay } from "./day-candles.ts";
import type { DeskContext } from "./desk-context.ts";
import { drawPicture } from "./pictures/draw-picture.ts";
import { everyone } from "./pictures/easel.ts";
import { usableTimeframes } from "./warm-models.ts";

const DAY_MS = 86_400_000;
/** A day is played in so many steps. */
const STEPS = 48;
/** Chats allow about one message a second. */
const STEP_MS = 1200;
/** More would bury the chat; the best of the day are shown. */
const SHOWN_SETUPS = 20;
/** How often a message that has to wait for its turn is tried. */
const MAX_TRIES = 5;

export interface DayReplayParts {
  readonly market: Pick<MarketData, "history">;
  readonly stepMs?: number;
}

interface Run {
  readonly id: string;
  readonly symbol: string;
  readonly date: string;
  readonly from: number;
  readonly until: number;
  readonly candles: DayCandles;
  /** What is shown, in the order of time. */
  readonly signals: readonly Signal[];
  readonly leftOut: number;
  readonly missingCompanion?: string;
  isStopped: boolean;
}

/** A setup in the chat: its message and what was shown of it last. */
interface Shown {
  readonly ref: MessageRef;
  readonly outcome: ReplayedSetup["shadow"]["outcome"];
}

/**
 * Plays a past day in the chat that asked for it: one message that follows the clock, and one with a chart for each
 * setup, redrawn when stop or target ended it. It trades nothing and stores nothing.
 */
export class DayReplays {
  private readonly context: DeskContext;
  private readonly parts: DayReplayParts;
  private readonly running = new Map<string, Run>();
  /** Chats in which a day is played or about to be. */
  private readonly busy = new Set<string>();
  private chats: readonly Chat[] = [];

  constructor(context: DeskContext, parts: DayReplayParts) {
    this.context = context;
    this.parts = parts;
  }

  /** The chats that this process serves; they are built after those who talk to them. */
  serve(chats: readonly Chat[]): void {
    this.chats = chats;
  }

  /** `date` is `YYYY-MM-DD`, a day of the zone of the kill zones. Throws `DeskError` when the market cannot be read. */
  async begin(symbol: string, date: string, address: ChatAddress): Promise<ReplayStart> {
    const chat = this.chats.find(({ platform }) => platform === address.platform);
    const place = `${address.platform} ${address.chatId}`;
    if (chat === undefined || this.busy.has(place)) return "busy";
    this.busy.add(place);
    const run = await this.prepared(symbol, date).catch((error: unknown) => {
      this.busy.delete(place);
      throw error;
    });
    if (typeof run === "string") {
      this.busy.delete(place);
      return run;
    }
    this.running.set(run.id, run);
    void this.play(run, chat, address.chatId).finally(() => {
      this.running.delete(run.id);
      this.busy.delete(place);
    });
    return "begun";
  }

  /** `false` when it does not run (any more). */
  stop(replayId: string): boolean {
    const run = this.running.get(replayId);
    if (run === undefined || run.isStopped) return false;
    run.isStopped = true;
    return true;
  }

  private async prepared(symbol: string, date: string): Promise<Run | "no-candles" | "not-yet"> {
    const { context, parts } = this;
    const { baseTimeframe, timeZones } = context;
    const { settings } = await context.settings.current();
    const zone = timeZones.zone(settings.detectors.session.timezone);
    const midnight = Date.parse(`${date}T00:00:00Z`);
    const [from, until] = [zone.instantOf(midnight), zone.instantOf(midnight + DAY_MS)];
    if (from >= context.clock.now()) return "not-yet";
    const timeframes = usableTimeframes(settings.signals.timeframes, baseTimeframe);
    const read = (name: string) => readDay(parts.market, name, baseTimeframe, timeframes, { from, until });
    const candles = await read(symbol);
    const first = candles.played[0];
    if (first === undefined || first.openTime >= until) return "no-candles";
    const other = companionOf(context, settings, symbol);
    const companion = other === undefined ? undefined : await readCompanion(other, read);
    const rules = { symbol, timeframes, settings, timeZones, ...(companion && { companion }) };
    const signals = signalsOfDay(candles, until, rules);
    const best = [...signals].sort((one, other) => other.score - one.score).slice(0, SHOWN_SETUPS);
    return {
      id: randomUUID().slice(0, 8),
      symbol,
      date,
      from,
      until,
      candles,
      signals: signals.filter((signal) => best.includes(signal)),
      leftOut: signals.length - best.length,
      ...(other !== undefined && companion === undefined && { missingCompanion: other }),
      isStopped: false,
    };
  }

  /** A chat that cannot be reached ends it: nothing hangs on a replay. */
  private async play(run: Run, chat: Chat, chatId: string): Promise<void> {
    const shown = new Map<string, Shown>();
    try {
      const clock = await chat.send(chatId, message(reportOf(run, run.from, "running")));
      for (let step = 1; step <= STEPS && !run.isStopped; step += 1) {
        await pause(this.parts.stepMs ?? STEP_MS);
        const at = run.from + Math.round((step * (run.until - run.from)) / STEPS);
        await this.show(run, at, chat, chatId, shown);
        await this.tick(chat, clock, reportOf(run, at, "running"));
      }
      const end = run.isStopped ? undefined : afterAll(run);
      if (end !== undefined) await this.show(run, end, chat, chatId, shown);
      const last = reportOf(run, end ?? run.until, end === undefined ? "stopped" : "done");
      await this.inTurn(() => chat.edit(clock, message(last)));
    } catch (error) {
      this.context.log.warn({ err: error, replay: run.id }, "a replay could not be shown");
    }
  }

  /** A lost step of the clock is nothing. */
  private async tick(chat: Chat, clock: MessageRef, report: DayReplayReport): Promise<void> {
    try {
      await chat.edit(clock, message(report));
    } catch (error) {
      this.context.log.debug({ err: error, replay: report.id }, "a step of a replay not shown");
    }
  }

  /** A chat that asks for patience gets it; the day waits. */
  private async inTurn<T>(call: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await call();
      } catch (error) {
        const waitMs = error instanceof DeskError ? error.retryAfterMs : undefined;
        if (waitMs === undefined || tries === MAX_TRIES) throw error;
        await pause(waitMs);
      }
    }
  }

  /** Posts the setups that are new at `at` and redraws those that ended since. */
  private async show(
    run: Run,
    at: number,
    chat: Chat,
    chatId: string,
    shown: Map<string, Shown>,
  ): Promise<void> {
    for (const setup of setupsAt(run, at)) {
      const { outcome } = setup.shadow;
      const known = shown.get(setup.signal.id);
      if (known?.outcome === outcome) continue;
      const message = await this.setupMessage(run, setup, known === undefined ? setup.signal.knownAt : at);
      const ref = known?.ref ?? (await this.inTurn(() => chat.send(chatId, message)));
      if (known !== undefined) await this.inTurn(() => chat.edit(ref, message));
      shown.set(setup.signal.id, { ref, outcome });
    }
  }

  private async setupMessage(run: Run, setup: ReplayedSetup, at: number) {
    const { signal } = setup;
    const candles = candlesKnownAt(run.candles, signal.timeframe, at);
    const wish = { kind: "replayed-setup", signal, candles } as const;
    const image = await drawPicture(this.context, wish, everyone(this.context));
    return { content: { kind: "replayed-setup", setup }, silent: true, ...(image && { image }) } as const;
  }
}

/** As a scan, a day is played without a companion that cannot be read. */
async function readCompanion(symbol: string, read: (symbol: string) => Promise<DayCandles>) {
  try {
    return { symbol, candles: await read(symbol) };
  } catch (error) {
    if (error instanceof DeskError) return undefined;
    throw error;
  }
}

function message(report: DayReplayReport) {
  return { content: { kind: "replay", report }, silent: true } as const;
}

function reportOf(run: Run, at: number, status: DayReplayReport["status"]): DayReplayReport {
  const { id, symbol, date, from, until, leftOut, missingCompanion } = run;
  return {
    id,
    symbol,
    date,
    from,
    until,
    at: Math.min(at, until),
    status,
    setups: setupsAt(run, at),
    leftOut,
    ...(missingCompanion !== undefined && { missingCompanion }),
  };
}

function setupsAt({ signals, candles }: Run, at: number): readonly ReplayedSetup[] {
  const known = playedUntil(candles, at);
  return signals
    .filter(({ knownAt }) => knownAt <= at)
    .map((signal) => ({ signal, shadow: shadowOf(signal, known) }));
}

/** Close of the last candle that was read. */
function afterAll({ candles, until }: Run): number {
  const last = candles.played.at(-1);
  return last === undefined ? until : last.openTime + timeframeMs(candles.baseTimeframe);
}
