/** Where `fetch-redis.mjs` puts a server that is not installed on the system. */
export function cachedRedisBinary(root: string): string;

/**
 * The Redis (or Valkey) server to run: `REDIS_SERVER_BIN`, then the search path, then the one fetched below
 * `root`. `undefined` when there is none, and when `REDIS_SERVER_BIN` names no executable file.
 */
export function findRedisBinary(
  root: string,
  env?: Readonly<Record<string, string | undefined>>,
): string | undefined;

/** The first executable file of that name on the search path. */
export function findOnPath(
  name: string,
  env?: Readonly<Record<string, string | undefined>>,
): string | undefined;
