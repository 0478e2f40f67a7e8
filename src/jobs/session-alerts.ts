import { killZoneStates } from "../engine/clock/kill-zones.ts";
import type { WindowState } from "../engine/clock/windows.ts";
import type { NoticeContent } from "../engine/ports/chat.ts";
import type { DeskContext } from "./desk-context.ts";
import { sessionBrief, tradingSymbols } from "./session-brief.ts";

const MINUTE_MS = 60_000;
/** An opening or a closing that was missed is not told after this. */
const STALE_MS = 30 * MINUTE_MS;

/**
 * Says once that a kill zone opens soon, that it opened and how it went, whoever restarts in between and however
 * many engines run. A zone in which nothing that the desk follows trades, such as a currency's weekend, stays silent.
 */
export class SessionAlerts {
  private readonly context: DeskContext;
  private lookedAt: number | undefined;

  constructor(context: DeskContext) {
    this.context = context;
  }

  async onTime(now: number): Promise<void> {
    const before = this.lookedAt ?? now - STALE_MS;
    if (now <= before) return;
    this.lookedAt = now;
    const { settings } = await this.context.settings.current();
    if (!settings.sessions.alerts) return;
    const { session } = settings.detectors;
    const leadMs = settings.scans.preAlertMinutes * MINUTE_MS;
    const since = Math.max(before, now - STALE_MS);
    const statesAt = (at: number) => killZoneStates(at, session, this.context.timeZones);
    const isDue = (at: number) => at > since && at <= now;
    // A zone that has just closed is the one that was open a moment before.
    for (const state of statesAt(since)) if (state.open && isDue(state.closesAt)) await this.close(state);
    for (const state of statesAt(now)) {
      if (state.open && isDue(state.opensAt)) await this.open(state);
      else if (!state.open && leadMs > 0 && isDue(state.opensAt - leadMs)) await this.announce(state);
    }
  }

  private async announce(state: WindowState): Promise<void> {
    const { name, opensAt } = state;
    await this.tell("soon", state, async () => ({
      key: "notice-session-soon",
      args: { name, opensAt },
      silent: true,
    }));
  }

  private async open(state: WindowState): Promise<void> {
    const { name, closesAt } = state;
    await this.tell("opened", state, async () => ({
      key: "notice-session-opened",
      args: { name, closesAt },
      silent: true,
      brief: await sessionBrief(this.context, state, "opened"),
      picture: { kind: "session-brief", zone: name, opensAt: state.opensAt },
    }));
  }

  private async close(state: WindowState): Promise<void> {
    const { name } = state;
    await this.tell("closed", state, async () => ({
      key: "notice-session-closed",
      args: { name },
      silent: true,
      brief: await sessionBrief(this.context, state, "closed"),
    }));
  }

  private async tell(
    what: string,
    { name, opensAt }: WindowState,
    notice: () => Promise<NoticeContent>,
  ): Promise<void> {
    const { ledger, queues, clock } = this.context;
    if (tradingSymbols(this.context, opensAt).length === 0) return;
    const mark = `session-${what}-${name}`;
    if ((await ledger.readMark(mark)) === String(opensAt)) return;
    await ledger.post(`session-${what}-${name}-${opensAt}`, await notice(), clock.now());
    await ledger.writeMark(mark, String(opensAt));
    await queues.enqueue("deliver-outbox", {});
  }
}
