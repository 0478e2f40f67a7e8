import { describe, expect, it } from "vitest";
import { pageTexts } from "../../../src/bot/web/page-texts.ts";
import { strictWords } from "../../fakes/chat-desk.ts";

describe("the page's words", () => {
  it("leave the values that only the page knows in braces", () => {
    const texts = pageTexts(strictWords());
    expect(texts.newMessages).toBe("{count} new");
    expect(texts.edited).toBe("edited {time}");
    expect(texts.cardChanged).toBe("Card changed: {title}");
    expect(texts.chart).toBe("Chart: {title}");
  });

  it("have no other braces", () => {
    const known = new Set(["newMessages", "edited", "cardChanged", "chart"]);
    const others = Object.entries(pageTexts(strictWords())).filter(([name]) => !known.has(name));
    expect(others.filter(([, text]) => /[{}]/.test(text))).toEqual([]);
  });
});
