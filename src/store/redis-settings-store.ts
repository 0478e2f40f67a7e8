import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { z } from "zod";
import { DeskError } from "../engine/errors.ts";
import type { Clock } from "../engine/ports/clock.ts";
import type { SettingsBook, SettingsChange } from "../engine/ports/settings-store.ts";
import type { SettingsInput, VersionedSettings } from "../engine/settings/settings.ts";
import {
  changeSettings,
  type ResolvedSettings,
  resolveSettings,
  settingAt,
  settingBefore,
} from "../engine/settings/settings-change.ts";
import type { Actor } from "../engine/trade/trade.ts";
import { ADD_AUDIT } from "./audit-script.ts";
import type { Keys } from "./keys.ts";
import { defineScript, type RunScript } from "./redis-script.ts";
import { decoded, encoded, reached } from "./store-fault.ts";
import { actorSchema, type ShapeOf } from "./trade-schema.ts";

interface StoredSettings {
  readonly version: number;
  readonly overrides: SettingsInput;
}

const changeSchema = z.strictObject({
  version: z.int(),
  at: z.number(),
  by: actorSchema,
  path: z.string(),
  before: z.unknown(),
  after: z.unknown(),
} satisfies ShapeOf<SettingsChange>);

/** Who makes the first settings of a desk. */
const BOOT_CONFIG: Actor = { userId: "desk:config", name: "config" };

/**
 * KEYS: settings, history, audit, its head. ARGV: expected version, next version, overrides, change, id of this call,
 * channel for the news. Replies 1 when the change stands, 0 when another version does.
 */
const CHANGE_SETTINGS = `${ADD_AUDIT}
if redis.call('HGET', KEYS[1], 'operation') == ARGV[5] then return 1 end
if (redis.call('HGET', KEYS[1], 'version') or '0') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'overrides', ARGV[3], 'operation', ARGV[5])
redis.call('XADD', KEYS[2], ARGV[2] .. '-0', 'change', ARGV[4])
add_audit(KEYS[3], KEYS[4], '{"kind":"settings","change":' .. ARGV[4] .. '}')
redis.call('PUBLISH', ARGV[6], ARGV[2])
return 1`;

/** One document with a version. What people set is stored, not the defaults: those follow the code. */
export class RedisSettingsStore implements SettingsBook {
  private readonly redis: Redis;
  private readonly keys: Keys;
  private readonly clock: Clock;
  private readonly runChange: RunScript;
  private known: VersionedSettings | undefined;

  constructor(redis: Redis, keys: Keys, clock: Clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
    this.runChange = defineScript(redis, "changeSettings", CHANGE_SETTINGS);
  }

  async current(): Promise<VersionedSettings> {
    const version = Number((await reached(this.redis.hget(this.keys.settings, "version"))) ?? 0);
    if (this.known?.version === version) return this.known;
    const stored = await this.stored();
    this.known = { version: stored.version, settings: resolveSettings(stored.overrides).settings };
    return this.known;
  }

  async change(path: string, value: unknown, by: Actor, expectedVersion: number): Promise<VersionedSettings> {
    const standing = await this.stored();
    if (standing.version !== expectedVersion) throw conflict(expectedVersion);
    return this.write(standing, path, changeSettings(standing.overrides, path, value), by);
  }

  async replace(settings: SettingsInput, by: Actor, expectedVersion: number): Promise<VersionedSettings> {
    const standing = await this.stored();
    if (standing.version !== expectedVersion) throw conflict(expectedVersion);
    return this.write(standing, "", resolveSettings(settings), by);
  }

  async watch(onChange: (version: number) => void): Promise<() => Promise<void>> {
    // A connection that listens can do nothing else.
    const listener = this.redis.duplicate();
    // The connection of the stores tells of the same outage.
    listener.on("error", () => undefined);
    listener.on("message", (_channel, version) => onChange(Number(version)));
    await reached(listener.subscribe(this.keys.settingsNews));
    return async () => {
      listener.disconnect();
    };
  }

  /**
   * Settings of the boot config for a desk that has none yet. `false` when there are some, or nothing to set.
   * Throws `DeskError` `settings-invalid` naming the path.
   */
  async seed(input: SettingsInput): Promise<boolean> {
    const resolved = resolveSettings(input);
    const standing = await this.stored();
    if (standing.version !== 0 || Object.keys(resolved.overrides).length === 0) return false;
    try {
      await this.write(standing, "", resolved, BOOT_CONFIG);
      return true;
    } catch (failure) {
      if (failure instanceof DeskError && failure.code === "settings-conflict") return false;
      throw failure;
    }
  }

  async history(limit: number): Promise<readonly SettingsChange[]> {
    if (limit <= 0) return [];
    const key = this.keys.settingsHistory;
    const entries = await reached(this.redis.xrevrange(key, "+", "-", "COUNT", limit));
    return entries.map(([, fields]) => decoded(changeSchema, key, fields[1] ?? ""));
  }

  private async write(
    standing: StoredSettings,
    path: string,
    { overrides, settings }: ResolvedSettings,
    by: Actor,
  ): Promise<VersionedSettings> {
    const { settings: key, settingsHistory } = this.keys;
    const version = standing.version + 1;
    const change: SettingsChange = {
      version,
      at: this.clock.now(),
      by,
      path,
      before: settingBefore(standing.overrides, path),
      after: settingAt(settings, path) ?? null,
    };
    const changed = await reached(
      this.runChange(
        [key, settingsHistory, this.keys.audit, this.keys.auditHead],
        [
          standing.version,
          version,
          JSON.stringify(overrides),
          encoded(changeSchema, settingsHistory, change),
          randomUUID(),
          this.keys.settingsNews,
        ],
      ),
    );
    if (changed !== 1) throw conflict(standing.version);
    return { version, settings };
  }

  private async stored(): Promise<StoredSettings> {
    const key = this.keys.settings;
    const [version, overrides] = await reached(this.redis.hmget(key, "version", "overrides"));
    return {
      version: Number(version ?? 0),
      // Their meaning is checked where they are used, so that a change can also repair them.
      overrides: decoded(z.record(z.string(), z.unknown()), key, overrides ?? "{}") as SettingsInput,
    };
  }
}

function conflict(expectedVersion: number): DeskError {
  return new DeskError("settings-conflict", { expectedVersion });
}
