import type { Redis } from "ioredis";

type Argument = string | number | Buffer;

/** Runs one script on the server: all of it or nothing, and nobody in between. */
export type RunScript = (keys: readonly string[], args: readonly Argument[]) => Promise<unknown>;

/** Makes a Lua script callable; ioredis sends its text only when the server does not know it yet. */
export function defineScript(redis: Redis, name: string, lua: string): RunScript {
  redis.defineCommand(name, { lua });
  // ioredis adds the command as a method that its types cannot know.
  const command = Reflect.get(redis, name) as (...args: Argument[]) => Promise<unknown>;
  return (keys, args) => command.call(redis, keys.length, ...keys, ...args);
}
