import type { Subscriptions } from "../../src/engine/ports/settings-store.ts";

export function createFakeSubscriptions(): Subscriptions {
  const held = new Map<string, Set<string>>();
  const of = (platform: string) => held.get(platform) ?? new Set<string>();
  return {
    add: async (platform, chatId) => {
      held.set(platform, of(platform).add(chatId));
    },
    remove: async (platform, chatId) => {
      of(platform).delete(chatId);
    },
    list: async (platform) => [...of(platform)],
  };
}
