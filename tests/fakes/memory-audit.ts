import type {
  Audit,
  AuditAnchor,
  AuditedAct,
  AuditLine,
  AuditVerdict,
} from "../../src/engine/ports/audit.ts";

/** An audit in memory for tests of what reads it: acts only, and the verdict that the test sets. */
export class MemoryAudit implements Audit {
  readonly acts: AuditedAct[] = [];
  /** Lines of trades and settings, after those of the acts. */
  readonly further: AuditLine[] = [];
  verdict: AuditVerdict = { status: "whole", head: { number: 0, hash: "" } };

  async record(act: AuditedAct): Promise<void> {
    this.acts.push(act);
  }

  async newest(limit: number, skip: number) {
    const acts: readonly AuditLine[] = this.acts.map(({ kind, at, by, text }, index) => ({
      number: index + 1,
      kind,
      at,
      by,
      text,
    }));
    const lines = [...acts, ...this.further];
    return { lines: lines.reverse().slice(skip, skip + limit), total: lines.length };
  }

  async verify(): Promise<AuditVerdict> {
    return this.verdict;
  }

  async head(): Promise<AuditAnchor> {
    return { number: this.acts.length, hash: String(this.acts.length) };
  }

  async holds({ number, hash }: AuditAnchor): Promise<boolean> {
    return number <= this.acts.length && hash === String(number);
  }
}
