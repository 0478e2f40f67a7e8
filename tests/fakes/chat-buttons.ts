import { randomBytes } from "node:crypto";
import type { ButtonAction, Buttons } from "../../src/engine/ports/buttons.ts";
import type { ChatAddress } from "../../src/engine/ports/chat.ts";
import type { Clock } from "../../src/engine/ports/clock.ts";

export interface FakeButtons extends Buttons {
  /** What a token stands for, whoever asks. */
  actionOf(token: string): ButtonAction | undefined;
  readonly issued: number;
}

interface Held {
  readonly action: ButtonAction;
  readonly address: string;
  readonly group: string;
  readonly expiresAt: number;
}

/** Tokens in memory that keep every promise of the port. */
export function createFakeButtons(clock: Clock = { now: () => 0 }): FakeButtons {
  const held = new Map<string, Held>();
  const all = new Map<string, ButtonAction>();
  const placeOf = ({ platform, chatId }: ChatAddress) => `${platform} ${chatId}`;
  const read = (token: string, address: ChatAddress): Held | undefined => {
    const found = held.get(token);
    return found?.address === placeOf(address) && found.expiresAt > clock.now() ? found : undefined;
  };
  return {
    get issued() {
      return all.size;
    },
    actionOf: (token) => all.get(token),
    issue: async (address, group, actions, ttlMs) =>
      actions.map((action) => {
        const token = randomBytes(24).toString("base64url");
        held.set(token, { action, group, address: placeOf(address), expiresAt: clock.now() + ttlMs });
        all.set(token, action);
        return token;
      }),
    redeem: async (token, address) => {
      const found = read(token, address);
      if (found === undefined) return { status: "invalid" };
      if (found.action.type !== "command") held.delete(token);
      return { status: "valid", action: found.action };
    },
    peek: async (token, address) => {
      const found = read(token, address);
      return found === undefined ? { status: "invalid" } : { status: "valid", action: found.action };
    },
    revoke: async (group) => {
      for (const [token, button] of held) if (button.group === group) held.delete(token);
    },
  };
}
