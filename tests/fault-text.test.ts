import { describe, expect, it } from "vitest";
import { DeskError } from "../src/engine/errors.ts";
import { describeFault } from "../src/fault-text.ts";

describe("the text of a fault at the terminal", () => {
  it("lists the mistakes of a configuration under its file", () => {
    const fault = new DeskError("config-invalid", {
      source: "my.yaml",
      faults: "mode: paper only\nnope: unknown",
    });
    expect(describeFault(fault)).toBe(
      "The configuration has mistakes (my.yaml):\n  mode: paper only\n  nope: unknown",
    );
  });

  it("says that an empty allow-list lets nobody use the bot", () => {
    const fault = new DeskError("config-invalid", { path: "telegram.allow", problem: "empty" });
    expect(describeFault(fault)).toBe(
      "The configuration has mistakes:\n  telegram.allow: nobody is named, so nobody may use the bot; set TELEGRAM_ALLOWED_USER_IDS to numeric user ids",
    );
  });

  it("names the exchange that ccxt does not know", () => {
    const fault = new DeskError("config-invalid", { field: "market.exchange", value: "binanse" });
    expect(describeFault(fault)).toBe(
      "The configuration has mistakes:\n  market.exchange: not known (binanse)",
    );
  });

  it("says that the keys of an exchange lack their passphrase, and shows no key", () => {
    const args = { field: "EXCHANGE_API_PASSPHRASE", problem: "keys of okx come with a passphrase" };
    expect(describeFault(new DeskError("config-invalid", args))).toBe(
      "The configuration has mistakes:\n  EXCHANGE_API_PASSPHRASE: keys of okx come with a passphrase",
    );
  });

  it.each([
    ["AccountOfSpotOnly", "The account trades spot only."],
    ["PositionInOtherMarginMode", "A position is open in another margin mode than live.marginMode."],
    ["RequestTimeout", "The exchange okx cannot be read: RequestTimeout"],
  ])("says what is wrong with an account for %s", (reason, text) => {
    expect(describeFault(new DeskError("exchange-unavailable", { exchange: "okx", reason }))).toContain(text);
  });

  it("names the missing columns and the line of a file without candles", () => {
    const args = { file: "a.csv", reason: "columns-missing", columns: "close", line: 1 };
    expect(describeFault(new DeskError("file-without-candles", args))).toBe(
      "a.csv lacks the columns close in its first line.",
    );
  });
});
