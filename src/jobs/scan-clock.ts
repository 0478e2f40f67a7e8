import { scanSchedules, scanStartsAt } from "../engine/scan/scan-schedules.ts";
import { inOrderOfProposal } from "../engine/scan/standing-setups.ts";
import type { VersionedSettings } from "../engine/settings/settings.ts";
import type { DeskContext } from "./desk-context.ts";
import type { JobPayloads } from "./job-kinds.ts";
import type { JobQueues } from "./job-queues.ts";
import type { Scans } from "./scans.ts";
import { takeSignals } from "./signal-intake.ts";

/** Later than this the moment of a scan has passed, such as after the machine slept. */
const LATE_MS = 10 * 60_000;

export interface ScanClockParts {
  readonly context: DeskContext;
  readonly scans: Scans;
  readonly queues: Pick<JobQueues, "schedule" | "enqueue">;
  /** The symbols of a watchlist. */
  readonly symbolsOf: (watchlist: string, settings: VersionedSettings["settings"]) => readonly string[];
}

/** Scans by the clock: keeps the job schedulers as the settings want them, and turns what is found into proposals. */
export class ScanClock {
  private readonly parts: ScanClockParts;
  private version: number | undefined;

  constructor(parts: ScanClockParts) {
    this.parts = parts;
  }

  /** Brings the schedulers in line with the settings; does nothing while those have not changed. */
  async sync(): Promise<void> {
    const { context, queues } = this.parts;
    const { settings, version } = await context.settings.current();
    if (version === this.version) return;
    const jobs = scanSchedules(settings).map(({ id, cron, timeZone }) => ({
      id,
      cron,
      timeZone,
      payload: { schedule: id },
    }));
    await queues.schedule("start-scan", jobs);
    this.version = version;
  }

  /** No scans by the clock: the market's time is not the machine's, or the desk is only rehearsed. */
  async stop(): Promise<void> {
    await this.parts.queues.schedule("start-scan", []);
  }

  /** Starts a scan whose time has come. One before a kill zone waits for its exact moment first. */
  async start({ schedule: id, waited = false }: JobPayloads["start-scan"]): Promise<void> {
    const { context, scans, symbolsOf } = this.parts;
    const { settings } = await context.settings.current();
    const schedule = scanSchedules(settings).find((each) => each.id === id);
    if (schedule === undefined) return;
    if (schedule.killZone !== undefined && !waited && (await this.waits(id, schedule.killZone))) return;
    const symbols = symbolsOf(schedule.watchlist, settings);
    if (symbols.length === 0) return;
    const report = await scans.begin({ symbols, timeframes: schedule.timeframes, askedBy: "clock" }).done;
    const found = report.rows.map(({ signal }) => signal);
    await takeSignals(context, inOrderOfProposal(found, settings.signals.minScore));
    const { scanned, failed, elapsedMs } = report;
    context.log.info({ schedule: id, scanned, failed, elapsedMs, found: report.rows.length }, "scanned");
  }

  /** True when the scan before a kill zone is not due: it comes again at its moment, or not at all. */
  private async waits(schedule: string, killZone: string): Promise<boolean> {
    const { context, queues } = this.parts;
    const { settings } = await context.settings.current();
    const now = context.clock.now();
    const { preAlertMinutes } = settings.scans;
    const at = scanStartsAt(killZone, preAlertMinutes, settings.detectors.session, now, context.timeZones);
    if (at === undefined) return true;
    const dueIn = at - now;
    // Asked again long after its moment the next opening is tomorrow's, which has a job of its own.
    if (dueIn > 3 * 3_600_000 || dueIn < -LATE_MS) return true;
    if (dueIn <= 0) return false;
    await queues.enqueue("start-scan", { schedule, waited: true }, dueIn);
    return true;
  }
}
