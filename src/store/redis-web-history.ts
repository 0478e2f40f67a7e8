import type { Redis } from "ioredis";
import { z } from "zod";
import { DeskError } from "../engine/errors.ts";
import type { WebContent, WebEntry, WebHistory, WebSession } from "../engine/ports/web-history.ts";

const KEPT_MESSAGES = 2000;

const entrySchema = z.strictObject({
  id: z.string(),
  sequence: z.int().min(1),
  at: z.number(),
  editedAt: z.number().optional(),
  body: z.string(),
  imageSequence: z.int().min(1).optional(),
});

const sessionSchema = z.strictObject({ userId: z.string(), createdAt: z.number(), expiresAt: z.number() });

/**
 * KEYS: sequence counter, entries (hash id -> JSON), order (zset by id), writes (zset by sequence), images (hash).
 * ARGV: "append" or "replace", id ("" to append), time, body, image ("" keeps the one that is there), kept messages.
 * One step: a page that sees a sequence sees everything before it. Gives the entry as JSON, or nil.
 */
const WRITE = `
local mode, id, at, body, image = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5]
local entry = { at = at }
if mode == 'replace' then
  local known = redis.call('HGET', KEYS[2], id)
  if not known then return nil end
  entry = cjson.decode(known)
  entry.editedAt = at
end
local sequence = redis.call('INCR', KEYS[1])
if mode == 'append' then id = tostring(sequence) end
entry.id, entry.sequence, entry.body = id, sequence, body
if #image > 0 then
  redis.call('HSET', KEYS[5], id, image)
  entry.imageSequence = sequence
end
local text = cjson.encode(entry)
redis.call('HSET', KEYS[2], id, text)
redis.call('ZADD', KEYS[3], id, id)
redis.call('ZADD', KEYS[4], sequence, id)
local surplus = redis.call('ZCARD', KEYS[3]) - tonumber(ARGV[6])
if surplus > 0 then
  for _, old in ipairs(redis.call('ZPOPMIN', KEYS[3], surplus)) do
    redis.call('HDEL', KEYS[2], old)
    redis.call('HDEL', KEYS[5], old)
    redis.call('ZREM', KEYS[4], old)
  end
end
return text
`;

/** Messages and sign-ins of the web chat in Redis. `prefix` begins every key. */
export function createRedisWebHistory(redis: Redis, prefix: string): WebHistory {
  const key = (...parts: string[]) => [prefix, ...parts].join(":");
  const chatKeys = (chatId: string) =>
    ["sequence", "entries", "order", "writes", "images"].map((part) => key(chatId, part));

  async function write(
    mode: "append" | "replace",
    chatId: string,
    id: string,
    content: WebContent,
    at: number,
  ) {
    const image = content.image === undefined ? "" : Buffer.from(content.image);
    const answer = await attempt(() =>
      redis.eval(WRITE, 5, ...chatKeys(chatId), mode, id, at, content.body, image, KEPT_MESSAGES),
    );
    return answer === null ? undefined : parseEntry(String(answer));
  }

  async function entries(chatId: string, ids: readonly string[]): Promise<WebEntry[]> {
    if (ids.length === 0) return [];
    const texts = await attempt(() => redis.hmget(key(chatId, "entries"), ...ids));
    return texts.flatMap((text) => (text === null ? [] : [parseEntry(text)]));
  }

  return {
    async append(chatId, content, at) {
      const entry = await write("append", chatId, "", content, at);
      if (entry === undefined) throw new DeskError("store-unavailable", { chatId });
      return entry;
    },
    replace: (chatId, id, content, at) => write("replace", chatId, id, content, at),
    find: async (chatId, id) => (await entries(chatId, [id]))[0],
    async newest(chatId, limit, beforeId) {
      const before = beforeId === undefined ? "+inf" : `(${beforeId}`;
      const ids = await attempt(() =>
        redis.zrange(key(chatId, "order"), before, "-inf", "BYSCORE", "REV", "LIMIT", 0, limit),
      );
      return entries(chatId, ids.reverse());
    },
    async since(chatId, sequence, limit) {
      const ids = await attempt(() =>
        redis.zrange(key(chatId, "writes"), `(${sequence}`, "+inf", "BYSCORE", "LIMIT", 0, limit),
      );
      return entries(chatId, ids);
    },
    head: async (chatId) => Number((await attempt(() => redis.get(key(chatId, "sequence")))) ?? 0),
    async image(chatId, id) {
      const image = await attempt(() => redis.hgetBuffer(key(chatId, "images"), id));
      return image === null ? undefined : new Uint8Array(image);
    },
    async saveSession(sessionKey, session) {
      const text = JSON.stringify(session);
      await attempt(() => redis.set(key("session", sessionKey), text, "PXAT", Math.ceil(session.expiresAt)));
    },
    async session(sessionKey): Promise<WebSession | undefined> {
      const text = await attempt(() => redis.get(key("session", sessionKey)));
      return text === null ? undefined : sessionSchema.parse(JSON.parse(text));
    },
    async endSession(sessionKey) {
      await attempt(() => redis.del(key("session", sessionKey)));
    },
  };
}

function parseEntry(text: string): WebEntry {
  const { editedAt, imageSequence, ...entry } = entrySchema.parse(JSON.parse(text));
  return {
    ...entry,
    ...(editedAt !== undefined && { editedAt }),
    ...(imageSequence !== undefined && { imageSequence }),
  };
}

async function attempt<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (cause) {
    throw new DeskError("store-unavailable", {}, { cause });
  }
}
