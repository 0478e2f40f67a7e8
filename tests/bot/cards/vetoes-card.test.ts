import { expect, it } from "vitest";
import { vetoesCard } from "../../../src/bot/cards/vetoes-card.ts";
import { cardText, strictWords } from "../../fakes/chat-desk.ts";
import { NOW } from "../../fakes/control-trades.ts";

it("shows what each reason saved or cost", () => {
  const groups = [
    {
      reason: { key: "reason-left-aside", args: { reason: "skipped" } },
      count: 3,
      won: 1,
      lost: 1,
      r: 0.5,
      unknown: 0,
    },
    { reason: { key: "denied-daily-loss" }, count: 2, won: 0, lost: 1, r: -1, unknown: 1 },
  ];
  expect(cardText(vetoesCard(strictWords(), { groups, since: NOW }))).toBe(
    [
      "Not traded",
      "Skipped by hand",
      "3 setups · won 1, lost 1 · +0.5R without us",
      "The loss limit of the day is reached",
      "2 setups · won 0, lost 1 · -1R without us",
      "Together they would have made -0.5R, before costs, each closed at its first target.",
      "Setups since Mar 10, 13:45 UTC; what still runs counts at the last close.",
      "1 setup is too old to be followed.",
    ].join("\n"),
  );
});

it("says so when every setup was traded", () => {
  expect(cardText(vetoesCard(strictWords(), { groups: [] }))).toBe(
    "Not traded\nEvery setup so far was traded or is still open.",
  );
});
