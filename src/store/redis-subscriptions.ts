import type { Redis } from "ioredis";
import type { Subscriptions } from "../engine/ports/settings-store.ts";
import type { Keys } from "./keys.ts";
import { reached } from "./store-fault.ts";

/** Subscribed chats as one set for each platform, listed in the order of their ids. */
export class RedisSubscriptions implements Subscriptions {
  private readonly redis: Redis;
  private readonly keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
  }

  async add(platform: string, chatId: string): Promise<void> {
    await reached(this.redis.sadd(this.keys.subscriptions(platform), chatId));
  }

  async remove(platform: string, chatId: string): Promise<void> {
    await reached(this.redis.srem(this.keys.subscriptions(platform), chatId));
  }

  async list(platform: string): Promise<readonly string[]> {
    return (await reached(this.redis.smembers(this.keys.subscriptions(platform)))).sort();
  }
}
