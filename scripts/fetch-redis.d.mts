/**
 * Path of a Redis server that runs on this machine. On Debian and Ubuntu it is downloaded when there is none
 * and unpacked below `.cache/`, without installing a package or a service. Throws an `Error` whose message is
 * one line that says what to install.
 */
export function ensureRedisBinary(
  root: string,
  env?: Readonly<Record<string, string | undefined>>,
): Promise<string>;

/** What a person types to get a server here. */
export function installHint(env?: Readonly<Record<string, string | undefined>>): string;
