import { describe, expect, it } from "vitest";
import type { Role } from "../../src/bot/conversation.ts";
import type { ButtonAction } from "../../src/engine/ports/buttons.ts";
import type { ActOutcome } from "../../src/engine/ports/control.ts";
import { cardText, conversation, createFakeDesk, type FakeDesk } from "../fakes/chat-desk.ts";
import { ANN, APPROVAL, NOW, openTrade, sampleTrade } from "../fakes/control-trades.ts";

const APPROVE = { type: "approve", tradeId: "t1", version: 1, sizeFactor: 1 } as const;

async function tap(desk: FakeDesk, action: ButtonAction, role: Role = "trader") {
  const speaker = conversation(role);
  const [token = ""] = await desk.buttons.issue(speaker.address, "g", [action], 1000);
  return { token, answer: await desk.deskChat.onTap(speaker, token) };
}

async function outcome(scripted: ActOutcome, action: ButtonAction = APPROVE) {
  const desk = createFakeDesk([sampleTrade()]);
  desk.control.nextOutcome = scripted;
  return (await tap(desk, action)).answer;
}

describe("a tap", () => {
  it.each(["approved", "submitting", "working", "partially-filled", "open"] as const)(
    "says what was approved when the trade is already %s",
    async (state) => {
      const trade = sampleTrade({ state, approval: { ...APPROVAL, sizeFactor: 0.25, quantity: "0.004" } });
      expect((await outcome({ status: "done", trade })).toast).toBe("Approved ¼R: LONG BTC/USDT, 0.004");
    },
  );

  it.each([
    ["skipped", "Skipped BTC/USDT"],
    ["closing", "Closing BTC/USDT"],
    ["rejected", "BTC/USDT is rejected"],
    ["unknown", "BTC/USDT is unconfirmed"],
    ["expired", "BTC/USDT is expired"],
  ] as const)("never calls a trade approved that is %s", async (state, toast) => {
    const trade = sampleTrade({ state, approval: APPROVAL });
    expect((await outcome({ status: "done", trade })).toast).toBe(toast);
  });

  it("tells a cancelled entry from a closed position", async () => {
    const close = { type: "close", tradeId: "t1", version: 1 } as const;
    const cancelled = sampleTrade({ state: "closed" });
    expect((await outcome({ status: "done", trade: cancelled }, close)).toast).toBe(
      "The entry of BTC/USDT is cancelled",
    );
    const closed = openTrade({ state: "closed" });
    expect((await outcome({ status: "done", trade: closed }, close)).toast).toBe("BTC/USDT is closed");
  });

  it("shows every limit that denies, with numbers", async () => {
    const answer = await outcome({
      status: "denied",
      trade: sampleTrade(),
      denials: [{ code: "daily-loss", limit: 3, actual: 3.4 }, { code: "paused" }],
    });
    expect(answer).toMatchObject({ alert: true, replace: true });
    expect(cardText(answer.card ?? { blocks: [] })).toBe(
      [
        "Not approved: LONG BTC/USDT 15m · order block touch · New York AM",
        "The loss today is 3.4%; the limit is 3%",
        "The desk is paused; /resume starts it again",
        "The proposal still stands.",
      ].join("\n"),
    );
  });

  it("offers no buttons when the denied trade has expired", async () => {
    const trade = sampleTrade({ state: "expired", version: 2, ended: { key: "expired-time" } });
    const answer = await outcome({ status: "denied", trade, denials: [{ code: "expired" }] });
    expect(answer.card?.buttons).toEqual([]);
    expect(cardText(answer.card ?? { blocks: [] })).toContain("Expired: nobody approved it in time");
  });

  it("says that a trade does not exist", async () => {
    expect(await outcome({ status: "not-found" })).toEqual({
      toast: "This trade does not exist.",
      alert: true,
    });
  });

  it("does not use up the token of somebody who may act when a viewer taps", async () => {
    const desk = createFakeDesk([sampleTrade()]);
    const { token, answer } = await tap(desk, APPROVE, "viewer");
    expect(answer).toEqual({ toast: "This needs the role trader; you are viewer.", alert: true });
    expect((await desk.deskChat.onTap(conversation("trader"), token)).toast).toContain("Approved 1R");
  });

  it.each([
    [{ type: "close-all" }, "closeAllSoon"],
    [{ type: "keep-all", id: "c1" }, "keepAll"],
    [{ type: "panic" }, "panic"],
    [{ type: "close", tradeId: "t2", version: 5 }, "close"],
    [{ type: "skip", tradeId: "t1", version: 1 }, "skip"],
    [{ type: "move-stop", tradeId: "t2", version: 5, stop: "be" }, "moveStop"],
    [{ type: "reduce", tradeId: "t2", version: 5, percent: 25, held: "0.016" }, "reduce"],
    [{ type: "cancel-entry", tradeId: "t2", version: 5 }, "cancelEntry"],
  ] as const)("needs the role trader for %o", async (action, name) => {
    const desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
    await tap(desk, action, "viewer");
    expect(desk.control.acts).toEqual([]);
    await tap(desk, action);
    expect(desk.control.acts.map((act) => act.name)).toEqual([name]);
  });

  it("needs the role admin for switching a rule", async () => {
    const desk = createFakeDesk([sampleTrade()]);
    const action = { type: "switch-rule", name: "morning", on: true } as const;
    const { token, answer } = await tap(desk, action, "trader");
    expect(answer).toEqual({ toast: "This needs the role admin; you are trader.", alert: true });
    expect(desk.control.acts).toEqual([]);
    await desk.deskChat.onTap(conversation("admin"), token);
    expect(desk.control.acts).toEqual([{ name: "switchRule", args: ["morning", true, "telegram:1001"] }]);
  });

  it.each<[ButtonAction, string, readonly string[]]>([
    [{ ...APPROVE, aside: true }, "Approved 1R: LONG BTC/USDT, 0.016", []],
    [
      { type: "move-stop", tradeId: "t2", version: 5, stop: "be", aside: true },
      "The stop of BTC/USDT goes to 61,241.5",
      ["Undo"],
    ],
    [
      { type: "move-targets", tradeId: "t2", version: 5, targets: ["62000"], aside: true },
      "The targets of BTC/USDT go to 62,000",
      [],
    ],
  ])("beside the trade's own card is answered in a line: %o", async (action, line, buttons) => {
    const desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
    const { answer } = await tap(desk, action);
    expect(answer).toMatchObject({ toast: line, replace: true });
    expect(cardText(answer.card ?? { blocks: [] })).toBe(line);
    expect(answer.card?.buttons.flat().map(({ label }) => label)).toEqual(buttons);
  });

  it("on the trade's own card redraws that card", async () => {
    const desk = createFakeDesk([sampleTrade()]);
    const { answer } = await tap(desk, APPROVE);
    expect(answer.card).toBeUndefined();
    expect(cardText(answer.updated ?? { blocks: [] })).toContain("Trade t1");
  });

  it("on targets that cannot be is told so, and not that nothing was approved", async () => {
    const trade = openTrade({ id: "t2" });
    const denials = [{ code: "target-reached", limit: 61_646.2, actual: 61_655 }] as const;
    const action = { type: "move-targets", tradeId: "t2", version: 5, targets: ["1r"] } as const;
    const answer = await outcome({ status: "denied", trade, denials }, action);
    expect(answer.toast?.split("\n")[0]).toBe("The targets were not moved: BTC/USDT");
  });

  it("offers a new plan or none when price has moved on", async () => {
    const trade = sampleTrade();
    const answer = await outcome({
      status: "denied",
      trade,
      denials: [{ code: "price-moved", limit: 0.5, actual: 0.75 }],
    });
    expect(answer.toast).toContain("Price moved 0.75R since the setup; the limit is 0.5R");
    expect(answer.card?.buttons.flat().map(({ label, action }) => [label, action.type])).toEqual([
      ["Re-price", "reprice"],
      ["Skip", "skip"],
    ]);
  });

  it("shows the new plan with fresh buttons after a re-price", async () => {
    const desk = createFakeDesk([sampleTrade()]);
    const { answer } = await tap(desk, { type: "reprice", tradeId: "t1", version: 1 });
    expect(answer.toast).toBe("BTC/USDT has a new plan from 61,240.0. It must be approved anew.");
    expect(cardText(answer.card ?? { blocks: [] })).toContain("Re-priced by @ann at 13:45");
    expect(answer.card?.buttons[0]?.[0]?.action).toMatchObject({ type: "approve", version: 2 });
  });

  it("says how many people have approved and how many it takes", async () => {
    const given = [{ by: ANN, at: NOW, sizeFactor: 1 }];
    const trade = sampleTrade({ endorsed: { needed: 2, given } });
    const answer = await outcome({ status: "endorsed", trade });
    expect(answer.toast).toBe("BTC/USDT: 1 of 2 people have approved. Another person must approve too.");
    expect(cardText(answer.updated ?? { blocks: [] })).toContain("Approved by 1 of 2: @ann");
  });

  it("checks the role of a command behind a button", async () => {
    const desk = createFakeDesk([openTrade({ id: "t2" })]);
    const { answer } = await tap(desk, { type: "command", text: "/close t2" }, "viewer");
    expect(cardText(answer.card ?? { blocks: [] })).toContain(
      "/close needs the role trader; you are viewer.",
    );
    expect(desk.control.acts).toEqual([]);
  });

  it("lets a close of everything be taken back before it begins, and shows how the desk starts again after a panic", async () => {
    const desk = createFakeDesk([openTrade({ id: "t2" }), openTrade({ id: "t3" })]);
    const closed = (await tap(desk, { type: "close-all" })).answer;
    expect(cardText(closed.card ?? { blocks: [] })).toBe(
      "Close all\n2 positions close at the market in 5 seconds.",
    );
    const [undo] = closed.card?.buttons[0] ?? [];
    expect(undo).toMatchObject({ label: "Undo", action: { type: "keep-all", id: "c1" } });
    const kept = (await tap(desk, { type: "keep-all", id: "c1" })).answer;
    expect(cardText(kept.card ?? { blocks: [] })).toBe("Close all\nTaken back: nothing is closed.");
    desk.control.nextKept = false;
    const late = (await tap(desk, { type: "keep-all", id: "c1" })).answer;
    expect(cardText(late.card ?? { blocks: [] })).toContain("Too late: it has begun");
    const panic = (await tap(desk, { type: "panic" })).answer;
    expect(cardText(panic.card ?? { blocks: [] })).toBe(
      "Panic\nNew trades are stopped. /resume starts the desk again.\nClosing 2 trades\nLONG BTC/USDT: closing\nLONG BTC/USDT: closing",
    );
  });

  it("acts in the name of the person who taps", async () => {
    const desk = createFakeDesk([sampleTrade()]);
    await tap(desk, APPROVE);
    expect(desk.control.trades.get("t1")?.approval?.by).toEqual(ANN);
  });

  it.each(["peek", "redeem"] as const)("is answered when tokens cannot be read: %s", async (call) => {
    const desk = createFakeDesk([sampleTrade()]);
    desk.buttons[call] = async () => {
      throw new Error("store is away");
    };
    const { answer } = await tap(desk, { type: "skip", tradeId: "t1", version: 1 });
    expect(answer).toMatchObject({ toast: "That did not work", alert: true });
    expect(desk.control.acts).toEqual([]);
  });
});
