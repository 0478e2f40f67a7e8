import { describe, expect, it } from "vitest";
import { buttonLabels, cardText, conversation, createFakeDesk } from "../../fakes/chat-desk.ts";

const rule = {
  name: "morning",
  grades: ["A" as const],
  strategies: ["order-block-touch"],
  sessions: ["new-york-am"],
  maxNotional: 500,
  sizeFactor: 0.5,
};

describe("/rules", () => {
  async function ask(desk: ReturnType<typeof createFakeDesk>, text: string) {
    const [card] = await desk.deskChat.onText(conversation("admin"), text);
    if (card === undefined) throw new Error("a card was expected");
    return card;
  }

  it("shows what each rule takes and who switched it on, with a switch", async () => {
    const desk = createFakeDesk();
    desk.control.ruleList = [{ rule }];
    const off = await ask(desk, "/rules");
    expect(cardText(off)).toBe(
      [
        "Approval rules",
        "morning: A · order block touch · New York AM · up to 500.00 · 50% of the size",
        "Off",
        "A rule approves what limits allow and nothing else. A rule that is changed is off.",
      ].join("\n"),
    );
    expect(buttonLabels(off)).toEqual([["Switch morning on"]]);
    const on = await ask(desk, "/rules on morning");
    expect(cardText(on)).toContain("On, switched on by @ann since Mar 10, 13:45 UTC");
    expect(buttonLabels(on)).toEqual([["Switch morning off"]]);
    expect(cardText(await ask(desk, "/rules off morning"))).toContain("\nOff\n");
  });

  it("says when there is no rule, or none of that name", async () => {
    const desk = createFakeDesk();
    expect(cardText(await ask(desk, "/rules"))).toContain("The settings have no approval rule.");
    desk.control.ruleList = [{ rule }];
    expect(cardText(await ask(desk, "/rules on __proto__"))).toContain("There is no rule __proto__.");
  });

  it("is for admins only", async () => {
    const desk = createFakeDesk();
    const [card] = await desk.deskChat.onText(conversation("trader"), "/rules on morning");
    expect(cardText(card ?? { blocks: [] })).toContain("/rules needs the role admin; you are trader.");
    expect(desk.control.acts).toEqual([]);
  });
});
