import type { Logger } from "pino";
import type { Texts } from "../../bot/texts.ts";
import type { DeskContext } from "../../jobs/desk-context.ts";
import type { EmulatorProcess } from "./emulator-process.ts";
import type { FaultDesk } from "./fault-desk.ts";
import type { RunFindings } from "./fault-report.ts";
import type { ExchangeWay } from "./fault-venue.ts";
import type { Stall } from "./life.ts";
import type { MovedClock } from "./moved-clock.ts";
import type { RedisServer } from "./redis-faults.ts";
import type { ScenarioName } from "./scenarios.ts";
import type { ShownCards } from "./screen.ts";

export interface RunOptions {
  readonly seed: number;
  readonly only?: ScenarioName | undefined;
  readonly redis: RedisServer;
  readonly texts: Texts;
  readonly charts: DeskContext["charts"];
  readonly log: Logger;
  /** The run trades at the emulated exchange of this process; unset, at the fill model of the paper account. */
  readonly emulator?: EmulatorProcess | undefined;
  /** Starts a desk as a process of its own; unset, the desk lives and dies inside of this process. */
  readonly spawn?: SpawnDesk | undefined;
}

/** What a desk needs of its world. */
export interface DeskWorld {
  readonly instance: string;
  readonly clock: MovedClock;
  readonly way: ExchangeWay;
  /** Outlives the desk and its Redis. */
  readonly anchorPath: string;
  readonly screen: ShownCards;
  readonly onApproved: (tradeId: string) => void;
  /** Hears every stop that a person was told was moved. */
  readonly onStopMoved: (tradeId: string, stop: string) => void;
  /** The desk's process is blocked at this crossing of its first life, for as long as the promise takes. */
  readonly stall?: Stall | undefined;
}

/** Rejects when the desk refuses to start, or cannot. */
export type SpawnDesk = (world: DeskWorld, cutAt: number | undefined) => Promise<LivingDesk>;

/** A desk with the promise of its death. */
export interface LivingDesk {
  readonly desk: FaultDesk;
  readonly cut: Promise<string>;
}

export interface RunOutcome {
  readonly scenario: ScenarioName;
  readonly findings: RunFindings;
  readonly details: readonly string[];
  readonly kills: number;
  readonly entries: number;
  readonly fills: number;
}
