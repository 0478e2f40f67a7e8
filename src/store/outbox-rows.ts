import type { Redis } from "ioredis";
import { z } from "zod";
import type { NoticeContent } from "../engine/ports/chat.ts";
import type { Ledger, OutboxBody, OutboxRow } from "../engine/ports/ledger.ts";
import type { SessionPicture } from "../engine/ports/pictures.ts";
import type { BriefSymbol, SessionBrief } from "../engine/ports/session-brief.ts";
import type { Keys } from "./keys.ts";
import { POST_NOTICE } from "./ledger-scripts.ts";
import { defineScript, type RunScript } from "./redis-script.ts";
import { decoded, encoded, reached } from "./store-fault.ts";
import type { ShapeOf } from "./trade-schema.ts";

type OutboxPart = Pick<Ledger, "post" | "pendingOutbox" | "outboxRow" | "settleOutbox">;

/** How long a notice's operation id is remembered. Nothing that posts tries again for so long. */
const REMEMBER_POST_MS = 30 * 24 * 3_600_000;

const pictureSchema = z.strictObject({
  kind: z.literal("session-brief"),
  zone: z.string(),
  opensAt: z.number(),
} satisfies ShapeOf<SessionPicture>);

const rangeSchema = z.strictObject({ high: z.number(), low: z.number() });

const briefSchema = z.strictObject({
  phase: z.enum(["opened", "closed"]),
  name: z.string(),
  opensAt: z.number(),
  closesAt: z.number(),
  symbols: z.array(
    z.strictObject({
      symbol: z.string(),
      price: z.number(),
      bias: z.enum(["bullish", "bearish"]).exactOptional(),
      asian: rangeSchema.exactOptional(),
      previousDay: rangeSchema.exactOptional(),
    } satisfies ShapeOf<BriefSymbol>),
  ),
  more: z.number(),
  openRiskPercent: z.number(),
  tradesLeft: z.number(),
  result: z
    .strictObject({ proposals: z.number(), approved: z.number(), closed: z.number(), netR: z.number() })
    .exactOptional(),
} satisfies ShapeOf<SessionBrief>);

const noticeSchema = z.strictObject({
  key: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  silent: z.boolean(),
  picture: pictureSchema.exactOptional(),
  brief: briefSchema.exactOptional(),
} satisfies ShapeOf<NoticeContent>);

const rowSchema = z.strictObject({
  createdAt: z.number(),
  body: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("trade"), tradeId: z.string(), loud: z.boolean() }),
    z.strictObject({ kind: z.literal("notice"), notice: noticeSchema }),
  ]) satisfies z.ZodType<OutboxBody>,
});

/** A row as it is stored; its id is given by the script that adds it. */
export function encodedRow(keys: Keys, body: OutboxBody, createdAt: number): string {
  return encoded(rowSchema, keys.outboxRows, { createdAt, body });
}

/** The ledger's outbox: what is still to be told, in the order in which it became true. */
export class OutboxRows implements OutboxPart {
  private readonly redis: Redis;
  private readonly keys: Keys;
  private readonly runPost: RunScript;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
    this.runPost = defineScript(redis, "postNotice", POST_NOTICE);
  }

  async post(operationId: string, notice: NoticeContent, at: number): Promise<void> {
    const { keys } = this;
    const row = encodedRow(keys, { kind: "notice", notice }, at);
    const touched = [keys.posted(operationId), keys.outboxNumber, keys.outbox, keys.outboxRows];
    await reached(this.runPost(touched, [REMEMBER_POST_MS, row]));
  }

  async pendingOutbox(limit: number): Promise<readonly OutboxRow[]> {
    if (limit <= 0) return [];
    const ids = await reached(this.redis.zrange(this.keys.outbox, "0", String(limit - 1)));
    if (ids.length === 0) return [];
    const rows = await reached(this.redis.hmget(this.keys.outboxRows, ...ids));
    // A row that was settled in between is gone.
    return ids.flatMap((id, i) => this.row(id, rows[i] ?? null) ?? []);
  }

  async outboxRow(id: string): Promise<OutboxRow | undefined> {
    return this.row(id, await reached(this.redis.hget(this.keys.outboxRows, id)));
  }

  async settleOutbox(id: string): Promise<void> {
    const { outbox, outboxRows, tradeCards } = this.keys;
    await reached(this.redis.multi().zrem(outbox, id).hdel(outboxRows, id).del(tradeCards(id)).exec());
  }

  private row(id: string, text: string | null): OutboxRow | undefined {
    return text === null ? undefined : { id, ...decoded(rowSchema, `${this.keys.outboxRows} ${id}`, text) };
  }
}
