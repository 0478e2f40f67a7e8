import type { Logger } from "pino";
import type { ChartStudio } from "../charts/chart-renderer.ts";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import type { TimeZones } from "../engine/clock/time-zone.ts";
import type { Instrument } from "../engine/instrument.ts";
import type { MarketSource } from "../engine/ports/control.ts";
import type { WritePhrase } from "../engine/ports/phrases.ts";
import type { CandleStore, Clock, Exchange, Ledger, SettingsStore } from "../engine/ports.ts";
import type { JobQueues } from "./job-queues.ts";

/** What every part of the application layer works with. Built once by `app.ts`. */
export interface DeskContext {
  /** Names this desk in order ids and keys. */
  readonly instance: string;
  readonly mode: "paper" | "live";
  readonly market: MarketSource;
  readonly baseTimeframe: Timeframe;
  /** IANA zone of the times in charts that go to every chat, and the language of their words. */
  readonly timeZone: string;
  readonly locale: string;
  readonly writePhrase: WritePhrase;
  /** Every zone that was needed so far, with its clock changes. */
  readonly timeZones: TimeZones;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly exchange: Exchange;
  readonly candles: CandleStore;
  /** Distance of bid and ask now, in price; unset for a market without a book. Rejects with `DeskError`. */
  readonly spread?: (symbol: string) => Promise<number | undefined>;
  readonly settings: SettingsStore;
  /** The person behind a user id, where one has several. Unset: each is a person of its own. */
  readonly personOf?: (userId: string) => string;
  readonly charts: Pick<ChartStudio, "render">;
  readonly queues: Pick<JobQueues, "enqueue" | "enqueueAndWait" | "ask" | "idle">;
  readonly log: Logger;
}
