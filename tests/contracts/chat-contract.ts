import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeskError } from "../../src/engine/errors.ts";
import type { Chat, MessageRef, OutgoingMessage } from "../../src/engine/ports/chat.ts";
import type { Trade } from "../../src/engine/trade/trade.ts";
import type { FakeButtons } from "../fakes/chat-buttons.ts";
import { APPROVAL, openTrade, sampleSignal, sampleTrade } from "../fakes/control-trades.ts";

/** What a person sees of one message. */
export interface ShownMessage {
  /** All text of the message, wherever the platform puts it. */
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly token: string }[];
  /** Size of its image; unset without one. */
  readonly imageBytes: number | undefined;
}

/** A platform with its real adapter, made anew for each test. */
export interface ChatHarness {
  readonly chat: Chat;
  /** What the adapter was given to make tokens. */
  readonly buttons: FakeButtons;
  /** A chat that can be written to. */
  readonly chatId: string;
  /** A chat that cannot be written to any more. */
  readonly goneChatId: string;
  shown(ref: MessageRef): Promise<ShownMessage | undefined>;
  stop(): Promise<void>;
}

const IMAGE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const NEWER_IMAGE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6]);

export function tradeMessage(trade: Trade, image?: Uint8Array): OutgoingMessage {
  const message = { content: { kind: "trade", trade }, silent: false } as const;
  return image === undefined ? message : { ...message, image };
}

/** A trade whose card is longer than a photo's caption may be. */
export function wordyTrade(patch: Partial<Trade> = {}): Trade {
  const reasons = Array.from({ length: 24 }, (_, at) => ({
    key: "reason-order-block-touch",
    args: { top: 61_300 + at, bottom: 61_180 + at, timeframe: "15m" },
  }));
  return sampleTrade({ signal: sampleSignal({ reasons }), ...patch });
}

/** What every implementation of `Chat` promises. */
export function describeChatContract(name: string, create: () => Promise<ChatHarness>): void {
  describe(`chat contract: ${name}`, () => {
    let harness: ChatHarness;
    let send: (message: OutgoingMessage) => Promise<MessageRef>;
    let shown: (ref: MessageRef) => Promise<ShownMessage>;

    beforeEach(async () => {
      harness = await create();
      send = (message) => harness.chat.send(harness.chatId, message);
      shown = async (ref) => {
        const found = await harness.shown(ref);
        if (found === undefined) throw new Error(`message ${ref.messageId} is not shown`);
        return found;
      };
    });
    afterEach(() => harness.stop());

    async function faultOf(work: Promise<unknown>): Promise<string> {
      const error = await work.then(
        () => undefined,
        (thrown: DeskError) => thrown,
      );
      return error?.code ?? "nothing was thrown";
    }

    function action(message: ShownMessage, label: string) {
      const token = message.buttons.find((button) => button.label === label)?.token ?? "";
      return harness.buttons.redeem(token, { platform: harness.chat.platform, chatId: harness.chatId });
    }

    it("names the message it has sent", async () => {
      const ref = await send(tradeMessage(sampleTrade()));
      expect(ref).toEqual({
        platform: harness.chat.platform,
        chatId: harness.chatId,
        messageId: expect.stringMatching(/^.+$/),
      });
    });

    it("gives each message an id of its own", async () => {
      const first = await send(tradeMessage(sampleTrade()));
      const second = await send(tradeMessage(sampleTrade()));
      expect(second.messageId).not.toBe(first.messageId);
    });

    it("shows the card of a trade with its chart and buttons", async () => {
      const message = await shown(await send(tradeMessage(sampleTrade(), IMAGE)));
      expect(message.text).toContain("LONG BTC/USDT 15m · order block touch · New York AM");
      expect(message.text).toContain("61,852.4 (+1.8R)");
      expect(message.buttons.map(({ label }) => label)).toEqual([
        ...["Approve 1R", "½R", "¼R", "Custom", "Move stop", "Targets", "Limit", "Chart", "Why", "Skip"],
      ]);
      expect(message.imageBytes).toBe(IMAGE.byteLength);
    });

    it("shows a notice without buttons and without an image", async () => {
      const args = { name: "london-open", closesAt: Date.UTC(2026, 2, 10, 9) };
      const notice = { key: "notice-session-opened", args, silent: true };
      const message = await shown(await send({ content: { kind: "notice", notice }, silent: true }));
      expect(message.text).toContain("London open is open until 09:00.");
      expect(message).toMatchObject({ buttons: [], imageBytes: undefined });
    });

    it("puts tokens behind the buttons that work in this chat only", async () => {
      const message = await shown(await send(tradeMessage(sampleTrade())));
      const token = message.buttons[1]?.token ?? "";
      const elsewhere = { platform: harness.chat.platform, chatId: "another-chat" };
      expect(await harness.buttons.redeem(token, elsewhere)).toEqual({ status: "invalid" });
      expect(await action(message, "½R")).toEqual({
        status: "valid",
        action: { type: "approve", tradeId: "t1", version: 1, sizeFactor: 0.5 },
      });
    });

    it("never puts what a button means into the message", async () => {
      const { buttons } = await shown(await send(tradeMessage(sampleTrade({ id: "trade-secret-name" }))));
      for (const { token } of buttons) {
        expect(token).not.toContain("trade-secret-name");
        expect(Buffer.byteLength(token)).toBeLessThanOrEqual(64);
      }
    });

    it("replaces text and buttons and keeps the image when it gets no new one", async () => {
      const ref = await send(tradeMessage(sampleTrade(), IMAGE));
      await harness.chat.edit(ref, tradeMessage(openTrade()));
      const message = await shown(ref);
      expect(message.text).toContain("The stop is at the exchange: 60,900.0");
      expect(message.text).not.toContain("Expires");
      expect(message.buttons.map(({ label }) => label)).toEqual([
        ...["Break-even", "Move stop", "Trail", "Targets", "Reduce 25%", "Reduce 50%", "Close"],
      ]);
      expect(message.imageBytes).toBe(IMAGE.byteLength);
    });

    it("replaces the image when it gets a new one", async () => {
      const ref = await send(tradeMessage(sampleTrade(), IMAGE));
      await harness.chat.edit(ref, tradeMessage(openTrade(), NEWER_IMAGE));
      expect((await shown(ref)).imageBytes).toBe(NEWER_IMAGE.byteLength);
    });

    it("takes the buttons away when the trade has ended", async () => {
      const ref = await send(tradeMessage(sampleTrade(), IMAGE));
      await harness.chat.edit(ref, tradeMessage(sampleTrade({ state: "expired", version: 2 })));
      expect((await shown(ref)).buttons).toEqual([]);
    });

    it("succeeds when an edit changes nothing", async () => {
      const ended = tradeMessage(sampleTrade({ state: "expired", version: 2 }));
      const ref = await send(ended);
      await harness.chat.edit(ref, ended);
      await harness.chat.edit(ref, ended);
      expect((await shown(ref)).text).toContain("Expired");
    });

    it("leaves working buttons behind an edit of a standing proposal", async () => {
      const ref = await send(tradeMessage(sampleTrade()));
      await harness.chat.edit(ref, tradeMessage(sampleTrade({ version: 2 })));
      expect(await action(await shown(ref), "Approve 1R")).toEqual({
        status: "valid",
        action: { type: "approve", tradeId: "t1", version: 2, sizeFactor: 1 },
      });
    });

    it("shows all of a card that is too long for one caption, with its chart, and edits it as one", async () => {
      const ref = await send(tradeMessage(wordyTrade(), IMAGE));
      const message = await shown(ref);
      expect(message.text).toContain("LONG BTC/USDT 15m");
      expect(message.text).toContain("61,203 to 61,323");
      expect(message.imageBytes).toBe(IMAGE.byteLength);
      expect(message.buttons).toHaveLength(10);
      await harness.chat.edit(
        ref,
        tradeMessage(wordyTrade({ state: "approved", version: 2, approval: APPROVAL })),
      );
      const edited = await shown(ref);
      expect(edited.text).toContain("Approved by @ann at 13:46, 1R");
      expect(edited.text).toContain("61,203 to 61,323");
      expect(edited.buttons).toEqual([]);
    });

    it("still edits a card that grew too long for its caption", async () => {
      const ref = await send(tradeMessage(sampleTrade(), IMAGE));
      await harness.chat.edit(ref, tradeMessage(wordyTrade({ state: "approved", approval: APPROVAL })));
      const edited = await shown(ref);
      expect(edited.text).toContain("LONG BTC/USDT 15m");
      expect(edited.text).toContain("Approved by @ann at 13:46, 1R");
    });

    it("shows names from outside as they are and not as markup", async () => {
      const symbol = "<b>&amp;@everyone*_`[x](y)/USDT";
      const signal = sampleSignal({ symbol });
      const trade = sampleTrade({ signal, plan: { ...sampleTrade().plan, symbol } });
      const message = await shown(await send(tradeMessage(trade, IMAGE)));
      expect(message.text).toContain(`LONG ${symbol} 15m`);
    });

    it("takes marks that turn the reading direction out of names", async () => {
      const signal = sampleSignal({ symbol: "BTC\u202eTDSU\u2066/USDT" });
      const message = await shown(await send(tradeMessage(sampleTrade({ signal }))));
      expect(message.text).toContain("LONG BTCTDSU/USDT 15m");
    });

    it("says that a chat is gone", async () => {
      const work = harness.chat.send(harness.goneChatId, tradeMessage(sampleTrade()));
      expect(await faultOf(work)).toBe("chat-gone");
    });

    it("says that a message is gone", async () => {
      const ref = await send(tradeMessage(sampleTrade()));
      const gone = { ...ref, messageId: ref.messageId.replace(/\d+/g, "999999") };
      expect(await faultOf(harness.chat.edit(gone, tradeMessage(openTrade())))).toBe("chat-message-gone");
    });
  });
}
