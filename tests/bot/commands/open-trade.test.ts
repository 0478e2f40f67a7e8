import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import type { Role } from "../../../src/bot/conversation.ts";
import {
  buttonLabels,
  cardText,
  conversation,
  createFakeDesk,
  type FakeDesk,
} from "../../fakes/chat-desk.ts";
import { sampleTrade } from "../../fakes/control-trades.ts";

let desk: FakeDesk;
beforeEach(() => {
  desk = createFakeDesk();
});

async function ask(text: string, role: Role = "trader"): Promise<Card> {
  const [card, ...more] = await desk.deskChat.onText(conversation(role), text);
  if (card === undefined || more.length > 0) throw new Error("one card was expected");
  return card;
}
const said = async (text: string) => cardText(await ask(text));

describe("/long and /short", () => {
  it("ask for what is missing, one tap after the other", async () => {
    const symbols = await ask("/long");
    expect(cardText(symbols)).toContain("Which symbol?");
    const stops = await ask("/long BTC/USDT 0.5%");
    expect(cardText(stops)).toContain("Where is the stop?");
    expect(buttonLabels(stops)).toEqual([["0.5%", "1%", "2%", "3%"]]);
    const [[first] = []] = stops.buttons;
    expect(first?.action).toEqual({ type: "command", text: "/long BTC/USDT 0.5% sl 0.5%" });
    const targets = await ask("/long BTC/USDT 0.5% sl 0.5%");
    expect(cardText(targets)).toContain("Where are the targets?");
    expect(targets.buttons[0]?.[1]?.action).toEqual({
      type: "command",
      text: "/long BTC/USDT 0.5% sl 0.5% tp 2R",
    });
    expect(desk.control.acts).toEqual([]);
  });

  it("propose what was typed and lead to its card", async () => {
    desk.control.nextProposal = { status: "done", trade: sampleTrade({ id: "m1" }) };
    const card = await ask("/short btc 0.5% 61.2k sl 62k tp 2R 59k");
    expect(desk.control.acts).toEqual([
      {
        name: "propose",
        args: [
          {
            symbol: "BTC/USDT",
            direction: "short",
            size: { kind: "risk", percent: 0.5 },
            lone: "61200",
            stop: { kind: "price", price: "62000" },
            targets: [
              { kind: "r", r: 2 },
              { kind: "price", price: "59000" },
            ],
          },
          "telegram:1001",
        ],
      },
    ]);
    expect(cardText(card)).toContain("SHORT BTC/USDT\nProposed.");
    expect(card.buttons.flat().map(({ action }) => action)).toEqual([{ type: "command", text: "/trade m1" }]);
  });

  it("say which part cannot be, and what it takes", async () => {
    expect(await said("/long btc moon sl 1% tp 2%")).toContain(
      "Size: moon is not understood.\nA size is a risk such as 0.5%, a quantity such as 0.1BTC, or money such as $500.",
    );
    expect(await said("/long btc sl 60k 61k tp 2R")).toContain("Stop is named twice: 61k.");
    desk.control.nextProposal = {
      status: "refused",
      refusals: [
        { code: "limit-through-price", field: "entry", wanted: 62_000, against: 61_240 },
        { code: "stop-on-wrong-side", field: "stop", wanted: 63_000, against: 62_000 },
        { code: "target-on-wrong-side", field: "target", wanted: 61_000, against: 62_000 },
        { code: "needs-a-price", field: "stop" },
        { code: "no-price", field: "entry" },
      ],
    };
    const text = await said("/long btc 62k sl 63k tp 61k");
    expect(text).toContain("Not proposed: LONG BTC/USDT");
    expect(text).toContain("a limit at 62,000 is above the price 61,240 and would fill at once.");
    expect(text).toContain("Stop: 63,000 must lie below the entry 62,000.");
    expect(text).toContain("Target: 61,000 must lie above the entry 62,000.");
    expect(text).toContain("Stop: this needs a price above 0");
    expect(text).toContain("The last price of this symbol is too old or not known");
  });

  it("show a denied one with every limit, and offer nearest names for a typo", async () => {
    const denials = [{ code: "position-size", limit: 10, actual: 11 }] as const;
    const trade = sampleTrade({ state: "denied", denials });
    desk.control.nextProposal = { status: "denied", trade, denials };
    expect(await said("/long btc 1000 sl 1% tp 2R")).toContain("The position would be 11% of the balance");
    expect(await said("/long btx sl 1% tp 2R")).toContain("There is no symbol btx");
  });

  it("are refused to a viewer", async () => {
    expect(cardText(await ask("/long btc sl 1% tp 2R", "viewer"))).toContain("needs the role trader");
    expect(desk.control.acts).toEqual([]);
  });
});
