import { describe, expect, it } from "vitest";
import type { Subscriptions } from "../../src/engine/ports/settings-store.ts";

/** What every `Subscriptions` does. `create` gives an empty one. */
export function describeSubscriptionsContract(name: string, create: () => Subscriptions): void {
  describe(`${name} as subscriptions`, () => {
    it("list the chats of one platform, each once", async () => {
      const subscriptions = create();
      expect(await subscriptions.list("telegram")).toEqual([]);
      await subscriptions.add("telegram", "7");
      await subscriptions.add("telegram", "-100123");
      await subscriptions.add("telegram", "7");
      await subscriptions.add("web", "desk");
      expect(await subscriptions.list("telegram")).toEqual(["-100123", "7"]);
      expect(await subscriptions.list("web")).toEqual(["desk"]);
    });

    it("forget a chat that leaves; leaving twice is harmless", async () => {
      const subscriptions = create();
      await subscriptions.add("telegram", "7");
      await subscriptions.add("telegram", "8");
      await subscriptions.remove("telegram", "7");
      await subscriptions.remove("telegram", "7");
      await subscriptions.remove("discord", "8");
      expect(await subscriptions.list("telegram")).toEqual(["8"]);
    });
  });
}
