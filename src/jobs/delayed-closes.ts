import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../engine/ports/clock.ts";
import type { DelayedClose } from "../engine/ports/control.ts";
import type { Actor } from "../engine/trade/trade.ts";
import { LIVE_STATES } from "./account-view.ts";
import type { DeskContext } from "./desk-context.ts";
import { DeskWideActs } from "./desk-wide-acts.ts";

const MARK = "close-all";
/** Long enough to see what was tapped and to take it back. */
const DELAY_MS = 5000;

const recordSchema = z.strictObject({
  id: z.string(),
  /** Epoch ms on the machine's clock: a person's patience does not run in market time. */
  dueAt: z.number(),
  by: z.strictObject({ userId: z.string(), name: z.string() }),
  /** Fixed when it was asked for: what is entered later was not meant. */
  tradeIds: z.array(z.string()),
  begun: z.boolean(),
});

type Record = z.output<typeof recordSchema>;

/**
 * Closing everything after a few seconds in which it can be taken back. The wish is a record in the ledger and
 * moves by compare-and-set: taken back or begun, never both. Who carries it out may be killed at any moment; the
 * next run goes on, and each trade is closed once, because that is one operation of its own.
 */
export class DelayedCloses {
  private readonly context: DeskContext;
  private readonly wall: Clock;
  private readonly acts: DeskWideActs;

  constructor(context: DeskContext, wall: Clock) {
    this.context = context;
    this.wall = wall;
    this.acts = new DeskWideActs(context);
  }

  /** One that stands already is not asked for again: the answer is that one. */
  async ask(by: Actor): Promise<DelayedClose> {
    const { ledger, queues } = this.context;
    const standing = await this.standing();
    if (standing.record !== undefined) return answerOf(standing.record);
    const trades = await ledger.inState(LIVE_STATES);
    const tradeIds = trades.filter(({ closing }) => closing === undefined).map(({ id }) => id);
    const dueAt = this.wall.now() + DELAY_MS;
    const record: Record = { id: randomUUID(), dueAt, by, tradeIds, begun: false };
    if (tradeIds.length === 0) return answerOf(record);
    if (!(await ledger.swapMark(MARK, standing.text, JSON.stringify(record)))) return this.ask(by);
    await queues.enqueue("close-soon", {}, DELAY_MS);
    return answerOf(record);
  }

  /** `false` when it has begun, or there is no such wish. */
  async takeBack(id: string): Promise<boolean> {
    const { ledger } = this.context;
    const undone = `undone ${id}`;
    const { text, record } = await this.standing();
    // The reply to the first try may have been lost: what it wrote tells that it was this one.
    if (text === undone) return true;
    if (record?.id !== id || record.begun) return false;
    return (await ledger.swapMark(MARK, text, undone)) || (await this.standing()).text === undone;
  }

  /** Carries out what is due, and goes on with what was interrupted. */
  async run(): Promise<void> {
    const { ledger, queues } = this.context;
    const { text, record } = await this.standing();
    if (record === undefined) return;
    const left = record.dueAt - this.wall.now();
    if (left > 0 && !record.begun) return queues.enqueue("close-soon", {}, left);
    const begun = JSON.stringify({ ...record, begun: true });
    if (!record.begun && !(await ledger.swapMark(MARK, text, begun))) return this.run();
    for (const id of record.tradeIds) await this.acts.close(id, record.by);
    await ledger.swapMark(MARK, begun, "");
  }

  private async standing(): Promise<{ readonly text: string; readonly record?: Record }> {
    const text = (await this.context.ledger.readMark(MARK)) ?? "";
    return text.startsWith("{") ? { text, record: recordSchema.parse(JSON.parse(text)) } : { text };
  }
}

function answerOf({ id, dueAt, tradeIds }: Record): DelayedClose {
  return { id, dueAt, count: tradeIds.length };
}
