import { beforeEach, describe, expect, it } from "vitest";
import { DeskError } from "../../src/engine/errors.ts";
import type { Preference } from "../../src/engine/ports/preferences.ts";
import type { Fill } from "../../src/engine/trade/order.ts";
import type { Trade } from "../../src/engine/trade/trade.ts";
import { Delivery } from "../../src/jobs/delivery.ts";
import { ANNA, createDeskBench, type DeskBench } from "./desk-bench.ts";

let desk: DeskBench;
/** What the answers told: state and version of the trade, and the message that was answered. */
let rung: string[];
let failing: Error | undefined;

beforeEach(async () => {
  desk = await createDeskBench();
  rung = [];
  failing = undefined;
  desk.chat.answer = async (ref, { content, silent }) => {
    if (failing !== undefined) throw failing;
    if (content.kind !== "trade-news") throw new TypeError(content.kind);
    rung.push(`${content.trade.state} under ${ref.messageId}${silent ? ", silent" : ""}`);
    return { ...ref, messageId: "answer" };
  };
});

/** A position of 10 at 100, stop 98, target 104. */
async function opened(): Promise<string> {
  const id = await desk.raise();
  await desk.control.approve(id, 1, 1, ANNA);
  await desk.settle();
  desk.clock.advance(1000);
  await desk.trade(100);
  return id;
}

/** A second chat, `other`, that cannot be reached until it is let back. */
async function withOtherAway(): Promise<() => void> {
  await desk.subscriptions.add("web", "other");
  const { send, edit } = desk.chat;
  const away = (chatId: string) => {
    if (chatId === "other") throw new DeskError("chat-unreachable");
  };
  desk.chat.send = async (chatId, message) => {
    away(chatId);
    return send.call(desk.chat, chatId, message);
  };
  desk.chat.edit = async (ref, message) => {
    away(ref.chatId);
    return edit.call(desk.chat, ref, message);
  };
  return () => {
    Object.assign(desk.chat, { send, edit });
    desk.wall.advance(60_000);
  };
}

/** Five quiet steps. */
async function moveStopFiveTimes(id: string): Promise<void> {
  for (const price of ["98.1", "98.2", "98.3", "98.4", "98.5"]) {
    await desk.control.moveStop(id, { kind: "price", price }, ANNA);
    await desk.settle();
  }
}

async function version(id: string): Promise<Trade["version"] | undefined> {
  return (await desk.context.ledger.load(id))?.version;
}

describe("a loud event", () => {
  it("answers the card that tells it, and a quiet one does not", async () => {
    await desk.raise();
    expect([desk.chat.calls, rung]).toEqual([["send local 1"], []]);
    const id = (await desk.context.ledger.newest(1))[0]?.id ?? "";
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    expect(rung).toEqual([]);
    desk.clock.advance(1000);
    await desk.trade(100);
    expect(rung).toEqual(["open under 1"]);
    await desk.trade(97);
    expect(rung).toEqual(["open under 1", "closed under 1"]);
    expect(await desk.context.ledger.pendingOutbox(10)).toEqual([]);
  });

  it("keeps its sound when a quiet one came after it before either was told", async () => {
    const id = await desk.raise();
    desk.chat.fail = () => new DeskError("chat-unreachable");
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    desk.clock.advance(1000);
    await desk.trade(100);
    desk.chat.fail = undefined;
    desk.wall.advance(60_000);
    await desk.delivery.run();
    expect(rung).toEqual(["open under 1"]);
  });

  it("is told again after the wait when the answer could not be sent, and not twice", async () => {
    failing = new DeskError("chat-rate-limited", {}, { retryAfterMs: 5000 });
    const id = await opened();
    expect([rung, (await desk.context.ledger.cards(id))[0]?.version === (await version(id))]).toEqual([
      [],
      false,
    ]);
    failing = undefined;
    desk.wall.advance(5000);
    await desk.delivery.run();
    await desk.delivery.run();
    expect(rung).toEqual(["open under 1"]);
  });

  it("rings once for the fills of one order that came before any was told", async () => {
    const id = await desk.raise();
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    const [order] = (await desk.context.ledger.load(id))?.orders ?? [];
    const fill = (fillId: string, quantity: string): Fill => ({
      ...{ fillId, clientOrderId: order?.clientOrderId ?? "", symbol: "BTC/USDT", side: "buy" },
      ...{ quantity, price: "100", fee: "0", at: desk.clock.now() },
    });
    const parts = [fill("a", "2"), fill("b", "3"), fill("c", "1")];
    desk.paper.fillsSince = async () => ({ fills: parts, cursor: "c" });
    const before = (await version(id)) ?? 0;
    expect(await desk.execution.bookFills()).toBe(3);
    await desk.settle();
    expect([rung, ((await version(id)) ?? 0) > before + 2]).toEqual([["partially-filled under 1"], true]);
    expect(await desk.context.ledger.load(id)).toMatchObject({ entryQuantity: "6" });
    expect(await desk.context.ledger.pendingOutbox(10)).toEqual([]);
  });

  it("rings once in a chat that took it, however often it changes while another chat is away", async () => {
    const id = await desk.raise();
    const letBack = await withOtherAway();
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    desk.clock.advance(1000);
    await desk.trade(100);
    await moveStopFiveTimes(id);
    expect(rung).toEqual(["open under 1"]);
    await desk.trade(97);
    expect(rung).toEqual(["open under 1", "closed under 1"]);
    letBack();
    await desk.delivery.run();
    expect(rung).toEqual(["open under 1", "closed under 1"]);
    expect(await desk.context.ledger.pendingOutbox(10)).toEqual([]);
  });

  it("rings once in each chat that has the card when one of them was away for it", async () => {
    await desk.subscriptions.add("web", "other");
    const id = await desk.raise();
    const letBack = await withOtherAway();
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    desk.clock.advance(1000);
    await desk.trade(100);
    await moveStopFiveTimes(id);
    expect(rung).toEqual(["open under 1"]);
    letBack();
    await desk.delivery.run();
    expect(rung).toEqual(["open under 1", "open under 2"]);
    expect(await desk.context.ledger.pendingOutbox(10)).toEqual([]);
  });

  it("does not ring again for a setup that came as a card with a sound", async () => {
    await withOtherAway();
    const id = await desk.raise();
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    expect([desk.chat.calls, rung]).toEqual([["send local 1", "edit local 1"], []]);
  });

  it("needs no answer where the card was deleted and comes anew, which rings by itself", async () => {
    await desk.raise();
    desk.chat.edit = async () => {
      throw new DeskError("chat-message-gone");
    };
    const id = (await desk.context.ledger.newest(1))[0]?.id ?? "";
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    desk.clock.advance(1000);
    await desk.trade(100);
    expect(rung).toEqual([]);
  });

  it.each<[what: string, preference: Preference]>([
    ["wants trades without a sound", { notify: { trades: "silent" } }],
    ["wants no trades", { notify: { trades: "off" } }],
    ["is muted", { mutedUntil: Number.MAX_SAFE_INTEGER }],
    ["does not want such setups", { wanted: { grade: "A" } }],
  ])("does not answer in a chat that %s; the card is true all the same", async (_what, preference) => {
    const preferences = { read: async () => preference };
    const id = await opened();
    rung.length = 0;
    const { context, chat, subscriptions, wall } = desk;
    const delivery = new Delivery(context, [chat], subscriptions, wall, preferences);
    desk.chat.fail = () => new DeskError("chat-unreachable");
    await desk.trade(97);
    desk.chat.fail = undefined;
    desk.wall.advance(60_000);
    await delivery.run();
    expect(rung).toEqual([]);
    expect(desk.chat.shown.get("1")?.content).toMatchObject({ trade: { id, state: "closed" } });
  });

  it("is nothing but an edit in a chat that has no answers", async () => {
    desk.chat.answer = undefined;
    await opened();
    expect(desk.chat.calls.filter((call) => call.startsWith("send"))).toEqual(["send local 1"]);
  });
});
