import type { Preferences } from "../../engine/ports/preferences.ts";
import type { Subscriptions } from "../../engine/ports/settings-store.ts";
import type { Log } from "../log.ts";

interface MoveDeps {
  readonly subscriptions: Subscriptions;
  readonly preferences: Pick<Preferences, "move">;
  readonly log: Log;
}

/** A group became a supergroup: what it was subscribed to follows it to its new id. */
export async function moveSubscription(
  { subscriptions, preferences, log }: MoveDeps,
  from: string,
  to: string,
): Promise<void> {
  await preferences.move({ platform: "telegram", id: from }, { platform: "telegram", id: to });
  const subscribed = await subscriptions.list("telegram");
  if (!subscribed.includes(from)) return;
  await subscriptions.add("telegram", to);
  await subscriptions.remove("telegram", from);
  log.info({ from, to }, "a telegram group became a supergroup");
}
