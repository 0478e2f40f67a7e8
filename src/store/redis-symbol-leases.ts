import type { Redis } from "ioredis";
import { z } from "zod";
import type { LeaseGrant, SymbolLeases } from "../engine/ports/symbol-leases.ts";
import type { Keys } from "./keys.ts";
import { defineScript, type RunScript } from "./redis-script.ts";
import { reached } from "./store-fault.ts";

/**
 * KEYS: engines (sorted set by the end of their time), leases (hash symbol -> engine), leader. ARGV: engine, ms,
 * symbols. The time is the server's. Replies 1 for the leader, then the symbols that the engine holds.
 */
const RENEW = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
local alive = {}
for _, engine in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do alive[engine] = true end
local engines = redis.call('ZCARD', KEYS[1])
local wanted, count = {}, #ARGV - 2
for position = 3, #ARGV do wanted[ARGV[position]] = true end
local share = math.ceil(count / engines)
local held = 0
local leases = redis.call('HGETALL', KEYS[2])
local owner = {}
for position = 1, #leases, 2 do
  local symbol, engine = leases[position], leases[position + 1]
  local gone = not alive[engine]
  local unwanted = engine == ARGV[1] and not wanted[symbol]
  local above = engine == ARGV[1] and wanted[symbol] and held >= share
  if gone or unwanted or above then
    redis.call('HDEL', KEYS[2], symbol)
  else
    owner[symbol] = engine
    if engine == ARGV[1] then held = held + 1 end
  end
end
local mine = {}
for position = 3, #ARGV do
  local symbol = ARGV[position]
  if not owner[symbol] and held < share then
    redis.call('HSET', KEYS[2], symbol, ARGV[1])
    owner[symbol] = ARGV[1]
    held = held + 1
  end
  if owner[symbol] == ARGV[1] then mine[#mine + 1] = symbol end
end
local leader = redis.call('GET', KEYS[3])
if not leader or not alive[leader] then
  leader = ARGV[1]
  redis.call('SET', KEYS[3], leader)
end
return {leader == ARGV[1] and 1 or 0, mine}`;

/** KEYS: as above. ARGV: engine. */
const RELEASE = `
redis.call('ZREM', KEYS[1], ARGV[1])
local leases = redis.call('HGETALL', KEYS[2])
for position = 1, #leases, 2 do
  if leases[position + 1] == ARGV[1] then redis.call('HDEL', KEYS[2], leases[position]) end
end
if redis.call('GET', KEYS[3]) == ARGV[1] then redis.call('DEL', KEYS[3]) end
return 1`;

const replySchema = z.tuple([z.number(), z.array(z.string())]);

/** Leases as one hash, judged and changed in one step by the server's own clock. */
export class RedisSymbolLeases implements SymbolLeases {
  private readonly keys: readonly string[];
  private readonly runRenew: RunScript;
  private readonly runRelease: RunScript;

  constructor(redis: Redis, keys: Keys) {
    this.keys = [keys.engines, keys.leases, keys.leadingEngine];
    this.runRenew = defineScript(redis, "renewLeases", RENEW);
    this.runRelease = defineScript(redis, "releaseLeases", RELEASE);
  }

  async renew(engineId: string, symbols: readonly string[], ttlMs: number): Promise<LeaseGrant> {
    const reply = await reached(this.runRenew(this.keys, [engineId, ttlMs, ...symbols]));
    const [leads, held] = replySchema.parse(reply);
    return { symbols: held, leads: leads === 1 };
  }

  async release(engineId: string): Promise<void> {
    await reached(this.runRelease(this.keys, [engineId]));
  }
}
