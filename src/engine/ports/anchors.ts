import type { AuditAnchor } from "./audit.ts";

/** Where the audit stood when orders were sent, kept apart from it: a ledger that lost its end is found by it. */
export interface Anchors {
  /** On disk when the promise resolves. */
  append(anchor: AuditAnchor): Promise<void>;
  last(): Promise<AuditAnchor | undefined>;
}
