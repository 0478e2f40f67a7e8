import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tradeMessage } from "../../contracts/chat-contract.ts";
import { sampleTrade } from "../../fakes/control-trades.ts";
import {
  ANN_ID,
  GROUP_ID,
  STRANGER_ID,
  startTelegramDesk,
  type TelegramDesk,
  VICTOR_ID,
} from "./telegram-desk.ts";

const CHART = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const LINK = "https://t.me/killzone_bot?start=trade_t1";

describe("a link to a trade in telegram", () => {
  let desk: TelegramDesk;
  beforeEach(async () => {
    desk = await startTelegramDesk([sampleTrade()]);
    await desk.telegram.start();
  });
  afterEach(() => desk.stop());

  const linksIn = (chatId: number) => {
    const { text, entities } = desk.newest(chatId);
    return entities.flatMap((entity) =>
      entity.type === "text_link"
        ? [[text.slice(entity.offset, entity.offset + entity.length), entity.url]]
        : [],
    );
  };

  it.each([
    ["with a chart", CHART],
    ["without one", undefined],
  ])("stands on the trade's id on a card in a group %s, also after it was edited", async (_name, image) => {
    const ref = await desk.telegram.chat.send(String(GROUP_ID), tradeMessage(sampleTrade(), image));
    expect(linksIn(GROUP_ID)).toEqual([["Trade t1", LINK]]);
    await desk.telegram.chat.edit(ref, tradeMessage(sampleTrade({ state: "expired", version: 2 })));
    expect(desk.newest(GROUP_ID).text).toContain("Expired");
    expect(linksIn(GROUP_ID)).toEqual([["Trade t1", LINK]]);
  });

  it("is not on a card in a private chat, which is where it leads", async () => {
    await desk.telegram.chat.send(String(ANN_ID), tradeMessage(sampleTrade()));
    expect(desk.newest(ANN_ID).text).toContain("Trade t1");
    expect(linksIn(ANN_ID)).toEqual([]);
  });

  it("brings the card with its buttons to somebody with a role, and subscribes to nothing", async () => {
    await desk.say(ANN_ID, ANN_ID, "/start trade_t1");
    const card = desk.newest(ANN_ID);
    expect(card.text).toContain("LONG BTC/USDT 15m · order block touch · New York AM");
    expect(await desk.tap(ANN_ID, card, "Approve 1R")).toBe("Approved 1R: LONG BTC/USDT, 0.016");
    expect(await desk.subscriptions.list("telegram")).toEqual([]);
  });

  it("shows the card to a viewer, whose taps are refused", async () => {
    await desk.say(VICTOR_ID, VICTOR_ID, "/start trade_t1");
    const card = desk.newest(VICTOR_ID);
    expect(card.text).toContain("Trade t1");
    expect(await desk.tap(VICTOR_ID, card, "Approve 1R")).toBe("This needs the role trader; you are viewer.");
    expect(desk.control.acts).toEqual([]);
  });

  it.each([
    ["nothing", "There is no trade nothing."],
    ["../t1", "There is no trade ../t1."],
    ["t1 t1", "This is more than the command takes"],
    ["x".repeat(80), `There is no trade ${"x".repeat(58)}.`],
  ])("to %j says that there is no such trade", async (id, answer) => {
    await desk.say(ANN_ID, ANN_ID, `/start trade_${id}`);
    expect(desk.newest(ANN_ID).text).toContain(answer);
    expect(desk.newest(ANN_ID).text).not.toContain("Expires");
  });

  it("tells somebody without a role that the desk is private, and nothing of the trade", async () => {
    await desk.say(STRANGER_ID, STRANGER_ID, "/start trade_t1");
    expect(desk.emulator.chats.inChat(STRANGER_ID).map(({ text }) => text)).toEqual([
      "This desk is private. Your Telegram id is 6666: its owner can add it to the allow-list.",
    ]);
    desk.allowed.delete(VICTOR_ID);
    await desk.say(VICTOR_ID, VICTOR_ID, "/start trade_t1");
    expect(desk.newest(VICTOR_ID).text).toContain("This desk is private.");
  });
});
