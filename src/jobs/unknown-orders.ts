/** When an order without an answer is looked up, in ms after it was sent; afterwards every `ASK_EVERY_MS`. */
const ASK_AFTER_MS = [250, 500, 1000, 2000, 4000, 6000, 8000, 10_000] as const;
/** Also between the reads that prove: an order that arrived in the last moment may be shown 8 s late. */
const ASK_EVERY_MS = 2000;
/** Look-ups that must find nothing, each of them after the order can no longer arrive. */
const PROVING_READS = 3;
const DEFAULT_PROVEN_AFTER_MS = 10_000;
const ESCALATE_AFTER_MS = 60_000;

interface Question {
  /** When the order was sent, or first seen without an answer by this process. */
  readonly since: number;
  readonly asked: number;
  readonly nextAt: number;
  readonly provingReads: number;
}

/**
 * What is known about orders that were sent and have no answer: when to ask next, and when "not found" proves
 * that an order never arrived. Lives in memory: a restart begins every question anew, which only takes longer.
 */
export class UnknownOrders {
  private readonly questions = new Map<string, Question>();
  private readonly wakeAt = new Map<string, number>();
  private readonly provenAfterMs: number;

  constructor(provenAfterMs: number = DEFAULT_PROVEN_AFTER_MS) {
    this.provenAfterMs = provenAfterMs;
  }

  /** The order was sent just now and nobody answered. */
  sent(clientOrderId: string, now: number): void {
    this.questions.set(clientOrderId, this.begun(now));
  }

  isAsked(clientOrderId: string): boolean {
    return this.questions.has(clientOrderId);
  }

  /** Ms until the order should be looked up; 0 when it is time. An order not heard of before is asked at once. */
  dueIn(clientOrderId: string, now: number): number {
    const question = this.questions.get(clientOrderId);
    return question === undefined ? 0 : Math.max(0, question.nextAt - now);
  }

  /** A look-up succeeded and found nothing. True when that, with those before it, proves the absence. */
  notFound(clientOrderId: string, now: number): boolean {
    if (this.provenAfterMs === 0) return true;
    const question = this.questions.get(clientOrderId) ?? this.begun(now, now);
    const isDue = now >= question.nextAt;
    const counts = isDue && now - question.since >= this.provenAfterMs;
    const provingReads = question.provingReads + (counts ? 1 : 0);
    this.questions.set(clientOrderId, { ...(isDue ? this.asked(question, now) : question), provingReads });
    return provingReads >= PROVING_READS;
  }

  /** A look-up failed: it proves nothing, the next one is due later. */
  unreadable(clientOrderId: string, now: number): void {
    this.questions.set(
      clientOrderId,
      this.asked(this.questions.get(clientOrderId) ?? this.begun(now, now), now),
    );
  }

  /** True when no call for a look at this moment was made yet: one for each question, however often it is met. */
  mayCall(clientOrderId: string, now: number, delayMs: number): boolean {
    if ((this.wakeAt.get(clientOrderId) ?? 0) > now) return false;
    this.wakeAt.set(clientOrderId, now + delayMs);
    return true;
  }

  settled(clientOrderId: string): void {
    this.questions.delete(clientOrderId);
    this.wakeAt.delete(clientOrderId);
  }

  /** True when nobody could tell for so long that a person must look. */
  isOverdue(clientOrderId: string, now: number): boolean {
    const question = this.questions.get(clientOrderId);
    return question !== undefined && now - question.since >= ESCALATE_AFTER_MS;
  }

  private begun(now: number, nextAt = now + (this.provenAfterMs === 0 ? 0 : ASK_AFTER_MS[0])): Question {
    return { since: now, asked: 0, nextAt, provingReads: 0 };
  }

  private asked(question: Question, now: number): Question {
    const count = question.asked + 1;
    const planned = now - question.since >= this.provenAfterMs ? undefined : ASK_AFTER_MS[count];
    const nextAt = planned === undefined ? now + ASK_EVERY_MS : question.since + planned;
    return { ...question, asked: count, nextAt: Math.max(nextAt, now + ASK_AFTER_MS[0]) };
  }
}
