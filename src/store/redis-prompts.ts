import type { Redis } from "ioredis";
import { z } from "zod";
import type { ChatAddress } from "../engine/ports/chat.ts";
import type { Prompt, Prompts } from "../engine/ports/prompts.ts";
import type { Keys } from "./keys.ts";
import { buttonActionSchema } from "./redis-buttons.ts";
import { decoded, encoded, reached } from "./store-fault.ts";

const promptSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("setting"), path: z.string() }),
  z.strictObject({ kind: z.literal("import") }),
  z.strictObject({ kind: z.literal("size"), tradeId: z.string() }),
  z.strictObject({ kind: z.literal("code"), action: buttonActionSchema }),
]) satisfies z.ZodType<Prompt>;

/** Questions in Redis, which forgets them when they expire. */
export class RedisPrompts implements Prompts {
  private readonly redis: Redis;
  private readonly keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
  }

  async ask(address: ChatAddress, userId: string, prompt: Prompt, ttlMs: number): Promise<void> {
    const key = this.keyOf(address, userId);
    await reached(this.redis.set(key, encoded(promptSchema, key, prompt), "PX", ttlMs));
  }

  async waiting(address: ChatAddress, userId: string): Promise<boolean> {
    return (await reached(this.redis.exists(this.keyOf(address, userId)))) === 1;
  }

  async take(address: ChatAddress, userId: string): Promise<Prompt | undefined> {
    const key = this.keyOf(address, userId);
    const text = await reached(this.redis.getdel(key));
    return text === null ? undefined : decoded(promptSchema, key, text);
  }

  private keyOf({ platform, chatId }: ChatAddress, userId: string): string {
    return this.keys.prompt(`${platform}:${chatId}`, userId);
  }
}
