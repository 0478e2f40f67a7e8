import type { ChatAddress } from "../../src/engine/ports/chat.ts";
import type { Clock } from "../../src/engine/ports/clock.ts";
import type { Prompt, Prompts } from "../../src/engine/ports/prompts.ts";

/** Questions in memory for tests of everything that is not the store. Passes the same contract. */
export class MemoryPrompts implements Prompts {
  private readonly held = new Map<string, { readonly prompt: Prompt; readonly expiresAt: number }>();
  private readonly clock: Clock;

  constructor(clock: Clock = { now: () => 0 }) {
    this.clock = clock;
  }

  async ask(address: ChatAddress, userId: string, prompt: Prompt, ttlMs: number): Promise<void> {
    this.held.set(keyOf(address, userId), { prompt, expiresAt: this.clock.now() + ttlMs });
  }

  async waiting(address: ChatAddress, userId: string): Promise<boolean> {
    return (this.held.get(keyOf(address, userId))?.expiresAt ?? -1) > this.clock.now();
  }

  async take(address: ChatAddress, userId: string): Promise<Prompt | undefined> {
    const key = keyOf(address, userId);
    const waits = await this.waiting(address, userId);
    const found = this.held.get(key);
    this.held.delete(key);
    return waits ? found?.prompt : undefined;
  }
}

function keyOf({ platform, chatId }: ChatAddress, userId: string): string {
  return `${platform} ${chatId} ${userId}`;
}
