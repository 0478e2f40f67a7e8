import { describe, expect, it } from "vitest";
import { createHeadlessChat, HEADLESS_CHAT_ID } from "../../../src/bot/headless/headless-chat.ts";
import { describeChatContract, tradeMessage } from "../../contracts/chat-contract.ts";
import { cardText, createFakeDesk, READER } from "../../fakes/chat-desk.ts";
import { openTrade, sampleTrade } from "../../fakes/control-trades.ts";

describeChatContract("headless", async () => {
  const { deskChat, buttons } = createFakeDesk();
  const headless = createHeadlessChat({ deskChat, buttons, reader: READER });
  return {
    chat: headless.chat,
    buttons,
    chatId: HEADLESS_CHAT_ID,
    goneChatId: "gone",
    shown: async (ref) => {
      const found = headless.shown(ref);
      if (found === undefined) return undefined;
      return {
        text: cardText(found.card),
        buttons: found.card.buttons.flat(),
        imageBytes: found.imageBytes,
      };
    },
    stop: async () => undefined,
  };
});

describe("the headless chat", () => {
  it("approves the full size through the same taps as people", async () => {
    const { deskChat, buttons, control } = createFakeDesk([sampleTrade()]);
    const headless = createHeadlessChat({ deskChat, buttons, reader: READER });
    const ref = await headless.chat.send(HEADLESS_CHAT_ID, tradeMessage(sampleTrade()));
    const answer = await headless.approve(ref);
    expect(answer?.toast).toBe("Approved 1R: LONG BTC/USDT, 0.016");
    expect(control.acts).toEqual([{ name: "approve", args: ["t1", 1, 1, "headless:replay", "trader"] }]);
  });

  it("has nothing to approve on a card without the button", async () => {
    const { deskChat, buttons, control } = createFakeDesk([openTrade()]);
    const headless = createHeadlessChat({ deskChat, buttons, reader: READER });
    const ref = await headless.chat.send(HEADLESS_CHAT_ID, tradeMessage(openTrade()));
    expect(await headless.approve(ref)).toBeUndefined();
    expect(control.acts).toEqual([]);
  });

  it("counts cards and charts, and tells of each card with its tokens", async () => {
    const { deskChat, buttons } = createFakeDesk();
    const seen: string[] = [];
    const headless = createHeadlessChat({
      deskChat,
      buttons,
      reader: READER,
      onCard: (card, content, ref) => {
        seen.push(
          `${ref.messageId} ${content.kind} ${card.buttons.flat().length} ${card.image?.byteLength ?? 0}`,
        );
      },
    });
    const ref = await headless.chat.send(HEADLESS_CHAT_ID, tradeMessage(sampleTrade(), Uint8Array.of(1, 2)));
    await headless.chat.edit(ref, tradeMessage(openTrade(), Uint8Array.of(1, 2, 3)));
    await headless.chat.edit(ref, tradeMessage(openTrade()));
    expect(seen).toEqual(["1 trade 10 2", "1 trade 7 3", "1 trade 7 0"]);
    expect({ cards: headless.cards, charts: headless.charts }).toEqual({ cards: 1, charts: 2 });
  });
});
