import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conversation, createFakeDesk } from "../../fakes/chat-desk.ts";
import { openTrade, sampleTrade } from "../../fakes/control-trades.ts";

const HOSTILE = [
  "",
  "/",
  "///",
  "/ ",
  "/@bot",
  "/__proto__",
  "/constructor x",
  "/trade __proto__",
  "/help constructor",
  "/close ../../etc/passwd",
  '/chart <b>x</b> & "y"',
  "/scan @everyone",
  "/pause 1e309",
  `/chart ${"A".repeat(5000)}`,
  `/${"x".repeat(5000)}`,
  "/trade \u202e\u2066abc",
  "/chart \ud800",
  `/scan ${"btc ".repeat(900)}`,
];

describe("hostile texts", () => {
  it.each(HOSTILE)("are answered with a card: %j", async (text) => {
    const desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
    const cards = await desk.deskChat.onText(conversation("admin"), text);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.blocks[0]).toMatchObject({ kind: "title" });
    expect(desk.log.lines).toEqual([]);
  });

  it("are always answered and never act beyond what the role may do", async () => {
    const word = fc.oneof(
      fc.constantFrom(
        "/status",
        "/pause",
        "/panic",
        "/close",
        "/resume",
        "/scan",
        "/trade",
        "all",
        "t1",
        "btc",
        "15m",
      ),
      fc.string({ maxLength: 12, unit: "binary" }),
    );
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
    await fc.assert(
      fc.asyncProperty(text, async (message) => {
        const desk = createFakeDesk([sampleTrade(), openTrade({ id: "t2" })]);
        const cards = await desk.deskChat.onText(conversation("viewer"), message);
        expect(cards).toHaveLength(1);
        expect(desk.control.acts).toEqual([]);
        expect(desk.log.lines).toEqual([]);
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it("never bring characters into a card that turn or hide text", async () => {
    const nasty = fc.constantFrom("\u202e", "\u2066", "\u200f", "\u200b", "\u0007", "\ud800", "a", "Ж", "😀");
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 20, unit: nasty }), async (id) => {
        const desk = createFakeDesk();
        const [card] = await desk.deskChat.onText(conversation(), `/trade x${id}x`);
        const [title] = card?.blocks ?? [];
        const visible = [...`x${id}x`].filter((character) => /[axЖ😀]/u.test(character)).join("");
        expect(title).toEqual({ kind: "title", text: `There is no trade ${visible}.` });
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
