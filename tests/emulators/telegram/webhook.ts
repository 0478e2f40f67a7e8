import { badRequest } from "./api-error.ts";
import type { CallBody } from "./request-body.ts";
import type { Update, UpdateQueue } from "./updates.ts";

const PORTS: readonly string[] = ["", "443", "80", "88", "8443"];

export interface WebhookState {
  readonly url: string;
  readonly secret: string;
}

/** The server's half of the webhook: while it is set, nobody may fetch; updates are posted until they are taken. */
export class Webhook {
  /** Unset while updates are fetched. */
  state: WebhookState | undefined;
  /** Status of every call, oldest first. */
  readonly statuses: number[] = [];
  private readonly updates: UpdateQueue;

  constructor(updates: UpdateQueue) {
    this.updates = updates;
  }

  set({ fields }: CallBody): true {
    const url = String(fields.url);
    const secret = String(fields.secret_token ?? "");
    if (!url.startsWith("https://"))
      throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    if (!PORTS.includes(new URL(url).port))
      throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
    if (!/^[\w-]{1,256}$/.test(secret)) throw badRequest("secret token contains unallowed characters");
    this.state = { url, secret };
    return true;
  }

  delete(): true {
    this.state = undefined;
    return true;
  }

  info() {
    return { url: this.state?.url ?? "", pending_update_count: this.updates.unconfirmed };
  }

  /** Posts one update to where the proxy with the certificate would bring it. Answers the status. */
  async post(port: number, update: Update): Promise<number> {
    const { url = "https://nowhere/", secret = "" } = this.state ?? {};
    const response = await fetch(`http://127.0.0.1:${port}${new URL(url).pathname}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
      body: JSON.stringify(update),
    });
    await response.arrayBuffer();
    this.statuses.push(response.status);
    return response.status;
  }

  /** Posts everything that waits, each until it is taken, and several at a time as the real server does. */
  async deliver(port: number): Promise<void> {
    while (this.updates.unconfirmed > 0) {
      await Promise.all(
        this.updates.read(40, []).map(async (update) => {
          const status = await this.post(port, update);
          if (status >= 200 && status < 300) this.updates.take(update);
        }),
      );
    }
  }
}
