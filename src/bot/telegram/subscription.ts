import type { Subscriptions } from "../../engine/ports/settings-store.ts";
import type { Log } from "../log.ts";

/** A group became a supergroup: what it was subscribed to follows it to its new id. */
export async function moveSubscription(
  { subscriptions, log }: { readonly subscriptions: Subscriptions; readonly log: Log },
  from: string,
  to: string,
): Promise<void> {
  const subscribed = await subscriptions.list("telegram");
  if (!subscribed.includes(from)) return;
  await subscriptions.add("telegram", to);
  await subscriptions.remove("telegram", from);
  log.info({ from, to }, "a telegram group became a supergroup");
}
