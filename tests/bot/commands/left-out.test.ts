import { describe, expect, it } from "vitest";
import type { Card } from "../../../src/bot/card.ts";
import { argumentField } from "../../../src/bot/commands/arguments.ts";
import { COMMANDS } from "../../../src/bot/commands/registry.ts";
import { buttonLabels, cardText, conversation, createFakeDesk } from "../../fakes/chat-desk.ts";
import { openTrade, sampleTrade } from "../../fakes/control-trades.ts";

async function ask(text: string): Promise<Card> {
  const { deskChat } = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
  const [card] = await deskChat.onText(conversation("admin", { isPrivate: true }), text);
  return card ?? { blocks: [], buttons: [] };
}

describe("a command whose argument is left out", () => {
  it("asks for it by buttons, or says what it takes", async () => {
    const without: string[] = [];
    for (const { name, fields } of COMMANDS) {
      if (fields.every(([, schema]) => argumentField(schema).optional)) continue;
      if (buttonLabels(await ask(`/${name}`)).length === 0) without.push(name);
    }
    // A scan and a replay are stopped by the buttons of their own messages, and a code is nobody's to offer.
    expect(without).toEqual(["cancelscan", "stopreplay", "live"]);
  });

  it.each(["/cancelscan", "/stopreplay"])("offers no trade for %s", async (text) => {
    expect(cardText(await ask(text))).toBe("What runs is stopped by the button of its own message.");
  });

  it("says once how a code is sent", async () => {
    expect(cardText(await ask("/live"))).toBe("Confirm live trading with a one-time code\nUsage: /live CODE");
  });

  it("shows every setting for /set", async () => {
    expect(await ask("/set")).toEqual(await ask("/settings"));
  });
});

describe("what can have changed", () => {
  it.each([
    ["/pnl week 4", "/pnl week 4"],
    ["/pnl", "/pnl day 14"],
    ["/stats symbol", "/stats symbol"],
    ["/month 2", "/month 2"],
  ])("is asked anew by a button: %s", async (text, again) => {
    const refresh = (await ask(text)).buttons.flat().find(({ label }) => label === "Refresh");
    expect(refresh?.action).toEqual({ type: "command", text: again });
  });
});
