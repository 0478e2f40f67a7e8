import { killZoneStates } from "../engine/clock/kill-zones.ts";
import type { DeskContext } from "./desk-context.ts";

/** Says once when a kill zone opens, whoever restarts in between. */
export class SessionAlerts {
  private readonly context: DeskContext;
  private nextChangeAt = 0;
  /** Of the settings that `nextChangeAt` was worked out with. */
  private settingsVersion = -1;

  constructor(context: DeskContext) {
    this.context = context;
  }

  async onTime(now: number): Promise<void> {
    const { settings, version } = await this.context.settings.current();
    if (now < this.nextChangeAt && version === this.settingsVersion) return;
    this.settingsVersion = version;
    const states = killZoneStates(now, settings.detectors.session, this.context.timeZones);
    this.nextChangeAt = Math.min(...states.map((state) => (state.open ? state.closesAt : state.opensAt)));
    if (!settings.sessions.alerts) return;
    for (const state of states) {
      if (state.open) await this.announce(state.name, state.opensAt, state.closesAt);
    }
  }

  private async announce(name: string, opensAt: number, closesAt: number): Promise<void> {
    const mark = `session-announced-${name}`;
    if ((await this.context.ledger.readMark(mark)) === String(opensAt)) return;
    await this.context.ledger.post(
      `session-${name}-${opensAt}`,
      { key: "notice-session-opened", args: { name, closesAt }, silent: true },
      this.context.clock.now(),
    );
    await this.context.ledger.writeMark(mark, String(opensAt));
    await this.context.queues.enqueue("deliver-outbox", {});
  }
}
