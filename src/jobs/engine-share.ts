import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { DeskError } from "../engine/errors.ts";
import type { LeaseGrant, SymbolLeases } from "../engine/ports/symbol-leases.ts";
import type { DeskContext } from "./desk-context.ts";
import type { LiveEngine } from "./live-engine.ts";

/** An engine that has not asked for this long is dead; another takes over at its next question. */
const LEASE_MS = 6000;
const RENEW_EVERY_MS = 1500;

export interface EngineShareOptions {
  readonly leases: SymbolLeases;
  readonly engine: Pick<LiveEngine, "follow" | "ended" | "stop">;
  /** Everything that the desk follows, over all its engines. */
  readonly symbols: () => readonly string[];
  /** Runs once, when this engine becomes the one that works the orders, before it follows anything as such. */
  readonly onLead: () => Promise<void>;
  /** The paper exchange fills from the prices of every symbol. */
  readonly leaderWatchesAll: boolean;
  readonly log: DeskContext["log"];
}

/** One engine of several: follows the symbols that it holds leases of, and leads when nobody else does. */
export class EngineShare {
  readonly engineId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  private readonly options: EngineShareOptions;
  private leads = false;
  private applied = "";

  constructor(options: EngineShareOptions) {
    this.options = options;
  }

  /**
   * Runs until `stop` aborts. Rejects when a stream broke, and with `DeskError` `lease-lost` when another engine
   * leads in the place of this one: its account and its orders are not this one's any more.
   */
  async run(stop: AbortSignal): Promise<void> {
    const { engine, leases } = this.options;
    try {
      await Promise.race([this.keepAsking(stop), engine.ended()]);
    } finally {
      await engine.stop();
      await leases.release(this.engineId).catch((error: unknown) => this.warn(error));
    }
  }

  /** Leases are renewed on time also while hundreds of symbols warm up. */
  private async keepAsking(stop: AbortSignal): Promise<void> {
    let applying: Promise<void> | undefined;
    let failure: unknown;
    while (!stop.aborted) {
      const grant = await this.ask();
      if (failure !== undefined) throw failure;
      if (grant !== undefined && this.leads && !grant.leads) throw new DeskError("lease-lost");
      if (grant !== undefined && applying === undefined) {
        applying = this.apply(grant)
          .catch((error: unknown) => {
            failure = error;
          })
          .finally(() => {
            applying = undefined;
          });
      }
      await pause(RENEW_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
    }
    await applying;
  }

  /** Nothing when Redis did not answer: the next question decides. */
  private async ask(): Promise<LeaseGrant | undefined> {
    const { leases, symbols } = this.options;
    try {
      return await leases.renew(this.engineId, symbols(), LEASE_MS);
    } catch (error) {
      this.warn(error);
      return undefined;
    }
  }

  private async apply(grant: LeaseGrant): Promise<void> {
    const { engine, leaderWatchesAll, log, onLead, symbols } = this.options;
    const watched = grant.leads && leaderWatchesAll ? symbols() : grant.symbols;
    const wanted = JSON.stringify([grant, watched]);
    if (wanted === this.applied) return;
    if (grant.leads && !this.leads) {
      this.leads = true;
      await onLead();
    }
    log.info({ engine: this.engineId, symbols: grant.symbols.length, leads: grant.leads }, "leases changed");
    await engine.follow({ judged: grant.symbols, watched });
    this.applied = wanted;
  }

  private warn(error: unknown): void {
    this.options.log.warn({ err: error }, "leases");
  }
}
