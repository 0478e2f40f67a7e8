import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import { readShare } from "../../../src/bot/commands/read-share.ts";
import type { Role, TapAnswer } from "../../../src/bot/conversation.ts";
import type { ButtonAction } from "../../../src/engine/ports/buttons.ts";
import {
  buttonLabels,
  cardText,
  conversation,
  createFakeDesk,
  type FakeDesk,
} from "../../fakes/chat-desk.ts";
import { ANN, NOW, openTrade, SAMPLE_PLAN, sampleSignal, sampleTrade } from "../../fakes/control-trades.ts";

let desk: FakeDesk;
beforeEach(() => {
  desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
});

async function ask(text: string, role: Role = "trader"): Promise<Card> {
  const [card, ...more] = await desk.deskChat.onText(conversation(role), text);
  if (card === undefined || more.length > 0) throw new Error("one card was expected");
  return card;
}

async function tap(action: ButtonAction, role: Role = "trader"): Promise<TapAnswer> {
  const [token = ""] = await desk.buttons.issue(conversation().address, "g", [action], 60_000);
  const answer = await desk.deskChat.onTap(conversation(role), token);
  const again = await desk.deskChat.onTap(conversation(role), token);
  if (role === "trader") expect(again.toast).toContain("no longer works");
  return answer;
}
const acts = () => desk.control.acts.map(({ name, args }) => [name, ...args]);

describe("a typed size", () => {
  it.each([
    ["0.3R", 0.3],
    ["0.3", 0.3],
    ["30 %", 0.3],
    ["1r", 1],
    ["$489.92", 0.5],
    ["489.92usdt", 0.5],
    ["0.008btc", 0.5],
    ["0.016BTC", 1],
  ])("%s is a share of the proposed one", (typed, share) => {
    expect(readShare(typed, SAMPLE_PLAN)).toBeCloseTo(share, 11);
  });

  it.each([
    "0",
    "1.01",
    "101%",
    "$980",
    "0.017btc",
    "-0.5",
    "1e-3",
    "0.3eth",
    "$5usdt",
    "",
    "NaN",
    "9".repeat(999),
  ])("%s is refused", (typed) => {
    expect(readShare(typed, SAMPLE_PLAN)).toBeUndefined();
  });

  it("never loses a lot to a division", () => {
    const plan = { ...SAMPLE_PLAN, quantity: "0.018" };
    expect(0.018 * (readShare("0.006btc", plan) ?? 0)).toBeGreaterThanOrEqual(0.006);
  });

  it("is asked for, shown with what it risks, and approved by one more tap", async () => {
    const question = await ask("/size t1");
    expect(cardText(question)).toContain("How large? Type 0.3R, 30%");
    expect(question.buttons.map((row) => row.map(({ label, action }) => [label, action]))).toEqual([
      [
        ["0.75R · 4.08 USDT", { type: "command", text: "/size t1 0.75R" }],
        ["½R · 2.72 USDT", { type: "command", text: "/size t1 0.5R" }],
      ],
      [
        ["¼R · 1.36 USDT", { type: "command", text: "/size t1 0.25R" }],
        ["0.1R · 0.54 USDT", { type: "command", text: "/size t1 0.1R" }],
      ],
    ]);
    const card = await ask("0.25R");
    expect(cardText(card)).toContain("Size: 0.004 BTC · 244.96 USDT");
    expect(cardText(card)).toContain("1.36 USDT");
    expect(card.buttons.flat().map(({ label, action }) => [label, action])).toEqual([
      ["Approve ¼R", { type: "approve", tradeId: "t1", version: 1, sizeFactor: 0.25, aside: true }],
      ["Another size", { type: "command", text: "/size t1" }],
    ]);
    expect(acts()).toEqual([]);
  });

  it("that is none is told so, and so is a proposal that is gone", async () => {
    const refused = await ask("/size t1 2R");
    expect(cardText(refused)).toContain("2R is no size up to the proposed one.");
    expect(refused.buttons.at(-1)?.map(({ label }) => label)).toEqual(["Another size"]);
    expect(cardText(await ask("/size t2"))).toContain("BTC/USDT is open");
    expect(cardText(await ask("/size t2 0.5R"))).toContain("BTC/USDT is open");
    expect(cardText(await ask("/size t9 0.5R"))).toContain("There is no trade t9.");
    expect(cardText(await ask("/size t9"))).toContain("There is no trade t9.");
    expect(cardText(await ask("/size t1", "viewer"))).toContain("needs the role trader");
  });
});

describe("the plan of a proposal", () => {
  it("has its stop and targets moved by buttons that work once", async () => {
    const stops = await ask("/sl t1");
    expect(buttonLabels(stops)).toEqual([["Stop -0.5R", "Stop -0.75R", "Stop -1.25R", "Stop -1.5R"]]);
    const [first] = stops.buttons.flat();
    expect(first?.action).toEqual({
      type: "move-stop",
      tradeId: "t1",
      version: 1,
      stop: "-0.5r",
      aside: true,
    });
    const targets = await ask("/tp t1");
    expect(targets.buttons[0]?.[0]).toEqual({
      label: "1R 2R",
      action: { type: "move-targets", tradeId: "t1", version: 1, targets: ["1r", "2r"], aside: true },
    });
    if (first !== undefined) await tap(first.action);
    await tap({ type: "move-targets", tradeId: "t2", version: 5, targets: ["62000", "3r"] });
    expect(acts()).toEqual([
      ["moveStop", "t1", { kind: "r", r: -0.5 }, "telegram:1001", undefined],
      [
        "moveTargets",
        "t2",
        [
          { kind: "price", price: "62000" },
          { kind: "r", r: 3 },
        ],
        "telegram:1001",
      ],
    ]);
  });

  it("comes with fresh buttons and its change when it was changed", async () => {
    const answer = await tap({ type: "change-entry", tradeId: "t1", version: 1, entryType: "limit" });
    expect(answer.toast).toBe("BTC/USDT has a changed plan, judged anew. It waits for an approval.");
    const { card = { blocks: [], buttons: [] } } = answer;
    expect(cardText(card)).toContain("@ann changed the plan at 13:45: entry");
    expect(cardText(card)).toContain("61,240.0 limit");
    expect(card.buttons[0]?.[0]?.action).toMatchObject({ type: "approve", version: 2 });
    expect(card.buttons[2]?.[2]).toMatchObject({
      label: "Market",
      action: { entryType: "market", version: 2 },
    });
  });

  it("is not changed by a viewer, nor by targets that are none", async () => {
    await tap({ type: "change-entry", tradeId: "t1", version: 1, entryType: "limit" }, "viewer");
    await tap({ type: "explain-skip", tradeId: "t1", reason: "news" }, "viewer");
    await tap({ type: "move-targets", tradeId: "t2", version: 5, targets: ["moon"] });
    expect(acts()).toEqual([]);
  });
});

describe("a skip", () => {
  it("is done at the first tap and explained by the second", async () => {
    const answer = await tap({ type: "skip", tradeId: "t1", version: 1 });
    const { card = { blocks: [], buttons: [] } } = answer;
    expect(cardText(card)).toContain("Why? One tap;");
    expect(buttonLabels(card)).toEqual([
      ["weak setup", "against the bias"],
      ["news ahead", "too late"],
      ["enough risk on", "another reason"],
    ]);
    const told = await tap(card.buttons[1]?.[0]?.action ?? { type: "panic" });
    expect(told.toast).toBe("Skipped BTC/USDT: news ahead");
    expect(told.card?.buttons).toEqual([]);
    expect(cardText(told.updated ?? { blocks: [] })).toContain("Skipped by @ann: news ahead");
    expect(acts()).toEqual([
      ["skip", "t1", 1, "telegram:1001"],
      ["explainSkip", "t1", "news", "telegram:1001"],
    ]);
  });
});

describe("a pause", () => {
  it("is ended by its own button only", async () => {
    const card = await ask("/pause 30");
    const action = card.buttons[0]?.[0]?.action ?? ({ type: "panic" } as const);
    expect(action).toEqual({ type: "resume", since: NOW });
    expect(cardText((await tap({ type: "resume", since: NOW - 1 })).card ?? card)).toContain(
      "was not paused",
    );
    expect(cardText((await tap(action)).card ?? card)).toContain("New trades are taken again.");
  });
});

describe("/why", () => {
  it("derives every number of a proposal from others on it", async () => {
    const parts = [
      { name: "sweep", points: 12, maxPoints: 20, why: { key: "reason-bias", args: { bias: "bullish" } } },
    ];
    const signal = sampleSignal({ parts });
    desk.control.trades.set(
      "t3",
      sampleTrade({ id: "t3", signal, plan: { ...SAMPLE_PLAN, cappedAtPercent: 10 } }),
    );
    expect(cardText(await ask("/why t3"))).toBe(
      [
        "Why these numbers: LONG BTC/USDT 15m · order block touch · New York AM",
        "Entry: 61,240.0: the price at the close of Mar 10, 13:45 UTC",
        "1R: 340 = 61,240.0 to the first stop 60,900.0",
        "Stop: 60,900.0: -0.56% from 61,240.0",
        "Target 1: +1.8R = (61,852.4 − 61,240.0) ÷ 340",
        "Size: 979.84 USDT = 0.016 BTC × 61,240.0",
        "Planned size: 0.016 = 10% of the balance ÷ 61,240.0, the largest position; the risk alone would allow more",
        "Risk: 5.44 USDT = 0.016 × 340; 0.05% of the balance",
        "Score 78 of 100, grade A",
        "Sweep 12/20: Structure is bullish",
        "Prices lie on the exchange's grid; every rounding goes toward less risk.",
      ].join("\n"),
    );
  });

  it("counts a filled and a closed trade from what was filled", async () => {
    const filled = { entryNotional: "979.864", approval: { by: ANN, at: NOW, sizeFactor: 1 } };
    desk.control.trades.set("t3", openTrade({ id: "t3", ...filled }));
    const open = cardText(await ask("/why t3"));
    expect(open).toContain("Entry: 61,241.5 = 979.86 ÷ 0.016 filled; planned 61,240.0");
    expect(open).toContain("Risk: 5.46 USDT = 0.016 × 341.5; 0.05% of the balance");
    const result = { pnl: "9.5", r: 1.7463, reason: "target" } as const;
    const closed = { exitQuantity: "0.016", exitNotional: "989.864", fees: "0.5", result };
    desk.control.trades.set("t4", openTrade({ id: "t4", state: "closed", ...filled, ...closed }));
    const over = cardText(await ask("/why t4", "viewer"));
    expect(over).toContain("Result after fees: +9.50 USDT = 989.86 − 979.86 − 0.5 fees");
    expect(over).toContain("R: +1.75R = +9.50 ÷ 5.44");
    expect(cardText(await ask("/why t9"))).toContain("There is no trade t9.");
  });
});
