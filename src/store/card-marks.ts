import type { Redis } from "ioredis";
import { z } from "zod";
import type { MessageRef, Platform } from "../engine/ports/chat.ts";
import type { Ledger } from "../engine/ports/ledger.ts";
import type { Keys } from "./keys.ts";
import { defineScript, type RunScript } from "./redis-script.ts";
import { decoded, encoded, reached } from "./store-fault.ts";

type CardPart = Pick<Ledger, "rememberCard" | "cards" | "readMark" | "writeMark" | "swapMark">;

export const platformSchema = z.enum([
  "telegram",
  "discord",
  "web",
  "headless",
] satisfies readonly Platform[]);
/** Platform, chat and message: the name of a card in its trade's hash. */
const refSchema = z.tuple([platformSchema, z.string(), z.string()]);

/** KEYS: marks. ARGV: name, expected, value. Replies 1 when the value was written. */
const SWAP_MARK = `
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

/** The ledger's small things: which message shows which version of a trade, and named values. */
export class CardMarks implements CardPart {
  private readonly redis: Redis;
  private readonly keys: Keys;
  private readonly runSwap: RunScript;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
    this.runSwap = defineScript(redis, "swapMark", SWAP_MARK);
  }

  async rememberCard(tradeId: string, ref: MessageRef, version: number): Promise<void> {
    const key = this.keys.tradeCards(tradeId);
    const field = encoded(refSchema, key, [ref.platform, ref.chatId, ref.messageId]);
    await reached(this.redis.hset(key, field, version));
  }

  async cards(tradeId: string): Promise<readonly { readonly ref: MessageRef; readonly version: number }[]> {
    const key = this.keys.tradeCards(tradeId);
    const stored = await reached(this.redis.hgetall(key));
    return Object.keys(stored)
      .sort()
      .map((field) => {
        const [platform, chatId, messageId] = decoded(refSchema, key, field);
        const version = decoded(z.int(), key, stored[field] ?? "");
        return { ref: { platform, chatId, messageId }, version };
      });
  }

  async readMark(name: string): Promise<string | undefined> {
    return (await reached(this.redis.hget(this.keys.marks, name))) ?? undefined;
  }

  async writeMark(name: string, value: string): Promise<void> {
    await reached(this.redis.hset(this.keys.marks, name, value));
  }

  async swapMark(name: string, expected: string, value: string): Promise<boolean> {
    return (await reached(this.runSwap([this.keys.marks], [name, expected, value]))) === 1;
  }
}
