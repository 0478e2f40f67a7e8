import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import { z } from "zod";
import type { Audit, AuditAnchor, AuditedAct, AuditLine, AuditVerdict } from "../engine/ports/audit.ts";
import { UNDOABLE_EVENTS } from "../engine/trade/way-back.ts";
import { ADD_AUDIT } from "./audit-script.ts";
import type { Keys } from "./keys.ts";
import { defineScript, type RunScript } from "./redis-script.ts";
import { decoded, encoded, reached } from "./store-fault.ts";
import { actorSchema, type ShapeOf } from "./trade-schema.ts";

/** KEYS: audit, its head. ARGV: entry. */
const RECORD_ACT = `${ADD_AUDIT}
add_audit(KEYS[1], KEYS[2], ARGV[1])
return 1`;

const BATCH = 1000;

const actSchema = z.strictObject({
  kind: z.enum(["command", "tap"]),
  at: z.number(),
  by: actorSchema,
  platform: z.string(),
  chatId: z.string(),
  text: z.string(),
} satisfies ShapeOf<AuditedAct>);

/** Of an entry about a trade, what its standing state is compared with. */
const tradeEntrySchema = z.object({ kind: z.literal("trade"), trade: z.string(), digest: z.string() });

/** Of an entry of any kind, what people read; entries are written by the desk's own scripts. */
const lineSchema = z.union([
  z.object({ kind: z.enum(["command", "tap"]), at: z.number(), by: actorSchema, text: z.string() }),
  z.object({
    kind: z.literal("settings"),
    change: z.object({ at: z.number(), by: actorSchema, path: z.string() }),
  }),
  z.object({
    kind: z.literal("trade"),
    trade: z.string(),
    state: z.string(),
    events: z.array(z.object({ type: z.string(), at: z.number().optional(), by: actorSchema.optional() })),
  }),
]);

function lineOf(number: number, key: string, text: string): AuditLine {
  const entry = decoded(lineSchema, key, text);
  switch (entry.kind) {
    case "command":
    case "tap":
      return { number, kind: entry.kind, at: entry.at, by: entry.by, text: entry.text };
    case "settings":
      return { number, kind: entry.kind, at: entry.change.at, by: entry.change.by, text: entry.change.path };
    case "trade": {
      // A person's act leads to events of the desk in the same step: theirs is the one that names them.
      const act = entry.events.find((event) => event.by !== undefined);
      const { at, by } = act ?? entry.events.at(-1) ?? {};
      const text = `${entry.trade} → ${entry.state}`;
      const isUndoable = UNDOABLE_EVENTS.some((type) => type === act?.type);
      const trade = { id: entry.trade, isUndoable };
      return { number, kind: entry.kind, text, trade, ...(at !== undefined && { at }), ...(by && { by }) };
    }
  }
}

/** The chain as a stream, and its end as a hash of its own. */
export class RedisAudit implements Audit {
  private readonly redis: Redis;
  private readonly keys: Keys;
  private readonly runRecord: RunScript;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
    this.runRecord = defineScript(redis, "recordAct", RECORD_ACT);
  }

  async record(act: AuditedAct): Promise<void> {
    const { audit, auditHead } = this.keys;
    await reached(this.runRecord([audit, auditHead], [encoded(actSchema, audit, act)]));
  }

  async newest(limit: number, skip: number): Promise<{ lines: readonly AuditLine[]; total: number }> {
    const { audit } = this.keys;
    const total = (await this.head()).number;
    const first = Math.max(1, total - skip - limit + 1);
    if (total - skip < 1) return { lines: [], total };
    const rows = await reached(this.redis.xrange(audit, `${first}-0`, `${total - skip}-0`));
    const lines = rows.map(([id, fields]) => lineOf(Number(id.split("-")[0]), audit, fields[1] ?? ""));
    return { lines: lines.reverse(), total };
  }

  async verify(anchor?: AuditAnchor): Promise<AuditVerdict> {
    // What comes after the head was read is not looked at: the desk may write meanwhile.
    const end = await this.head();
    const digests = new Map<string, string>();
    let head: AuditAnchor = { number: 0, hash: "" };
    while (head.number < end.number) {
      const entries = await this.entriesAfter(head.number);
      if (entries.length === 0) return broken(head.number + 1, "end-cut");
      for (const { id, entry, hash } of entries.slice(0, end.number - head.number)) {
        const number = head.number + 1;
        if (id !== `${number}-0`) return broken(number, "entry-missing");
        if (linkOf(head.hash, number, entry) !== hash) return broken(number, "entry-changed");
        if (anchor?.number === number && anchor.hash !== hash) return broken(number, "anchor-differs");
        const trade = tradeEntrySchema.safeParse(JSON.parse(entry));
        if (trade.success) digests.set(trade.data.trade, trade.data.digest);
        head = { number, hash };
      }
    }
    if (head.hash !== end.hash) return broken(end.number, "entry-changed");
    if ((anchor?.number ?? 0) > head.number) return broken(head.number + 1, "end-cut");
    return (await this.standsAsSaid(digests, end))
      ? { status: "whole", head }
      : broken(end.number, "trade-changed");
  }

  async holds({ number, hash }: AuditAnchor): Promise<boolean> {
    if (number === 0) return true;
    const [row] = await reached(this.redis.xrange(this.keys.audit, `${number}-0`, `${number}-0`));
    return row?.[1][3] === hash;
  }

  async head(): Promise<AuditAnchor> {
    const [number, hash] = await reached(this.redis.hmget(this.keys.auditHead, "number", "hash"));
    // Without a head, whatever lies in the stream has lost it.
    const length = hash === null ? await reached(this.redis.xlen(this.keys.audit)) : 0;
    return { number: Number(number ?? length), hash: hash ?? "" };
  }

  private async entriesAfter(number: number) {
    const rows = await reached(this.redis.xrange(this.keys.audit, `${number}-1`, "+", "COUNT", BATCH));
    return rows.map(([id, fields]) => ({ id, entry: fields[1] ?? "", hash: fields[3] ?? "" }));
  }

  /** Trades that moved on since are in entries that were not read, so the end must still be the same. */
  private async standsAsSaid(digests: ReadonlyMap<string, string>, end: AuditAnchor): Promise<boolean> {
    for (const [id, digest] of digests) {
      const text = await reached(this.redis.hget(this.keys.trade(id), "trade"));
      if (text !== null && sha1(text) === digest) continue;
      if ((await this.head()).number === end.number) return false;
      return (await this.verify()).status === "whole";
    }
    return true;
  }
}

function linkOf(before: string, number: number, entry: string): string {
  return sha1(`${before}\n${number}\n${entry}`);
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}

function broken(number: number, reason: Extract<AuditVerdict, { status: "broken" }>["reason"]): AuditVerdict {
  return { status: "broken", number, reason };
}
