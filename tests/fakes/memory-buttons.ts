import { randomBytes } from "node:crypto";
import type { ButtonAction, Buttons, RedeemOutcome } from "../../src/engine/ports/buttons.ts";
import type { ChatAddress } from "../../src/engine/ports/chat.ts";
import type { Clock } from "../../src/engine/ports/clock.ts";

interface Issued {
  readonly chat: string;
  readonly group: string;
  readonly action: ButtonAction;
  readonly expiresAt: number;
}

/** Tokens in memory for tests of everything that is not the store. Passes the same contract. */
export class MemoryButtons implements Buttons {
  private readonly clock: Clock;
  private readonly issued = new Map<string, Issued>();

  constructor(clock: Clock = { now: () => 0 }) {
    this.clock = clock;
  }

  async issue(
    address: ChatAddress,
    group: string,
    actions: readonly ButtonAction[],
    ttlMs: number,
  ): Promise<readonly string[]> {
    const expiresAt = this.clock.now() + ttlMs;
    return actions.map((action) => {
      const token = randomBytes(24).toString("base64url");
      this.issued.set(token, { chat: chatOf(address), group, action: structuredClone(action), expiresAt });
      return token;
    });
  }

  async redeem(token: string, address: ChatAddress): Promise<RedeemOutcome> {
    const outcome = this.look(token, address);
    if (outcome.status === "valid" && outcome.action.type !== "command") this.issued.delete(token);
    return outcome;
  }

  async peek(token: string, address: ChatAddress): Promise<RedeemOutcome> {
    return this.look(token, address);
  }

  private look(token: string, address: ChatAddress): RedeemOutcome {
    const found = this.issued.get(token);
    if (found === undefined || found.chat !== chatOf(address) || this.clock.now() >= found.expiresAt) {
      return { status: "invalid" };
    }
    return { status: "valid", action: structuredClone(found.action) };
  }

  async revoke(group: string): Promise<void> {
    for (const [token, found] of this.issued) if (found.group === group) this.issued.delete(token);
  }
}

function chatOf({ platform, chatId }: ChatAddress): string {
  return JSON.stringify([platform, chatId]);
}
