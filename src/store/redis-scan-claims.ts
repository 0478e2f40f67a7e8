import type { Redis } from "ioredis";
import type { ScanClaims } from "../engine/ports/scan-claims.ts";
import type { Keys } from "./keys.ts";
import { defineScript, type RunScript } from "./redis-script.ts";
import { reached } from "./store-fault.ts";

/** Longer than any scan; only then is it forgotten that one was cancelled. */
const CANCELLED_SECONDS = 3600;

/** KEYS: a claim for each pair. ARGV: owner, ms. Replies the positions of those that were taken. */
const CLAIM = `
local taken = {}
for position, key in ipairs(KEYS) do
  local owner = redis.call('GET', key)
  if not owner or owner == ARGV[1] then
    redis.call('SET', key, ARGV[1], 'PX', ARGV[2])
    taken[#taken + 1] = position
  end
end
return taken`;

/** KEYS: a claim for each pair. ARGV: owner. */
const RELEASE = `
for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then redis.call('DEL', key) end
end
return 1`;

/** One key that expires for each symbol and timeframe that is being scanned. */
export class RedisScanClaims implements ScanClaims {
  private readonly redis: Redis;
  private readonly keys: Keys;
  private readonly runClaim: RunScript;
  private readonly runRelease: RunScript;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
    this.runClaim = defineScript(redis, "claimScans", CLAIM);
    this.runRelease = defineScript(redis, "releaseScans", RELEASE);
  }

  async claim(pairs: readonly string[], owner: string, ttlMs: number): Promise<readonly string[]> {
    if (pairs.length === 0) return [];
    const taken = await reached(this.runClaim(pairs.map(this.keys.scanClaim), [owner, ttlMs]));
    const positions = new Set(Array.isArray(taken) ? taken.map(Number) : []);
    return pairs.filter((_, index) => positions.has(index + 1));
  }

  async release(pairs: readonly string[], owner: string): Promise<void> {
    if (pairs.length > 0) await reached(this.runRelease(pairs.map(this.keys.scanClaim), [owner]));
  }

  async cancel(scanId: string): Promise<void> {
    await reached(this.redis.set(this.keys.cancelledScan(scanId), "1", "EX", CANCELLED_SECONDS));
  }

  async isCancelled(scanId: string): Promise<boolean> {
    return (await reached(this.redis.exists(this.keys.cancelledScan(scanId)))) === 1;
  }
}
