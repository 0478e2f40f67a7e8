import type { Redis } from "ioredis";
import type { Audit } from "../engine/ports/audit.ts";
import type { Buttons } from "../engine/ports/buttons.ts";
import type { PaperStore } from "../engine/ports/paper-store.ts";
import type { Preferences } from "../engine/ports/preferences.ts";
import type { Prompts } from "../engine/ports/prompts.ts";
import type { Roster } from "../engine/ports/roster.ts";
import type { ScanClaims } from "../engine/ports/scan-claims.ts";
import type { Subscriptions } from "../engine/ports/settings-store.ts";
import type { SymbolLeases } from "../engine/ports/symbol-leases.ts";
import type { WebHistory } from "../engine/ports/web-history.ts";
import type { CandleStore, Clock, Ledger } from "../engine/ports.ts";
import { createKeys } from "./keys.ts";
import { RedisAudit } from "./redis-audit.ts";
import { RedisButtons } from "./redis-buttons.ts";
import { RedisCandleStore } from "./redis-candle-store.ts";
import { createRedisLedger } from "./redis-ledger.ts";
import { RedisPaperStore } from "./redis-paper-store.ts";
import { RedisPreferences } from "./redis-preferences.ts";
import { RedisPrompts } from "./redis-prompts.ts";
import { RedisRoster } from "./redis-roster.ts";
import { RedisScanClaims } from "./redis-scan-claims.ts";
import { RedisSettingsStore } from "./redis-settings-store.ts";
import { RedisSubscriptions } from "./redis-subscriptions.ts";
import { RedisSymbolLeases } from "./redis-symbol-leases.ts";
import { createRedisWebHistory } from "./redis-web-history.ts";

/** Everything a desk keeps, in one Redis. */
export interface Stores {
  readonly ledger: Ledger;
  readonly audit: Audit;
  readonly candles: CandleStore;
  readonly settings: RedisSettingsStore;
  readonly subscriptions: Subscriptions;
  readonly buttons: Buttons;
  readonly prompts: Prompts;
  readonly roster: Roster;
  readonly preferences: Preferences;
  readonly paper: PaperStore;
  readonly scanClaims: ScanClaims;
  readonly leases: SymbolLeases;
  readonly webHistory: WebHistory;
  /** Prefix of the keys of the job queues. */
  readonly queuePrefix: string;
}

/** The stores of the desk `instance`. `wall` is the machine's time: buttons and changes live in it. */
export function createStores(redis: Redis, instance: string, wall: Clock): Stores {
  const keys = createKeys(instance);
  return {
    ledger: createRedisLedger(redis, keys),
    audit: new RedisAudit(redis, keys),
    candles: new RedisCandleStore(redis, keys),
    settings: new RedisSettingsStore(redis, keys, wall),
    subscriptions: new RedisSubscriptions(redis, keys),
    buttons: new RedisButtons(redis, keys, wall),
    roster: new RedisRoster(redis, keys),
    preferences: new RedisPreferences(redis, keys),
    prompts: new RedisPrompts(redis, keys),
    paper: new RedisPaperStore(redis, keys),
    scanClaims: new RedisScanClaims(redis, keys),
    leases: new RedisSymbolLeases(redis, keys),
    webHistory: createRedisWebHistory(redis, keys.web),
    queuePrefix: keys.queues,
  };
}
