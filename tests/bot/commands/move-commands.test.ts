import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import { readPrice } from "../../../src/bot/commands/read-price.ts";
import type { Role } from "../../../src/bot/conversation.ts";
import {
  buttonLabels,
  cardText,
  conversation,
  createFakeDesk,
  type FakeDesk,
} from "../../fakes/chat-desk.ts";
import { BOB, NOW, openTrade, sampleTrade } from "../../fakes/control-trades.ts";
import { MemoryAudit } from "../../fakes/memory-audit.ts";

describe("a typed price", () => {
  it.each([
    ["61240", { kind: "price", price: "61240" }],
    ["61240.50", { kind: "price", price: "61240.50" }],
    ["61,240.5", { kind: "price", price: "61240.5" }],
    ["61.2k", { kind: "price", price: "61200" }],
    ["1.0854K", { kind: "price", price: "1085.4" }],
    ["-1.5R", { kind: "r", r: -1.5 }],
    ["+2r", { kind: "r", r: 2 }],
    ["-1%", { kind: "percent", percent: -1 }],
    ["0.5%", { kind: "percent", percent: 0.5 }],
    ["BE", { kind: "break-even" }],
  ])("%s is understood", (word, wish) => {
    expect(readPrice(word)).toEqual(wish);
  });

  it.each([
    "",
    "0",
    "-61240",
    "+61240",
    "1e309",
    "1e5",
    "NaN",
    "61,2",
    "1,2,3",
    "0x10",
    "k",
    "%",
    "9".repeat(1_000_000),
    "__proto__",
  ])("that is none is refused (%#)", (word) => {
    expect(readPrice(word)).toBeUndefined();
  });
});

describe("commands that move a position", () => {
  let desk: FakeDesk;
  beforeEach(() => {
    desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
  });

  async function ask(text: string, role: Role = "trader"): Promise<Card> {
    const [card, ...more] = await desk.deskChat.onText(conversation(role), text);
    if (card === undefined || more.length > 0) throw new Error("one card was expected");
    return card;
  }
  const said = async (text: string, role?: Role) => cardText(await ask(text, role));
  const acts = () => desk.control.acts.map(({ name, args }) => [name, ...args]);

  it("move the stop, by id and by symbol", async () => {
    expect(await said("/sl t2 61.1k")).toBe("The stop of BTC/USDT goes to 61,100");
    await said("/sl btc -0.5r");
    await said("/be t2");
    expect(acts()).toEqual([
      ["moveStop", "t2", { kind: "price", price: "61100" }, "telegram:1001", undefined],
      ["moveStop", "t2", { kind: "r", r: -0.5 }, "telegram:1001", undefined],
      ["moveStop", "t2", { kind: "break-even" }, "telegram:1001", undefined],
    ]);
  });

  it("ask before a stop risks more, and the button repeats what was seen", async () => {
    desk.control.nextOutcome = {
      status: "confirm",
      trade: openTrade({ id: "t2" }),
      before: { stop: "60900.0", money: "5.46", percent: 0.055 },
      after: { stop: "60500", money: "11.86", percent: 0.119 },
    };
    const card = await ask("/sl t2 60.5k");
    expect(cardText(card)).toContain(
      [
        "More risk on BTC/USDT?",
        "The stop would move from 60,900.0 to 60,500. At risk now: 0.06%, 5.46 USDT. Then: 0.12%, 11.86 USDT.",
      ].join("\n"),
    );
    expect(card.buttonTtlMs).toBe(60_000);
    expect(card.buttons.flat().map(({ action }) => action)).toEqual([
      { type: "move-stop", tradeId: "t2", version: 5, stop: "60500", confirmedFrom: "60900.0", aside: true },
    ]);
  });

  it("confirm a stop with what was seen when it was asked", async () => {
    const address = { platform: "headless", chatId: "1" } as const;
    const action = {
      type: "move-stop",
      tradeId: "t2",
      version: 5,
      stop: "60500",
      confirmedFrom: "60900.0",
    } as const;
    const [token = ""] = await desk.buttons.issue(address, "g", [action], 60_000);
    const answer = await desk.deskChat.onTap(conversation(), token);
    expect(answer.toast).toBe("The stop of BTC/USDT goes to 60,500");
    expect(acts()).toEqual([
      ["moveStop", "t2", { kind: "price", price: "60500" }, "telegram:1001", "60900.0"],
    ]);
  });

  it("show where the stop is and where it could go when no price is given", async () => {
    const card = await ask("/sl t2");
    expect(cardText(card)).toContain("The stop is at 60,900.0.");
    expect(buttonLabels(card)).toEqual([["Break-even", "Stop -0.5R", "Stop +0.5R", "Stop +1R"]]);
    expect(acts()).toEqual([]);
  });

  it("lay targets anew", async () => {
    expect(await said("/tp t2 62k 63,000")).toBe("The targets of BTC/USDT go to 62,000, 63,000");
    expect(acts()[0]?.[2]).toEqual([
      { kind: "price", price: "62000" },
      { kind: "price", price: "63000" },
    ]);
    expect(await said("/tp t2")).toContain("Targets: 62,000, 63,000");
  });

  it("let the stop follow price, with a way back, and show what it could follow", async () => {
    const card = await ask("/trail btc atr 2.5");
    expect(cardText(card)).toBe("The stop of BTC/USDT follows price: 2.5 ATR behind price");
    expect(card.buttons.flat().map(({ action }) => action)).toEqual([
      { type: "undo", tradeId: "t2", at: NOW },
    ]);
    expect(await said("/trail t2 percent 0.8%")).toContain("0.8% behind price");
    expect(await said("/trail t2 off")).toContain("follows price no longer");
    expect(acts()).toEqual([
      ["trail", "t2", { by: "atr", distance: 2.5 }, "telegram:1001"],
      ["trail", "t2", { by: "percent", distance: 0.8 }, "telegram:1001"],
      ["trail", "t2", undefined, "telegram:1001"],
    ]);
    await ask("/trail t2 structure");
    const picker = await ask("/trail t2");
    expect(cardText(picker)).toContain("The stop follows: 2 ATR behind the last");
    expect(buttonLabels(picker)).toEqual([
      ["1.5 ATR", "2 ATR", "3 ATR"],
      ["0.5%", "1%", "Structure"],
      ["Trailing off"],
    ]);
    expect(picker.buttons[0]?.[1]?.action).toEqual({
      type: "trail",
      tradeId: "t2",
      version: 9,
      by: "atr",
      distance: 2,
    });
  });

  it("are taken back by /undo in the order of the record", async () => {
    const audit = new MemoryAudit();
    desk = createFakeDesk([openTrade({ id: "t2" })], { audit });
    const by = conversation().actor;
    const line = (isUndoable: boolean, id: string, who = by) =>
      ({ number: 1, kind: "trade", by: who, text: "", trade: { id, isUndoable } }) as const;
    audit.further.push(line(true, "t1"), line(true, "t2"), line(false, "t3"), line(true, "t4", BOB));
    const trailingSwitched = { by, at: NOW };
    const trade = openTrade({ id: "t2", trailingSwitched });
    desk.control.nextUndo = { what: "trailing", outcome: { status: "done", trade } };
    const card = await ask("/undo");
    expect(cardText(card)).toContain("follows price no longer");
    expect(card.buttons.flat().map(({ label }) => label)).toEqual(["Undo"]);
    expect(acts()).toEqual([["undo", "t2", "telegram:1001", undefined]]);
    expect(await said("/undo")).toContain("There is nothing to take back here");
  });

  it("take a part out, and close for all of it", async () => {
    expect(await said("/reduce t2 25%")).toBe("Closing 25% of BTC/USDT");
    expect(await said("/reduce t2 100")).toBe("Closing BTC/USDT");
    expect(acts().map(([name, , percent]) => [name, percent])).toEqual([
      ["reduce", 25],
      ["close", "telegram:1001"],
    ]);
  });

  it("offer parts when no percentage is given", async () => {
    const card = await ask("/reduce t2");
    expect(buttonLabels(card)).toEqual([["Reduce 25%", "Reduce 50%", "Reduce 75%"], ["Close"]]);
    expect(card.buttons[0]?.[1]?.action).toEqual({
      type: "reduce",
      tradeId: "t2",
      version: 5,
      percent: 50,
      held: "0.016",
    });
  });

  it("cancel what is left of an entry", async () => {
    desk.control.trades.set("t3", openTrade({ id: "t3", state: "partially-filled" }));
    expect(await said("/cancel t3")).toBe("Cancelling the entry of BTC/USDT");
    expect(await said("/cancel t2")).toContain("Too late: BTC/USDT is open");
  });

  it.each([
    ["/sl t2 abc", "abc is no price."],
    ["/sl t2 -61240", "-61240 is no price."],
    ["/tp t2 62k x", "x is no price."],
    ["/trail t2 moon", "A stop follows atr, structure or percent, or nothing with off; got moon."],
    ["/trail t2 atr 0", "A distance is above 0 and at most 100, such as 2 or 1.5; got 0."],
    ["/trail t2 atr 1e309", "got 1e309."],
    ["/trail t1", "BTC/USDT is proposed"],
    ["/reduce t2 0", "0 is no percentage"],
    ["/reduce t2 101", "101 is no percentage"],
    ["/reduce t2 25 50", "This is more than the command takes: 50"],
    ["/sl t9 61000", "There is no trade t9."],
    ["/reduce t1", "BTC/USDT is proposed: there is no open position to change."],
  ])("never guess: %s", async (text, answer) => {
    expect(await said(text)).toContain(answer);
    expect(acts()).toEqual([]);
  });

  it("ask which one when a symbol has several positions, and offer positions without an id", async () => {
    desk.control.trades.set("t3", openTrade({ id: "t3" }));
    for (const text of ["/sl btc 61000", "/sl", "/tp", "/trail", "/reduce", "/cancel"]) {
      const card = await ask(text);
      expect(cardText(card)).toBe("Which trade?");
      expect(card.buttons).toHaveLength(2);
    }
    expect(acts()).toEqual([]);
  });

  it.each(["sl t2 61000", "breakeven t2", "tp t2 62000", "trail t2 off", "reduce t2 50", "cancel t2"])(
    "refuse /%s to a viewer",
    async (text) => {
      expect(await said(`/${text}`, "viewer")).toContain("needs the role trader; you are viewer.");
      expect(acts()).toEqual([]);
    },
  );
});
