import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CardsElsewhere, TapAnswer } from "../../../src/bot/conversation.ts";
import { PIXEL, textCard } from "./scripted-desk.ts";
import { notice, startWebBench, type TestPage, textOf, type WebBench } from "./web-bench.ts";

describe("a tap on an answer", () => {
  let bench: WebBench;
  let page: TestPage;

  beforeEach(async () => {
    bench = await startWebBench();
    page = await bench.connect(await bench.signIn());
  });
  afterEach(() => bench.web.stop());

  const go = [[{ label: "Go", action: { type: "command", text: "/status" } } as const]];

  /** Asks for a card with a chart and a button, and gives its message. */
  async function askForCard() {
    bench.desk.onTextDo = async () => [{ ...textCard("page 1", go), image: PIXEL }];
    page.send({ type: "text", id: "ask", text: "/scan" });
    await page.next("message");
    return (await page.next("message")).message;
  }

  async function tapAndSee(answer: TapAnswer, message: string, token = "t1") {
    bench.desk.onTapDo = async () => answer;
    page.send({ type: "tap", id: "tap", message, token });
    return (await page.next("message")).message;
  }

  it("replaces it, image and all, with the card that takes its place", async () => {
    const { id } = await askForCard();
    const replaced = await tapAndSee({ card: textCard("page 2", go), replace: true }, id);
    expect([replaced.id, textOf(replaced), replaced.imageUrl]).toEqual(["2", "page 2", undefined]);
    expect(bench.buttons.issued.map(({ token }) => token)).toEqual(["t1", "t2"]);
    const back = await tapAndSee({ card: { ...textCard("page 1"), image: PIXEL }, replace: true }, id, "t2");
    expect([back.id, textOf(back), back.imageUrl]).toEqual(["2", "page 1", "/images/2?v=4"]);
  });

  it("keeps its chart when it is brought up to date", async () => {
    const { id, imageUrl } = await askForCard();
    const updated = await tapAndSee({ updated: textCard("approved") }, id);
    expect([updated.id, textOf(updated), updated.imageUrl]).toEqual(["2", "approved", imageUrl]);
  });

  it("brings it up to date and shows the new card below", async () => {
    const { id } = await askForCard();
    const updated = await tapAndSee({ updated: textCard("approved"), card: textCard("fault") }, id);
    expect(textOf(updated)).toBe("approved");
    expect(textOf((await page.next("message")).message)).toBe("fault");
  });

  it("shows people of other chats what was decided about them", async () => {
    await bench.web.stop();
    const told: CardsElsewhere[] = [];
    bench = await startWebBench({ tellElsewhere: async (cards) => void told.push(cards) });
    page = await bench.connect(await bench.signIn());
    const { id } = await askForCard();
    const guest = { address: { platform: "telegram", chatId: "7" }, card: textCard("You are in") } as const;
    await tapAndSee({ card: textCard("Ben is a trader now"), also: [guest] }, id);
    await bench.web.stop();
    expect(told).toEqual([[guest]]);
  });

  it("leaves alone a message that does not have the button", async () => {
    const { id } = await askForCard();
    const posted = await tapAndSee({ card: textCard("page 2"), replace: true }, id, "t999");
    expect(posted.id).toBe("3");
    const other = await tapAndSee({ card: textCard("page 2"), replace: true }, "1");
    expect(other.id).toBe("4");
  });

  it("leaves a card that the desk brought up to the desk", async () => {
    const { messageId } = await bench.web.chat.send("local", notice("proposed", { button: "/trade" }));
    await page.next("message");
    const posted = await tapAndSee(
      { card: textCard("done"), replace: true, updated: textCard("approved") },
      messageId,
    );
    expect([posted.id, textOf(posted)]).toEqual(["2", "done"]);
  });
});
