import type { Redis } from "ioredis";
import { z } from "zod";
import { EVENT_KINDS, LOUDNESSES } from "../engine/notify/event-kind.ts";
import type { Preference, PreferencePatch, Preferences } from "../engine/ports/preferences.ts";
import type { PersonKey } from "../engine/ports/roster.ts";
import type { Keys } from "./keys.ts";
import { decoded, encoded, reached } from "./store-fault.ts";
import type { ShapeOf } from "./trade-schema.ts";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const preferenceSchema = z.strictObject({
  locale: z.string().exactOptional(),
  timeZone: z.string().exactOptional(),
  quiet: z.strictObject({ from: clock, to: clock }).exactOptional(),
  mutedUntil: z.number().exactOptional(),
  brief: z.boolean().exactOptional(),
  notify: z.partialRecord(z.enum(EVENT_KINDS), z.enum(LOUDNESSES)).exactOptional(),
  wanted: z
    .strictObject({
      symbols: z.array(z.string()).exactOptional(),
      strategies: z.array(z.string()).exactOptional(),
      grade: z.enum(["A", "B", "C"]).exactOptional(),
    })
    .exactOptional(),
} satisfies ShapeOf<Preference>);

/** One hash: who -> preferences (JSON). Two changes of one person at once are not expected; the later one stands. */
export class RedisPreferences implements Preferences {
  private readonly redis: Redis;
  private readonly keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
  }

  async read(who: PersonKey): Promise<Preference> {
    const text = await reached(this.redis.hget(this.keys.preferences, fieldOf(who)));
    return text === null ? {} : (decoded(preferenceSchema, this.keys.preferences, text) as Preference);
  }

  async change(who: PersonKey, patch: PreferencePatch): Promise<Preference> {
    // JSON leaves out what is undefined, which is how a default comes back.
    const next = JSON.parse(JSON.stringify({ ...(await this.read(who)), ...patch })) as z.output<
      typeof preferenceSchema
    >;
    const key = this.keys.preferences;
    await reached(this.redis.hset(key, fieldOf(who), encoded(preferenceSchema, key, next)));
    return next as Preference;
  }

  async move(from: PersonKey, to: PersonKey): Promise<void> {
    const text = await reached(this.redis.hget(this.keys.preferences, fieldOf(from)));
    if (text === null) return;
    await reached(
      this.redis
        .multi()
        .hset(this.keys.preferences, fieldOf(to), text)
        .hdel(this.keys.preferences, fieldOf(from))
        .exec(),
    );
  }
}

function fieldOf({ platform, id }: PersonKey): string {
  return `${platform}:${id}`;
}
