import type { Redis } from "ioredis";
import type { PaperStore } from "../engine/ports/paper-store.ts";
import type { Keys } from "./keys.ts";
import { reached } from "./store-fault.ts";

/** The paper exchange's account as one string. */
export class RedisPaperStore implements PaperStore {
  private readonly redis: Redis;
  private readonly key: string;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.key = keys.paperAccount;
  }

  async load(): Promise<string | undefined> {
    return (await reached(this.redis.get(this.key))) ?? undefined;
  }

  async save(account: string): Promise<void> {
    await reached(this.redis.set(this.key, account));
  }
}
