import type { ZodType } from "zod";
import { DeskError } from "../engine/errors.ts";

/** Beginnings of replies with which a server says that it cannot write or read now. */
const SERVER_AWAY = /^(LOADING|BUSY|MISCONF|OOM|READONLY|MASTERDOWN|CLUSTERDOWN|NOREPLICAS|TRYAGAIN)\b/;
const CONNECTION_AWAY =
  /connection|ECONN|EPIPE|ENOENT|ETIMEDOUT|max retries|stream isn't writeable|timed out/i;

/**
 * The reply of Redis. Throws `DeskError` `store-unavailable` when Redis could not be reached or refuses to
 * work now; whether a command was carried out is then unknown. Any other fault is one of ours and stays as it is.
 */
export async function reached<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (failure) {
    if (!(failure instanceof Error)) throw failure;
    const away = SERVER_AWAY.test(failure.message) || CONNECTION_AWAY.test(failure.message);
    if (!away) throw failure;
    throw new DeskError("store-unavailable", { reason: failure.message }, { cause: failure });
  }
}

/** What the JSON text under `key` says. Throws `DeskError` `store-corrupt` naming key and path. */
export function decoded<T>(schema: ZodType<T>, key: string, text: string): T {
  const parsed = schema.safeParse(jsonOf(key, text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  throw new DeskError("store-corrupt", { key, path, problem: issue?.message ?? "" });
}

/** JSON text that `decoded` will accept again; a value that would not come back is not stored. */
export function encoded<T>(schema: ZodType<T>, key: string, value: T): string {
  const text = JSON.stringify(value);
  decoded(schema, key, text);
  return text;
}

function jsonOf(key: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DeskError("store-corrupt", { key, path: "", problem: "not JSON" });
  }
}
