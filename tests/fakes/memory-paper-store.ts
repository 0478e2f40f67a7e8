import type { PaperStore } from "../../src/engine/ports/paper-store.ts";

/** An account in memory for tests of everything that is not the store. Passes the same contract. */
export class MemoryPaperStore implements PaperStore {
  private account: string | undefined;

  async load(): Promise<string | undefined> {
    return this.account;
  }

  async save(account: string): Promise<void> {
    this.account = account;
  }
}
