import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where `fetch-redis.mjs` puts a server that is not installed on the system. */
export function cachedRedisBinary(root) {
  return join(root, ".cache", "redis", "bin", "redis-server");
}

/**
 * The Redis (or Valkey) server to run: `REDIS_SERVER_BIN`, then the search path, then the one fetched below
 * `root`. `undefined` when there is none.
 *
 * @param {string} root folder of the repository
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined}
 */
export function findRedisBinary(root, env = process.env) {
  const named = env.REDIS_SERVER_BIN;
  if (named !== undefined && named !== "") return isExecutable(named) ? named : undefined;
  const found = findOnPath("redis-server", env) ?? findOnPath("valkey-server", env);
  if (found !== undefined) return found;
  const cached = cachedRedisBinary(root);
  return isExecutable(cached) ? cached : undefined;
}

/**
 * @param {string} name
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined}
 */
export function findOnPath(name, env = process.env) {
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    if (folder === "") continue;
    const file = join(folder, name);
    if (isExecutable(file)) return file;
  }
  return undefined;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(realpathSync(file)).isFile();
  } catch {
    return false;
  }
}
