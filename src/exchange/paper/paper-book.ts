import {
  createPaperAccount,
  type PaperAccount,
  type PaperAccountOptions,
  pruned,
} from "../../engine/fill/account.ts";
import { accountFromJson, accountToJson } from "../../engine/fill/account-json.ts";
import type { PaperStore } from "../../engine/ports/paper-store.ts";

/** Finished orders and fills that stay readable; older ones are dropped so that a save stays small. */
const KEEP = 200;

/** The account in memory, in step with its store. Tasks run one after the other. */
export interface PaperBook {
  /**
   * Runs `decide` on the current account. Its account is saved before the promise resolves, unless `durable`
   * is false. When the save fails nothing has changed, and the next task reads the store again, because
   * nobody knows what it holds.
   */
  change<T>(decide: (account: PaperAccount) => Change<T>): Promise<T>;
}

export interface Change<T> {
  readonly account: PaperAccount;
  readonly result: T;
  /** False when losing this change is harmless, such as a price. */
  readonly durable: boolean;
}

/** `isOwner` is false in a process that only looks: it reads the store anew each time. */
export function createPaperBook(
  store: PaperStore,
  options: PaperAccountOptions,
  isOwner: () => boolean = () => true,
): PaperBook {
  let known: PaperAccount | undefined;
  let tail: Promise<unknown> = Promise.resolve();

  const run = async <T>(decide: (account: PaperAccount) => Change<T>): Promise<T> => {
    const before = (isOwner() ? known : undefined) ?? (await loaded(store, options));
    known = isOwner() ? before : undefined;
    const { account, result, durable } = decide(before);
    if (!durable || account === before) {
      known = isOwner() ? account : undefined;
      return result;
    }
    known = undefined;
    const kept = pruned(account, KEEP);
    await store.save(accountToJson(kept));
    known = kept;
    return result;
  };

  return {
    change: (decide) => {
      const task = tail.then(() => run(decide));
      // The caller hears of a failure; the queue only has to go on after it.
      tail = task.catch(() => undefined);
      return task;
    },
  };
}

async function loaded(store: PaperStore, options: PaperAccountOptions): Promise<PaperAccount> {
  const text = await store.load();
  if (text === undefined) return createPaperAccount(options);
  return { ...accountFromJson(text), slippagePercent: options.slippagePercent };
}
