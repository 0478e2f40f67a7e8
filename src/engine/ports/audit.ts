import type { Actor } from "../trade/trade.ts";

/** What a person did, whatever became of it. */
export interface AuditedAct {
  readonly kind: "command" | "tap";
  /** Epoch ms. */
  readonly at: number;
  readonly by: Actor;
  readonly platform: string;
  readonly chatId: string;
  /** The command as it was typed, or what the desk answered to the tap. */
  readonly text: string;
}

/** Where the chain stood at some moment; kept elsewhere, it shows when all of the chain was written anew. */
export interface AuditAnchor {
  /** Number of the entry; the first one is 1. */
  readonly number: number;
  readonly hash: string;
}

export type AuditVerdict =
  | { readonly status: "whole"; readonly head: AuditAnchor }
  | {
      readonly status: "broken";
      /** Number of the first entry that does not fit. */
      readonly number: number;
      readonly reason: "entry-missing" | "entry-changed" | "end-cut" | "anchor-differs" | "trade-changed";
    };

/** One entry of the chain as people read it. */
export interface AuditLine {
  readonly number: number;
  readonly kind: "command" | "tap" | "settings" | "trade";
  /** Epoch ms; unset for an entry that says none. */
  readonly at?: number;
  readonly by?: Actor;
  /** Of a transition: its trade, and whether the person can take back what they did. */
  readonly trade?: { readonly id: string; readonly isUndoable: boolean };
  /** What was typed or answered, the path that was set, or the trade and its state. */
  readonly text: string;
}

/**
 * The desk's record of what people did and what became of it. Transitions of trades (with every order) and
 * changes of settings are written to it in the very step that makes them; each entry holds the hash of the one
 * before, so that editing, deleting, reordering or cutting is found.
 */
export interface Audit {
  record(act: AuditedAct): Promise<void>;
  /** At most `limit` entries from the newest on, after leaving out `skip` of them. */
  newest(
    limit: number,
    skip: number,
  ): Promise<{ readonly lines: readonly AuditLine[]; readonly total: number }>;
  /** Reads the whole chain, and compares the standing trades with what it says of them. */
  verify(anchor?: AuditAnchor): Promise<AuditVerdict>;
  /** Where the chain ends now; number 0 while it is empty. */
  head(): Promise<AuditAnchor>;
  /** Whether the chain still holds this entry: without reading the rest of it. */
  holds(anchor: AuditAnchor): Promise<boolean>;
}
