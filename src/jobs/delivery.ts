import { DeskError } from "../engine/errors.ts";
import { type Reach, reachOf } from "../engine/notify/reach-of.ts";
import type { OutboxRow } from "../engine/ports/ledger.ts";
import type { Preferences } from "../engine/ports/preferences.ts";
import type { Subscriptions } from "../engine/ports/settings-store.ts";
import type { Chat, Clock, MessageRef, OutgoingMessage } from "../engine/ports.ts";
import type { Trade, TradeState } from "../engine/trade/trade.ts";
import type { DeskContext } from "./desk-context.ts";
import { drawPicture, type PictureWish } from "./pictures/draw-picture.ts";
import { everyone } from "./pictures/easel.ts";

const BATCH = 200;
/** Unforeseen faults of one row in one chat after which the chat does without it. */
const MAX_TRIES = 6;
const FIRST_WAIT_MS = 1000;
/** A notice that could not be brought for so long is stale, in the time of the market. */
const STALE_MS = 30 * 60_000;
/** Fewer stale notices are brought one by one. */
const DIGEST_FROM = 5;
/** States whose picture differs from the one before; between them a redrawn card keeps its image. */
const PICTURED: ReadonlySet<TradeState> = new Set(["proposed", "partially-filled", "open", "closed"]);

/**
 * Brings what the outbox holds to every subscribed chat: a card is posted where it is missing and edited where
 * it stands. A row is settled when every chat has it or can never have it; else it stays for the next round.
 */
export class Delivery {
  private readonly context: DeskContext;
  private readonly chats: readonly Chat[];
  private readonly subscriptions: Subscriptions;
  /** Chats that asked for a pause, with the wall time until which they are left alone. */
  private readonly restingUntil = new Map<string, number>();
  /** Chats that could not take a row of this run: what comes after it waits, so that the order is kept. */
  private readonly heldUp = new Set<string>();
  /** Rows that met an unforeseen fault in a chat: how often, and until when they wait. */
  private readonly troubled = new Map<string, { readonly tries: number; readonly until: number }>();
  private readonly wall: Clock;
  private readonly preferences: Pick<Preferences, "read"> | undefined;

  /** Without `preferences` every chat gets everything, as loud as it is. */
  constructor(
    context: DeskContext,
    chats: readonly Chat[],
    subscriptions: Subscriptions,
    wall: Clock,
    preferences?: Pick<Preferences, "read">,
  ) {
    this.context = context;
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.wall = wall;
    this.preferences = preferences;
  }

  /** Works off the outbox in its order. Rows of one trade collapse: only its newest state is shown. */
  async run(): Promise<void> {
    this.heldUp.clear();
    const rows = await this.context.ledger.pendingOutbox(BATCH);
    await this.digestStale(rows);
    const newest = new Map(rows.map((row) => [subjectOf(row), row.id]));
    // A quiet step after a loud one does not take its sound away: the last loud row stays until the newest is shown.
    const loud = new Map(rows.filter(isLoud).map((row) => [subjectOf(row), row.id]));
    let settled = 0;
    for (const row of rows) {
      const subject = subjectOf(row);
      const lastLoud = loud.get(subject);
      const superseded = newest.get(subject) !== row.id;
      if (superseded ? row.id === lastLoud : !(await this.deliver(row, lastLoud))) continue;
      const done = superseded || lastLoud === undefined ? [row.id] : [...new Set([row.id, lastLoud])];
      for (const id of done) await this.context.ledger.settleOutbox(id);
      settled += done.length;
    }
    // Where nothing moved, chats are resting: the sweeper looks again, a loop would only burn.
    if (rows.length === BATCH && settled > 0) await this.context.queues.enqueue("deliver-outbox", {});
  }

  /**
   * A chat that was out of reach for long gets one message in the place of all the notices it missed. They count
   * as posted there, so that they are settled with the others.
   */
  private async digestStale(rows: readonly OutboxRow[]): Promise<void> {
    const stale = staleNotices(rows, this.context.clock.now());
    if (stale.length < DIGEST_FROM) return;
    const posted = await Promise.all(
      stale.map(async (row) => ({ row, cards: await this.context.ledger.cards(row.id) })),
    );
    await this.toEveryChat("digest", async (chat, chatId) => {
      const missed = posted.filter(({ cards }) => !cards.some(({ ref }) => isIn(ref, chat, chatId)));
      if (missed.length < DIGEST_FROM) return;
      const notice = { key: "notice-digest", args: { count: missed.length }, silent: false };
      const ref = await chat.send(chatId, { content: { kind: "notice", notice }, silent: false });
      for (const { row } of missed) await this.context.ledger.rememberCard(row.id, ref, 1);
    });
  }

  private async deliver(row: OutboxRow, loudRowId?: string): Promise<boolean> {
    const { body } = row;
    if (body.kind === "notice") {
      const image = await this.imageOf(body.notice.picture);
      const message: OutgoingMessage = { content: body, silent: body.notice.silent, ...image };
      return this.toEveryChat(row.id, (chat, chatId) => this.post(chat, chatId, message, row.id));
    }
    const trade = await this.context.ledger.load(body.tradeId);
    return trade === undefined || this.deliverTrade(row.id, trade, loudRowId);
  }

  /** Each chat hears of the loud row once, though the row stays until every chat has the newest one. */
  private async deliverTrade(rowId: string, trade: Trade, loudRowId?: string): Promise<boolean> {
    const { ledger } = this.context;
    const image = await this.imageOf(PICTURED.has(trade.state) ? { kind: "trade", trade } : undefined);
    const cards = await ledger.cards(trade.id);
    const heard = loudRowId === undefined ? [] : await ledger.cards(loudRowId);
    return this.toEveryChat(rowId, async (chat, chatId) => {
      const card = cards.find(({ ref }) => isIn(ref, chat, chatId));
      if (card && card.version >= trade.version) return;
      const loud = loudRowId !== undefined && !heard.some(({ ref }) => isIn(ref, chat, chatId));
      const message: OutgoingMessage = { content: { kind: "trade", trade }, silent: !loud, ...image };
      // What stands in a chat is kept true, whatever the chat wants to hear of.
      const ref = card ? await this.edit(chat, card.ref, message) : await this.send(chat, chatId, message);
      if (ref === undefined) return;
      if (loud && ref === card?.ref) await this.ring(chat, ref, trade);
      if (loud) await ledger.rememberCard(loudRowId, ref, trade.version);
      await ledger.rememberCard(trade.id, ref, trade.version);
    });
  }

  /** Answers a card that was redrawn, where an edit makes no sound; without the answer the row is not done. */
  private async ring(chat: Chat, ref: MessageRef, trade: Trade): Promise<void> {
    // A position that is being left is told of when it is gone, with its result.
    if (chat.answer === undefined || trade.state === "closing") return;
    const content = { kind: "trade-news", trade } as const;
    if ((await this.reach(chat, ref.chatId, { content, silent: false })) !== "loud") return;
    await chat.answer(ref, { content, silent: false });
  }

  /** A message goes out as text when its picture cannot be drawn. */
  private async imageOf(wish: PictureWish | undefined): Promise<Pick<OutgoingMessage, "image">> {
    const image = wish && (await drawPicture(this.context, wish, everyone(this.context)));
    return image === undefined ? {} : { image };
  }

  /** Edits a card, or posts it anew where somebody deleted the message. */
  private async edit(chat: Chat, ref: MessageRef, message: OutgoingMessage): Promise<MessageRef> {
    try {
      await chat.edit(ref, message);
      return ref;
    } catch (error) {
      if (error instanceof DeskError && error.code === "chat-message-gone")
        return chat.send(ref.chatId, message);
      throw error;
    }
  }

  /** A notice is posted to a chat once, also when another chat of the same row has to be tried again. */
  private async post(chat: Chat, chatId: string, message: OutgoingMessage, rowId: string): Promise<void> {
    const known = await this.context.ledger.cards(rowId);
    if (known.some(({ ref }) => isIn(ref, chat, chatId))) return;
    const ref = await this.send(chat, chatId, message);
    if (ref !== undefined) await this.context.ledger.rememberCard(rowId, ref, 1);
  }

  /** Sends as loud as the chat wants it; unset when it does not want it. */
  private async send(chat: Chat, chatId: string, message: OutgoingMessage): Promise<MessageRef | undefined> {
    const reach = await this.reach(chat, chatId, message);
    return reach === "none" ? undefined : chat.send(chatId, { ...message, silent: reach === "silent" });
  }

  private async reach(chat: Chat, chatId: string, { content, silent }: OutgoingMessage): Promise<Reach> {
    const preference = (await this.preferences?.read({ platform: chat.platform, id: chatId })) ?? {};
    const { timeZone, timeZones } = this.context;
    return reachOf(content, silent, preference, { now: this.wall.now(), timeZone, timeZones });
  }

  private async toEveryChat(
    rowId: string,
    deliver: (chat: Chat, chatId: string) => Promise<void>,
  ): Promise<boolean> {
    let settled = true;
    for (const chat of this.chats) {
      for (const chatId of await this.subscriptions.list(chat.platform)) {
        if (!(await this.attempt(rowId, chat, chatId, deliver))) settled = false;
      }
    }
    return settled;
  }

  /** `false` when this chat has to be tried again. A fault of one chat never holds up another. */
  private async attempt(
    rowId: string,
    chat: Chat,
    chatId: string,
    deliver: (chat: Chat, chatId: string) => Promise<void>,
  ): Promise<boolean> {
    const key = `${chat.platform}:${chatId}`;
    const rowKey = `${rowId} ${key}`;
    if (this.wall.now() < (this.restingUntil.get(key) ?? 0)) this.heldUp.add(key);
    if (this.heldUp.has(key) || this.wall.now() < (this.troubled.get(rowKey)?.until ?? 0)) return false;
    try {
      await deliver(chat, chatId);
      this.troubled.delete(rowKey);
      return true;
    } catch (error) {
      if (!(error instanceof DeskError)) return this.afterUnforeseen(rowKey, error);
      return this.afterFault(chat, chatId, key, error);
    }
  }

  /** Nobody knows whether it passes: tried again a few times, each after twice the wait, then given up. */
  private afterUnforeseen(rowKey: string, error: unknown): boolean {
    const tries = (this.troubled.get(rowKey)?.tries ?? 0) + 1;
    if (tries >= MAX_TRIES) {
      this.troubled.delete(rowKey);
      this.context.log.error({ err: error, row: rowKey, tries }, "a delivery is given up");
      return true;
    }
    this.context.log.warn({ err: error, row: rowKey, tries }, "delivery failed in an unforeseen way");
    this.troubled.set(rowKey, { tries, until: this.wall.now() + FIRST_WAIT_MS * 2 ** (tries - 1) });
    return false;
  }

  private async afterFault(chat: Chat, chatId: string, key: string, error: DeskError): Promise<boolean> {
    this.context.log.warn({ err: error, chat: key }, "delivery failed");
    if (error.code === "chat-gone") await this.subscriptions.remove(chat.platform, chatId);
    if (!error.retryable) return true;
    this.heldUp.add(key);
    this.restingUntil.set(key, this.wall.now() + (error.retryAfterMs ?? 1000));
    return false;
  }
}

function isIn(ref: MessageRef, chat: Chat, chatId: string): boolean {
  return ref.platform === chat.platform && ref.chatId === chatId;
}

/** Notices that were news so long ago that one by one they would only be noise. */
function staleNotices(rows: readonly OutboxRow[], now: number): readonly OutboxRow[] {
  return rows.filter(({ body, createdAt }) => body.kind === "notice" && now - createdAt > STALE_MS);
}

function isLoud({ body }: OutboxRow): boolean {
  return body.kind === "trade" && body.loud;
}

function subjectOf(row: OutboxRow): string {
  return row.body.kind === "trade" ? row.body.tradeId : row.id;
}
