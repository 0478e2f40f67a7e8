import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DeskError } from "../../../src/engine/errors.ts";
import type { Trade } from "../../../src/engine/trade/trade.ts";
import { tradeMessage } from "../../contracts/chat-contract.ts";
import type { StoredMessage } from "../../emulators/telegram/chats.ts";
import { openTrade, sampleTrade } from "../../fakes/control-trades.ts";
import {
  ANN_ID,
  GROUP_ID,
  STRANGER_ID,
  startTelegramDesk,
  type TelegramDesk,
  VICTOR_ID,
} from "./telegram-desk.ts";

const NO_LONGER = "This button no longer works: it was used, has expired, or is from another chat.";

describe("taps in telegram", () => {
  let desk: TelegramDesk;

  beforeEach(async () => {
    desk = await startTelegramDesk([sampleTrade(), openTrade({ id: "t2" })]);
    await desk.telegram.start();
  });
  afterEach(() => desk.stop());

  async function card(trade: Trade, chatId: number = ANN_ID): Promise<StoredMessage> {
    await desk.telegram.chat.send(String(chatId), tradeMessage(trade));
    return desk.newest(chatId);
  }

  it("approve the size of the button and say what was approved", async () => {
    const message = await card(sampleTrade());
    const toast = await desk.tap(ANN_ID, message, "½R");
    expect(toast).toBe("Approved ½R: LONG BTC/USDT, 0.008");
    expect(desk.control.acts).toEqual([{ name: "approve", args: ["t1", 1, 0.5, "telegram:1001", "trader"] }]);
  });

  it("act once when a button is tapped twice", async () => {
    const message = await card(sampleTrade());
    const first = desk.emulator.people.tap(ANN_ID, message, "Approve 1R");
    const second = desk.emulator.people.tap(ANN_ID, message, "Approve 1R");
    await desk.emulator.settled();
    const texts = desk.emulator.callbacks.answers.map(({ callbackId, text }) => [callbackId, text]);
    expect(Object.fromEntries(texts)).toEqual({
      [first]: "Approved 1R: LONG BTC/USDT, 0.016",
      [second]: NO_LONGER,
    });
    expect(desk.control.acts).toHaveLength(1);
  });

  it("act once when Telegram delivers the same update again", async () => {
    const message = await card(sampleTrade());
    await desk.tap(ANN_ID, message, "Approve 1R");
    const { newest } = desk.emulator.updates;
    expect(newest).toHaveProperty("callback_query");
    if (newest !== undefined) desk.emulator.updates.repeat({ ...newest, update_id: newest.update_id + 1 });
    await desk.emulator.settled();
    expect(desk.control.acts).toHaveLength(1);
    expect(desk.newest(ANN_ID).text).toBe(NO_LONGER);
  });

  it("act on the trade of the card, whatever became of the list it stood in", async () => {
    await desk.say(ANN_ID, ANN_ID, "/positions");
    const list = desk.newest(ANN_ID);
    desk.control.trades.set("t0", openTrade({ id: "t0" }));
    desk.control.trades.delete("t2");
    desk.control.trades.set("t2", openTrade({ id: "t2" }));
    await desk.tap(ANN_ID, list, "Close 1");
    expect(desk.control.acts).toEqual([{ name: "close", args: ["t2", "telegram:1001"] }]);
  });

  it("tell what happened when a card is older than its trade", async () => {
    const message = await card(sampleTrade());
    const by = { userId: "telegram:1", name: "@zoe" };
    desk.control.trades.set(
      "t1",
      sampleTrade({ state: "skipped", version: 2, ended: { key: "skipped", by } }),
    );
    const toast = await desk.tap(ANN_ID, message, "Approve 1R");
    expect(toast).toBe("Too late: BTC/USDT is skipped\nSkipped by @zoe");
  });

  it("get an answer as a message that is too long for the button", async () => {
    const message = await card(sampleTrade());
    const by = { userId: "telegram:1", name: `@${"z".repeat(250)}` };
    desk.control.trades.set(
      "t1",
      sampleTrade({ state: "skipped", version: 2, ended: { key: "skipped", by } }),
    );
    expect(await desk.tap(ANN_ID, message, "Approve 1R")).toBe("");
    expect(desk.newest(ANN_ID).text).toBe(`Too late: BTC/USDT is skipped\nSkipped by ${by.name}`);
  });

  it("never say approved when the trade had expired", async () => {
    const message = await card(sampleTrade());
    desk.control.trades.set(
      "t1",
      sampleTrade({ state: "expired", version: 2, ended: { key: "expired-time" } }),
    );
    const toast = await desk.tap(ANN_ID, message, "Approve 1R");
    expect(toast).toBe("Too late: BTC/USDT is expired\nExpired: nobody approved it in time");
  });

  it("show the limit that denies an approval with its numbers, and buttons that work", async () => {
    const message = await card(sampleTrade());
    desk.control.nextOutcome = {
      status: "denied",
      trade: sampleTrade(),
      denials: [{ code: "daily-loss", limit: 3, actual: 3.2 }],
    };
    const toast = await desk.tap(ANN_ID, message, "Approve 1R");
    expect(toast).toBe("Not approved: BTC/USDT\nThe loss today is 3.2%; the limit is 3%");
    const answer = desk.newest(ANN_ID);
    expect(answer.id).not.toBe(message.id);
    expect(answer.text).toContain("The proposal still stands.");
    expect(await desk.tap(ANN_ID, answer, "¼R")).toBe("Approved ¼R: LONG BTC/USDT, 0.004");
  });

  it("re-price a proposal that price has left, and approve the new plan", async () => {
    const message = await card(sampleTrade());
    desk.control.nextOutcome = {
      status: "denied",
      trade: sampleTrade(),
      denials: [{ code: "price-moved", limit: 0.5, actual: 0.72 }],
    };
    const toast = await desk.tap(ANN_ID, message, "Approve 1R");
    expect(toast).toBe("Not approved: BTC/USDT\nPrice moved 0.72R since the setup; the limit is 0.5R");
    const answer = desk.newest(ANN_ID);
    expect(await desk.tap(ANN_ID, answer, "Re-price")).toContain("It must be approved anew.");
    const fresh = desk.newest(ANN_ID);
    expect(fresh.text).toContain("Re-priced by");
    expect(await desk.tap(ANN_ID, fresh, "½R")).toBe("Approved ½R: LONG BTC/USDT, 0.008");
  });

  it("say that nobody knows when the desk breaks in the middle of an act", async () => {
    const message = await card(sampleTrade());
    desk.control.fault = new DeskError("store-unavailable");
    const toast = await desk.tap(ANN_ID, message, "Approve 1R");
    expect(toast).toBe(
      "The desk could not confirm it. It may or may not have happened: look before you try again.",
    );
    expect(desk.newest(ANN_ID).text).toContain("The desk cannot reach its store at the moment.");
  });

  it("of somebody who is not on the list do nothing and use nothing up", async () => {
    const message = await card(sampleTrade(), GROUP_ID);
    expect(await desk.tap(STRANGER_ID, message, "Approve 1R")).toBe("This desk does not know you.");
    expect(desk.control.acts).toEqual([]);
    expect(await desk.tap(ANN_ID, message, "Approve 1R")).toBe("Approved 1R: LONG BTC/USDT, 0.016");
  });

  it("of a viewer do nothing and use nothing up", async () => {
    const message = await card(sampleTrade(), GROUP_ID);
    expect(await desk.tap(VICTOR_ID, message, "Approve 1R")).toBe(
      "This needs the role trader; you are viewer.",
    );
    expect(await desk.tap(ANN_ID, message, "Approve 1R")).toBe("Approved 1R: LONG BTC/USDT, 0.016");
  });

  it("of a user who was revoked are refused at once", async () => {
    const message = await card(sampleTrade());
    desk.allowed.delete(ANN_ID);
    expect(await desk.tap(ANN_ID, message, "Approve 1R")).toBe("This desk does not know you.");
    expect(desk.control.acts).toEqual([]);
  });

  it("with a token of another chat are refused", async () => {
    const inGroup = await card(sampleTrade(), GROUP_ID);
    const own = await card(sampleTrade());
    const id = desk.emulator.people.tapToken(ANN_ID, own, callbackData(inGroup, "Approve 1R"));
    await desk.emulator.settled();
    expect(desk.emulator.callbacks.answers.at(-1)).toEqual({ callbackId: id, text: NO_LONGER, alert: true });
    expect(desk.control.acts).toEqual([]);
  });

  it("with forged data are refused", async () => {
    const message = await card(sampleTrade());
    for (const data of ["approve:t1:1", "__proto__", "x".repeat(64), '{"type":"panic"}']) {
      desk.emulator.people.tapToken(ANN_ID, message, data);
    }
    await desk.emulator.settled();
    expect(desk.emulator.callbacks.answers.map(({ text }) => text)).toEqual(Array(4).fill(NO_LONGER));
    expect(desk.control.acts).toEqual([]);
  });

  it("that are too old to be answered still act, and the outcome comes as a message", async () => {
    const message = await card(sampleTrade());
    const id = desk.emulator.people.tap(ANN_ID, message, "Approve 1R");
    desk.emulator.advance(151_000);
    await desk.emulator.settled();
    expect(desk.emulator.callbacks.answers.filter(({ callbackId }) => callbackId === id)).toEqual([]);
    expect(desk.newest(ANN_ID).text).toBe("Approved 1R: LONG BTC/USDT, 0.016");
    expect(desk.log.lines.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("are acknowledged while the desk still works, and the outcome comes as a message", async () => {
    const message = await card(sampleTrade());
    let finish: () => void = () => undefined;
    const approve = desk.control.approve;
    desk.control.approve = async (...args) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return approve(...args);
    };
    const id = desk.emulator.people.tap(ANN_ID, message, "Approve 1R");
    const answered = () => desk.emulator.callbacks.answers.some(({ callbackId }) => callbackId === id);
    await wakeUntil(desk, answered);
    expect(desk.emulator.callbacks.answers.at(-1)).toEqual({ callbackId: id, text: "", alert: false });
    finish();
    await desk.emulator.until(() => desk.newest(ANN_ID).text.startsWith("Approved"));
    expect(desk.newest(ANN_ID).text).toBe("Approved 1R: LONG BTC/USDT, 0.016");
  });

  it("are acknowledged before they are on record, and confirmed after", async () => {
    const message = await card(sampleTrade());
    let record: () => void = () => undefined;
    const recorded = new Promise<void>((resolve) => {
      record = resolve;
    });
    const { onTap } = desk.deskChat;
    desk.deskChat.onTap = async (...args) => ({ ...(await onTap(...args)), recorded });
    const id = desk.emulator.people.tap(ANN_ID, message, "Approve 1R");
    await desk.emulator.until(() => desk.emulator.callbacks.answerTo(id) !== undefined);
    expect(desk.emulator.callbacks.answerTo(id)?.text).toBe("Approved 1R: LONG BTC/USDT, 0.016");
    expect(desk.emulator.updates.unconfirmed).toBe(1);
    record();
    await desk.emulator.settled();
  });

  it("on an answer redraw it instead of writing another one", async () => {
    await desk.say(ANN_ID, ANN_ID, "/status");
    const status = desk.newest(ANN_ID);
    expect(await desk.tap(ANN_ID, status, "Signals")).toBe("");
    expect(desk.newest(ANN_ID).id).toBe(status.id);
    expect(desk.newest(ANN_ID).text).toContain("Open proposals");
  });

  it("on a copy of a card take its old buttons away", async () => {
    await desk.say(ANN_ID, ANN_ID, "/trade t1");
    const copy = desk.newest(ANN_ID);
    await desk.tap(ANN_ID, copy, "Approve 1R");
    const redrawn = desk.emulator.chats.find(ANN_ID, copy.id);
    expect(redrawn?.text).toContain("Approved by @ann");
    expect(redrawn?.markup.inline_keyboard).toEqual([]);
  });

  it("flatten everything only after a confirmation", async () => {
    await desk.say(ANN_ID, ANN_ID, "/panic");
    expect(desk.control.acts).toEqual([]);
    await desk.tap(ANN_ID, desk.newest(ANN_ID), "Yes, flatten everything and stop");
    expect(desk.control.acts).toEqual([{ name: "panic", args: ["telegram:1001"] }]);
    expect(desk.newest(ANN_ID).text).toContain("New trades are stopped.");
    expect(desk.newest(ANN_ID).text).toContain("Closing 1 trade");
  });
});

function callbackData(message: StoredMessage, label: string): string {
  const button = message.markup.inline_keyboard.flat().find(({ text }) => text === label);
  return button !== undefined && "callback_data" in button ? button.callback_data : "";
}

/** Ends held waits until the condition holds; each turn lets the adapter get to its next wait. */
async function wakeUntil(desk: TelegramDesk, condition: () => boolean): Promise<void> {
  while (!condition()) {
    desk.sleeping.wake();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
