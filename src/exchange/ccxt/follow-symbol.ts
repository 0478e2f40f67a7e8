import type { Candle } from "../../engine/candles/candle.ts";
import { DeskError } from "../../engine/errors.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { MarketEvent } from "../../engine/ports/market-data.ts";
import type { Wait } from "../wait.ts";
import type { CandleJudge } from "./candle-judge.ts";
import type { LiveNews, LiveRows } from "./live-rows.ts";
import { deskErrorOnly } from "./market-fault.ts";
import type { MinuteProof } from "./minute-proof.ts";
import { MINUTE_MS, type MinuteTape } from "./minute-tape.ts";
import { createRetryPause } from "./retry-pause.ts";

export interface FollowedSymbol {
  readonly symbol: string;
  /** The desk's time, for prices. */
  readonly clock: Clock;
  /** The exchange's time, for candles. */
  readonly time: Clock;
  readonly wait: Wait;
  readonly tape: MinuteTape;
  readonly proof: MinuteProof;
  readonly judge: CandleJudge;
  readonly rows: LiveRows;
  /** The exchange's own closed minutes from `sinceMs`; throws `DeskError`. */
  readonly stored: (sinceMs: number, limit: number) => Promise<Candle[]>;
  readonly handle: (event: MarketEvent) => Promise<void>;
  readonly onFault: (fault: DeskError) => void;
}

/**
 * Follows one symbol until `stop`: prices as the stream tells them; every closed minute exactly once and in
 * order. What a lost, late or silent stream misses is read from the exchange before anything later is told; what
 * the stream alone told is compared with the exchange afterwards.
 */
export async function followSymbol(followed: FollowedSymbol, stop: AbortSignal): Promise<void> {
  const { symbol, clock, time, tape, rows, handle } = followed;
  const alarmAt = createAlarm(followed.wait, time, stop);
  const pause = createRetryPause();
  let notBefore = 0;
  while (!stop.aborted) {
    const woken = await Promise.race([rows.ready(), alarmAt(Math.max(tape.dueAt(), notBefore))]);
    if (woken === "alarm") rows.checkSilence();
    const price = observe(followed, rows.take());
    const until = tape.closedUntil(time.now());
    if (until > tape.nextOpen() && time.now() >= notBefore) {
      const fault = await tellClosed(followed, until, stop);
      if (tape.nextOpen() >= until) pause.reset();
      else notBefore = time.now() + pause.next(fault?.retryAfterMs);
    }
    if (price !== undefined && !stop.aborted) await handle({ type: "price", symbol, price, at: clock.now() });
  }
}

/** Notes what the stream says; gives the price if it is newer than what was known. */
function observe({ judge, tape, time }: FollowedSymbol, news: LiveNews): number | undefined {
  if (news.resumed) tape.interrupted();
  let price: number | undefined;
  for (const { row, heardAtMs } of news.rows) {
    const candle = judge.accept(row, "stream", time.now());
    if (candle && tape.observe(candle, heardAtMs)) price = candle.close;
  }
  return price;
}

/** Tells the minutes before `until` that can be told; the fault if the exchange had to be read and could not. */
async function tellClosed(
  followed: FollowedSymbol,
  until: number,
  stop: AbortSignal,
): Promise<DeskError | undefined> {
  const { symbol, tape, proof, handle } = followed;
  const { candles, fault } = await closedMinutes(followed, until);
  for (const candle of candles) {
    if (stop.aborted) break;
    await handle({ type: "candle", symbol, candle });
    tape.delivered(candle);
    proof.told(candle);
  }
  return fault;
}

/** From the stream alone when it showed every minute to its end; else as the exchange stored them. */
async function closedMinutes(
  { tape, stored, onFault }: FollowedSymbol,
  until: number,
): Promise<{ readonly candles: readonly Candle[]; readonly fault?: DeskError }> {
  const streamed = tape.followed(until);
  if (streamed) return { candles: streamed };
  const limit = (until - tape.nextOpen()) / MINUTE_MS;
  const known = await stored(tape.nextOpen(), limit).catch(deskErrorOnly);
  if (!(known instanceof DeskError)) return { candles: tape.closed(known, until) };
  onFault(known);
  return { candles: tape.closed(undefined, until), fault: known };
}

/** One running wait for each time that is asked for, however often it is asked. */
function createAlarm(wait: Wait, time: Clock, stop: AbortSignal): (dueMs: number) => Promise<"alarm"> {
  let set: { readonly dueMs: number; readonly rings: Promise<"alarm"> } | undefined;
  return (dueMs) => {
    if (set?.dueMs !== dueMs) {
      const rings = wait(Math.max(0, dueMs - time.now()), stop).then(() => {
        if (set?.dueMs === dueMs) set = undefined;
        return "alarm" as const;
      });
      set = { dueMs, rings };
    }
    return set.rings;
  };
}
