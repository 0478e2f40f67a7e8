import { DeskError } from "../../src/engine/errors.ts";
import type { PaperStore } from "../../src/engine/ports/paper-store.ts";

export interface MemoryPaperStore extends PaperStore {
  readonly saves: readonly string[];
  /** The next saves fail: `before` leaves the store as it was, `after` has written and lost the answer. */
  failNextSave(when: "before" | "after"): void;
}

export function createMemoryPaperStore(initial?: string): MemoryPaperStore {
  const saves: string[] = initial === undefined ? [] : [initial];
  let fault: "before" | "after" | undefined;
  return {
    saves,
    failNextSave: (when) => {
      fault = when;
    },
    load: async () => saves.at(-1),
    save: async (account) => {
      const failing = fault;
      fault = undefined;
      if (failing !== "before") saves.push(account);
      if (failing) throw new DeskError("store-unavailable");
    },
  };
}
