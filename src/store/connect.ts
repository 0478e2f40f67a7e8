import { Redis, type RedisOptions } from "ioredis";
import { DeskError } from "../engine/errors.ts";

/** Where the desk's Redis is: the socket of the embedded server, or `REDIS_URL`. */
export type RedisAddress = { readonly socketPath: string } | { readonly url: string };

/**
 * What a connection is for. `store`: the ledger and the other stores. `producer`: adding jobs, which fails
 * at once while Redis is away (the sweeper adds them again). `worker`: waiting for jobs, which never gives up.
 */
export type ConnectionUse = "store" | "producer" | "worker";

const FIRST_RETRY_MS = 20;
const LAST_RETRY_MS = 1_000;
/** Together with the delays above: about ten seconds until a store command fails as `store-unavailable`. */
const STORE_RETRIES = 14;
const DEFAULT_PORT = 6379;

/**
 * Connection options of ioredis for a use; also for BullMQ, as `connection`.
 * Throws `DeskError` `redis-unsafe` when the URL cannot be used; its text may hold a password and is not shown.
 */
export function redisOptions(address: RedisAddress, use: ConnectionUse): RedisOptions {
  const retryStrategy = (attempt: number) => Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), LAST_RETRY_MS);
  const place = "url" in address ? placeOfUrl(address.url) : { path: address.socketPath };
  return { ...place, retryStrategy, ...OPTIONS_OF_USE[use] };
}

const OPTIONS_OF_USE: Readonly<Record<ConnectionUse, RedisOptions>> = {
  store: { maxRetriesPerRequest: STORE_RETRIES },
  producer: { maxRetriesPerRequest: 1, enableOfflineQueue: false },
  worker: { maxRetriesPerRequest: null },
};

/**
 * A connection for the stores, made when the server answers and is fit to keep a ledger.
 * Throws `DeskError`: `store-unavailable` when nobody answers, `redis-unsafe` when the server may lose writes.
 */
export async function connectRedis(
  address: RedisAddress,
  onError: (failure: Error) => void = () => undefined,
): Promise<Redis> {
  if ("url" in address) refuseOpenDoor(address.url);
  const redis = new Redis({ ...redisOptions(address, "store"), replyMapping: "legacy", lazyConnect: true });
  redis.on("error", onError);
  let refusal: Error | undefined;
  redis.once("error", (failure) => {
    refusal = failure;
  });
  try {
    await redis.connect();
    await refuseUnsafe(redis);
    return redis;
  } catch (failure) {
    redis.disconnect();
    if (failure instanceof DeskError) throw failure;
    const cause = refusal ?? failure;
    throw new DeskError("store-unavailable", { reason: reasonOf(cause) }, { cause });
  }
}

function placeOfUrl(text: string): RedisOptions {
  const url = parsedUrl(text);
  if (url.protocol === "unix:") return { path: decodeURIComponent(url.pathname) };
  const database = Number(url.searchParams.get("db") ?? (url.pathname.slice(1) || "0"));
  if (!Number.isSafeInteger(database) || database < 0) throw urlRefused("database");
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? DEFAULT_PORT : Number(url.port),
    db: database,
    ...(url.username === "" ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === "" ? {} : { password: decodeURIComponent(url.password) }),
    ...(url.protocol === "rediss:" ? { tls: {} } : {}),
  };
}

function parsedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["redis:", "rediss:", "unix:"].includes(url.protocol)) throw urlRefused("form");
  return url;
}

function urlRefused(part: string): DeskError {
  return new DeskError("redis-unsafe", {
    reason: "url-invalid",
    part,
    expected: "redis://:password@host:port",
  });
}

/** Whoever reaches the server could approve trades; only a socket file has permissions of its own. */
function refuseOpenDoor(text: string): void {
  const url = parsedUrl(text);
  if (url.protocol !== "unix:" && url.password === "") {
    throw new DeskError("redis-unsafe", { reason: "no-password", host: url.hostname });
  }
}

/** INFO is allowed where CONFIG is not (hosted servers), so what it tells decides. */
async function refuseUnsafe(redis: Redis): Promise<void> {
  const [memory, persistence] = await Promise.all([redis.info("memory"), redis.info("persistence")]);
  const policy = infoField(memory, "maxmemory_policy");
  if (policy !== "noeviction") {
    throw new DeskError("redis-unsafe", { reason: "eviction", setting: "maxmemory-policy", actual: policy });
  }
  if (infoField(persistence, "aof_enabled") !== "1") {
    throw new DeskError("redis-unsafe", { reason: "no-append-only", setting: "appendonly", actual: "no" });
  }
}

function infoField(info: string, name: string): string {
  const line = info.split(/\r?\n/).find((candidate) => candidate.startsWith(`${name}:`));
  return line?.slice(name.length + 1) ?? "unknown";
}

function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
