import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DeskError } from "../../../src/engine/errors.ts";
import { tradeMessage, wordyTrade } from "../../contracts/chat-contract.ts";
import { TOKEN } from "../../emulators/telegram/telegram-emulator.ts";
import { openTrade, sampleTrade } from "../../fakes/control-trades.ts";
import { ANN_ID, GROUP_ID, startTelegramDesk, type TelegramDesk, VICTOR_ID } from "./telegram-desk.ts";

const IMAGE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const SUPERGROUP_ID = -1_001_557_912_345;

describe("deliveries to telegram", () => {
  let desk: TelegramDesk;
  const chatId = String(ANN_ID);

  beforeEach(async () => {
    desk = await startTelegramDesk([sampleTrade()]);
  });
  afterEach(() => desk.stop());

  async function faultOf(work: Promise<unknown>): Promise<DeskError> {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error instanceof DeskError) return error;
    throw new Error(`not a DeskError: ${String(error)}`);
  }

  const send = () => desk.telegram.chat.send(chatId, tradeMessage(sampleTrade(), IMAGE));

  it("carry the silence of a message", async () => {
    await desk.telegram.chat.send(chatId, { ...tradeMessage(sampleTrade()), silent: true });
    expect(desk.newest(ANN_ID).silent).toBe(true);
  });

  it("put a whole card into the caption of its chart where it fits", async () => {
    const ref = await send();
    expect(ref.messageId).toMatch(/^p\d+$/);
    expect(desk.emulator.calls.map(({ method }) => method)).toEqual(["sendPhoto"]);
  });

  it("put a card that does not fit below its chart", async () => {
    const ref = await desk.telegram.chat.send(chatId, tradeMessage(wordyTrade(), IMAGE));
    expect(ref.messageId).toMatch(/^p\d+t\d+$/);
    const [photo, text] = desk.emulator.chats.inChat(ANN_ID);
    expect(photo?.text).toBe("LONG BTC/USDT 15m · order block touch · New York AM");
    expect(photo?.markup.inline_keyboard).toEqual([]);
    expect(text?.markup.inline_keyboard).toHaveLength(4);
  });

  it("can bring a chart later to a card that was sent without one", async () => {
    const ref = await desk.telegram.chat.send(chatId, tradeMessage(sampleTrade()));
    await desk.telegram.chat.edit(ref, tradeMessage(openTrade(), IMAGE));
    expect(desk.newest(ANN_ID).photo?.length).toBe(IMAGE.length);
    await desk.telegram.chat.edit(ref, tradeMessage(openTrade({ state: "closing", version: 6 })));
    expect(desk.newest(ANN_ID).text).toContain("Closing (by hand)");
    expect(desk.newest(ANN_ID).photo?.length).toBe(IMAGE.length);
  });

  it("answer a card, so that it rings, with what is new; and come all the same when the card is gone", async () => {
    const ref = await send();
    const [card] = desk.emulator.chats.inChat(ANN_ID);
    const news = { content: { kind: "trade-news", trade: openTrade() }, silent: false } as const;
    await desk.telegram.chat.answer?.(ref, news);
    expect(desk.newest(ANN_ID)).toMatchObject({ replyTo: card?.id, silent: false });
    expect(desk.newest(ANN_ID).text).toBe("LONG BTC/USDT · open\n\nFilled 0.016 at 61,241.5");
    desk.emulator.chats.forget(ANN_ID, card?.id ?? 0);
    await desk.telegram.chat.answer?.(ref, news);
    expect(desk.newest(ANN_ID).replyTo).toBe(undefined);
  });

  it("say how long Telegram asks to wait, and do not wait themselves", async () => {
    desk.emulator.failNext("sendPhoto", {
      kind: "refuse",
      code: 429,
      description: "Too Many Requests: retry after 17",
      retryAfter: 17,
    });
    const fault = await faultOf(send());
    expect(fault).toMatchObject({ code: "chat-rate-limited", retryable: true, retryAfterMs: 17_000 });
    expect(desk.sleeping.waits).toEqual([]);
  });

  it("say that Telegram is out of reach, without the address that holds the token", async () => {
    desk.emulator.failNext("sendPhoto", { kind: "drop" });
    const fault = await faultOf(send());
    expect(fault).toMatchObject({ code: "chat-unreachable", retryable: true, cause: undefined });
    expect(JSON.stringify([fault, fault.message, fault.stack, fault.args])).not.toContain(TOKEN);
  });

  it("send a second copy after a lost answer, and either copy approves once", async () => {
    await desk.telegram.start();
    desk.emulator.failNext("sendPhoto", { kind: "drop-after" });
    expect(await faultOf(send())).toMatchObject({ code: "chat-unreachable" });
    await send();
    const [first, second] = desk.emulator.chats.inChat(ANN_ID);
    if (first === undefined || second === undefined) throw new Error("two copies were expected");
    expect(await desk.tap(ANN_ID, first, "Approve 1R")).toBe("Approved 1R: LONG BTC/USDT, 0.016");
    expect(await desk.tap(ANN_ID, second, "Approve 1R")).toContain("Too late: BTC/USDT is approved");
  });

  it("treat a failure of the server as out of reach", async () => {
    desk.emulator.failNext("sendPhoto", { kind: "fail-after" });
    expect(await faultOf(send())).toMatchObject({ code: "chat-unreachable", retryable: true });
  });

  it("say that a chat is gone when the bot was blocked, and unsubscribe it", async () => {
    await desk.subscriptions.add("telegram", chatId);
    desk.emulator.people.shutOut(ANN_ID);
    expect(await faultOf(send())).toMatchObject({ code: "chat-gone", retryable: false });
    expect(await desk.subscriptions.list("telegram")).toEqual([]);
  });

  it("bring nothing to the private chat of a user who was revoked", async () => {
    desk.allowed.delete(ANN_ID);
    expect(await faultOf(send())).toMatchObject({ code: "chat-gone" });
    expect(desk.emulator.calls).toEqual([]);
  });

  it("follow a group to its new id when it becomes a supergroup", async () => {
    await desk.subscriptions.add("telegram", String(GROUP_ID));
    desk.emulator.people.migrate(GROUP_ID, SUPERGROUP_ID, false);
    const ref = await desk.telegram.chat.send(String(GROUP_ID), tradeMessage(sampleTrade()));
    expect(ref.chatId).toBe(String(SUPERGROUP_ID));
    expect(await desk.subscriptions.list("telegram")).toEqual([String(SUPERGROUP_ID)]);
    await desk.telegram.start();
    const toast = await desk.tap(ANN_ID, desk.newest(SUPERGROUP_ID), "Approve 1R");
    expect(toast).toBe("Approved 1R: LONG BTC/USDT, 0.016");
  });

  it("say that a message of a migrated group is gone", async () => {
    await desk.subscriptions.add("telegram", String(GROUP_ID));
    const ref = await desk.telegram.chat.send(String(GROUP_ID), tradeMessage(sampleTrade()));
    desk.emulator.people.migrate(GROUP_ID, SUPERGROUP_ID, false);
    const fault = await faultOf(desk.telegram.chat.edit(ref, tradeMessage(openTrade())));
    expect(fault.code).toBe("chat-message-gone");
    expect(await desk.subscriptions.list("telegram")).toEqual([String(SUPERGROUP_ID)]);
  });

  it("learn of a migration and of a removal from updates", async () => {
    await desk.telegram.start();
    await desk.subscriptions.add("telegram", String(GROUP_ID));
    await desk.subscriptions.add("telegram", String(VICTOR_ID));
    desk.emulator.people.migrate(GROUP_ID, SUPERGROUP_ID);
    desk.emulator.people.shutOut(VICTOR_ID);
    await desk.emulator.settled();
    expect(await desk.subscriptions.list("telegram")).toEqual([String(SUPERGROUP_ID)]);
  });

  it("refuse what Telegram will never take", async () => {
    const tooBig = new Uint8Array(11 * 1024 * 1024);
    tooBig.set(IMAGE);
    const work = desk.telegram.chat.send(chatId, tradeMessage(sampleTrade(), tooBig));
    expect(await faultOf(work)).toMatchObject({ code: "chat-refused", retryable: false });
  });
});
