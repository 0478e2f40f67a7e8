import type { Control } from "../../engine/ports/control.ts";
import type { DeskContext } from "../desk-context.ts";
import type { LiveLock } from "./live-lock.ts";

/**
 * The desk's control with the live lock before it: the status tells of the lock, an approval is denied while it
 * is shut, and a code opens it. Everything else, above all what makes positions smaller, is as without it.
 */
export function createLiveControl(control: Control, context: DeskContext, lock: LiveLock): Control {
  const { ledger, queues, clock } = context;
  const locked: Pick<Control, "status" | "approve" | "unlockLive"> = {
    status: async () => {
      await lock.refresh();
      return { ...(await control.status()), liveLocked: !lock.isOpen };
    },
    approve: async (tradeId, version, sizeFactor, by, role) => {
      await lock.refresh();
      if (lock.isOpen) return control.approve(tradeId, version, sizeFactor, by, role);
      const trade = await ledger.load(tradeId);
      if (trade === undefined) return { status: "not-found" };
      return { status: "denied", trade, denials: [{ code: "live-locked" }] };
    },
    unlockLive: async (code, by) => {
      const outcome = await lock.unlock(code);
      if (outcome.status === "open" || outcome.status === "locked-out") {
        const key = outcome.status === "open" ? "notice-live-open" : "notice-live-locked-out";
        const now = clock.now();
        await ledger.post(`${key}-${now}`, { key, args: { name: by.name }, silent: false }, now);
        await queues.enqueue("deliver-outbox", {});
      }
      return outcome;
    },
  };
  // Methods of the control that are not named above are found through the prototype.
  return Object.assign(Object.create(control) as Control, locked);
}
