import type { ActOutcome, PauseState } from "../engine/ports/control.ts";
import { closeTrade } from "../engine/trade/decide.ts";
import type { Actor, CloseReason, Trade } from "../engine/trade/trade.ts";
import { isLive } from "../engine/trade/trade-facts.ts";
import { LIVE_STATES } from "./account-view.ts";
import { commitAct, unchanged } from "./commit-act.ts";
import type { DeskContext } from "./desk-context.ts";
import { forgiveDrawdown } from "./drawdown.ts";
import { readPause, writePause } from "./pause.ts";

/** What a person does to the desk as a whole: closing, pausing, the kill switch. */
export class DeskWideActs {
  private readonly context: DeskContext;

  constructor(context: DeskContext) {
    this.context = context;
  }

  async close(tradeId: string, by: Actor): Promise<ActOutcome> {
    return this.beginClosing(tradeId, "manual", by);
  }

  async closeAll(by: Actor): Promise<readonly Trade[]> {
    return this.closeEvery("manual", by);
  }

  async pause(minutes: number | undefined, reason: string | undefined, by: Actor): Promise<PauseState> {
    const since = this.context.clock.now();
    const pause: PauseState = {
      since,
      by,
      ...(minutes !== undefined && { until: since + minutes * 60_000 }),
      ...(reason !== undefined && { reason }),
    };
    await writePause(this.context, { ...pause, isPanic: false });
    await this.tellEveryone("notice-paused", by);
    return pause;
  }

  async resume(by: Actor, since?: number): Promise<boolean> {
    const paused = await readPause(this.context);
    if (since !== undefined && paused?.since !== since) return false;
    await writePause(this.context, undefined);
    const forgiven = await forgiveDrawdown(this.context);
    const isChanged = paused !== undefined || forgiven;
    if (isChanged) await this.tellEveryone("notice-resumed", by);
    return isChanged;
  }

  async panic(by: Actor): Promise<readonly Trade[]> {
    await writePause(this.context, { since: this.context.clock.now(), by, reason: "panic", isPanic: true });
    await this.tellEveryone("notice-panic", by);
    return this.closeEvery("panic", by);
  }

  private async beginClosing(tradeId: string, reason: CloseReason, by: Actor): Promise<ActOutcome> {
    return commitAct(this.context, tradeId, `close-${tradeId}`, (trade, desk) =>
      isLive(trade.state) && trade.closing === undefined
        ? closeTrade(trade, reason, desk, by)
        : unchanged(trade),
    );
  }

  private async closeEvery(reason: CloseReason, by: Actor): Promise<readonly Trade[]> {
    const closing: Trade[] = [];
    for (const trade of await this.context.ledger.inState(LIVE_STATES)) {
      const outcome = await this.beginClosing(trade.id, reason, by);
      if (outcome.status === "done") closing.push(outcome.trade);
    }
    return closing;
  }

  /** What one person did to the whole desk, in every chat. */
  private async tellEveryone(key: string, by: Actor): Promise<void> {
    const { ledger, queues, clock } = this.context;
    const now = clock.now();
    await ledger.post(`${key}-${now}`, { key, args: { name: by.name }, silent: key !== "notice-panic" }, now);
    await queues.enqueue("deliver-outbox", {});
  }
}
