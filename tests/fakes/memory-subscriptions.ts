import type { Subscriptions } from "../../src/engine/ports/settings-store.ts";

/** Subscribed chats in memory for tests of everything that is not the store. Passes the same contract. */
export class MemorySubscriptions implements Subscriptions {
  private readonly chats = new Map<string, Set<string>>();

  async add(platform: string, chatId: string): Promise<void> {
    this.chats.set(platform, (this.chats.get(platform) ?? new Set()).add(chatId));
  }

  async remove(platform: string, chatId: string): Promise<void> {
    this.chats.get(platform)?.delete(chatId);
  }

  async list(platform: string): Promise<readonly string[]> {
    return [...(this.chats.get(platform) ?? [])].sort();
  }
}
