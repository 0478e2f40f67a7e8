import { describe, expect, it } from "vitest";
import { denialOf, denialText } from "../../../src/bot/cards/denial-text.ts";
import { DENIAL_CODES } from "../../../src/engine/risk/denial.ts";
import { strictWords } from "../../fakes/chat-desk.ts";

const words = strictWords();

describe("the text of a denial", () => {
  it.each([
    [{ code: "open-positions", limit: 5, actual: 5 }, "5 positions are open; the limit is 5"],
    [{ code: "open-risk", limit: 5, actual: 5.5 }, "The open risk would be 5.5%; the limit is 5%"],
    [
      { code: "size-below-minimum", limit: 0.001, actual: 0.0004 },
      "The size would be 0.0004; the exchange takes at least 0.001",
    ],
    [{ code: "price-stale", limit: 120, actual: 301.7 }, "The last price is 302 s old; the limit is 120 s"],
    [{ code: "price-stale", limit: 120 }, "The last known price is too old"],
    [
      { code: "stop-on-wrong-side", limit: 60_900, actual: 60_850.5 },
      "The stop 60,900 is on the wrong side of the price 60,850.5",
    ],
    [{ code: "kill-switch", limit: 1, actual: 2 }, "The desk was stopped by /panic; /resume starts it again"],
  ] as const)("names the limit and what it would have been: %o", (denial, text) => {
    expect(denialText(words, denial)).toBe(text);
  });

  it.each(DENIAL_CODES)("exists for %s with and without numbers", (code) => {
    expect(denialText(words, { code })).toMatch(/^[A-Z]/);
    expect(denialText(words, { code, limit: 1, actual: 2 })).toMatch(/^[A-Z0-9]/);
  });

  it("is found behind a stored phrase", () => {
    expect(denialOf({ key: "denied-open-risk", args: { limit: "5", actual: 6 } })).toEqual({
      code: "open-risk",
      limit: 5,
      actual: 6,
    });
    expect(denialOf({ key: "denied-paused" })).toEqual({ code: "paused" });
    expect(denialOf({ key: "expired-time" })).toBeUndefined();
  });
});
