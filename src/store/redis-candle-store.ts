import type { Redis } from "ioredis";
import { z } from "zod";
import type { Candle } from "../engine/candles/candle.ts";
import { type CandleRows, candleRows, candlesOfRows } from "../engine/candles/candle-rows.ts";
import type { Timeframe } from "../engine/candles/timeframe.ts";
import { DeskError } from "../engine/errors.ts";
import type { CandleStore } from "../engine/ports/candle-store.ts";
import type { Keys } from "./keys.ts";
import { CANDLE_BYTES, packCandles, unpackCandles } from "./packed-candles.ts";
import { defineScript, type RunScript } from "./redis-script.ts";
import { decoded, reached } from "./store-fault.ts";

/**
 * When more than `TRIM_ABOVE` are stored, the newest `TRIM_TO` are kept: one rewrite for many appends. That is what a
 * scan reads: the thousand that its model knows from before and those whose setups can still be valid. Where setups may
 * live for more than 99 candles a scan knows fewer from before.
 */
const TRIM_ABOVE = 1500;
const TRIM_TO = 1100;

/** KEYS: candles. ARGV: packed candles, size of one, bytes to trim above, bytes to trim to. */
const APPEND_CANDLES = `
local size = tonumber(ARGV[2])
local length = redis.call('STRLEN', KEYS[1])
local newest = -math.huge
if length >= size then
  newest = struct.unpack('<d', redis.call('GETRANGE', KEYS[1], length - size, length - size + 7))
end
local later = {}
for first = 1, #ARGV[1], size do
  local time = struct.unpack('<d', ARGV[1], first)
  if time > newest then
    later[#later + 1] = string.sub(ARGV[1], first, first + size - 1)
    newest = time
  end
end
if #later == 0 then return 0 end
length = redis.call('APPEND', KEYS[1], table.concat(later))
if length > tonumber(ARGV[3]) then
  redis.call('SET', KEYS[1], redis.call('GETRANGE', KEYS[1], length - tonumber(ARGV[4]), -1))
end
return #later`;

/** KEYS: candles. ARGV: packed candles, size of one, bytes to trim to. */
const REPLACE_CANDLES = `
local size = tonumber(ARGV[2])
local last = struct.unpack('<d', ARGV[1], #ARGV[1] - size + 1)
local stored = redis.call('GET', KEYS[1]) or ''
local later = #stored + 1
while later > size and struct.unpack('<d', stored, later - size) > last do later = later - size end
redis.call('SET', KEYS[1], string.sub(ARGV[1] .. string.sub(stored, later), -tonumber(ARGV[3])))`;

const priceSchema = z.strictObject({ price: z.number(), at: z.number() });

/** Candles as one packed string for each symbol and timeframe: 48 KB hold a thousand, read in one piece. */
export class RedisCandleStore implements CandleStore {
  private readonly redis: Redis;
  private readonly keys: Keys;
  private readonly runAppend: RunScript;
  private readonly runReplace: RunScript;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
    this.runAppend = defineScript(redis, "appendCandles", APPEND_CANDLES);
    this.runReplace = defineScript(redis, "replaceCandles", REPLACE_CANDLES);
  }

  async append(symbol: string, timeframe: Timeframe, candles: readonly Candle[]): Promise<void> {
    if (candles.length === 0) return;
    const limits = [CANDLE_BYTES, TRIM_ABOVE * CANDLE_BYTES, TRIM_TO * CANDLE_BYTES];
    await reached(this.runAppend([this.keys.candles(symbol, timeframe)], [packCandles(candles), ...limits]));
  }

  async replace(symbol: string, timeframe: Timeframe, candles: readonly Candle[]): Promise<void> {
    if (candles.length === 0) return;
    const limits = [CANDLE_BYTES, TRIM_TO * CANDLE_BYTES];
    await reached(this.runReplace([this.keys.candles(symbol, timeframe)], [packCandles(candles), ...limits]));
  }

  async newest(symbol: string, timeframe: Timeframe, limit: number): Promise<Candle[]> {
    return candlesOfRows(await this.newestRows(symbol, timeframe, limit));
  }

  async newestRows(symbol: string, timeframe: Timeframe, limit: number): Promise<CandleRows> {
    if (limit <= 0) return candleRows([]);
    const key = this.keys.candles(symbol, timeframe);
    const bytes = await reached(this.redis.getrangeBuffer(key, -limit * CANDLE_BYTES, -1));
    if (bytes.length % CANDLE_BYTES !== 0) {
      throw new DeskError("store-corrupt", { key, path: "", problem: `${bytes.length} bytes` });
    }
    return unpackCandles(bytes);
  }

  async setPrice(symbol: string, price: number, at: number): Promise<void> {
    await reached(this.redis.hset(this.keys.prices, symbol, JSON.stringify({ price, at })));
  }

  async price(symbol: string): Promise<{ readonly price: number; readonly at: number } | undefined> {
    const text = await reached(this.redis.hget(this.keys.prices, symbol));
    return text === null ? undefined : decoded(priceSchema, `${this.keys.prices} ${symbol}`, text);
  }
}
