import { describe, expect, it } from "vitest";
import { accountFromJson, accountToJson } from "../../../src/engine/fill/account-json.ts";
import { freshAccount } from "./desk.ts";

describe("the stored account", () => {
  it("names the field that is wrong", () => {
    const broken = accountToJson(freshAccount()).replace('"10000"', '"NaN"');
    expect(() => accountFromJson(broken)).toThrow(
      expect.objectContaining({
        code: "paper-account-invalid",
        args: { path: "balance", problem: "must be a plain decimal number" },
      }),
    );
  });

  it("refuses what is not JSON and fields it does not know", () => {
    expect(() => accountFromJson("{")).toThrow(expect.objectContaining({ code: "paper-account-invalid" }));
    const extra = JSON.stringify({ ...freshAccount(), leverage: 100 });
    expect(() => accountFromJson(extra)).toThrow(expect.objectContaining({ code: "paper-account-invalid" }));
  });
});
