import { describe, expect, it } from "vitest";
import { outcomeOfFailure } from "../../../../src/exchange/ccxt/order-errors.ts";
import { BYBIT } from "../../../../src/exchange/ccxt/venues/bybit.ts";
import { BYBIT_REFUSALS } from "../../../../src/exchange/ccxt/venues/bybit-refusals.ts";

/** Written out a second time on purpose: a code that slips into the table or out of it turns this red. */
const REFUSED = `
  10001 10002 10003 10004 10005 10006 10007 10008 10009 10010 10018 10024 10027 10028 10029 33004
  110003 110004 110006 110007 110009 110012 110017 110020 110021 110023 110042 110044 110045 110051 110052 110053
  110063 110066 110068 110069 110074 110086 110088 110090 110092 110093 110094 110118 110120 110121 110123 110124
  110125 110132`
  .trim()
  .split(/\s+/);

const outcome = (httpStatus: number, venueCode: string) =>
  outcomeOfFailure({ sent: true, httpStatus, venueCode }, BYBIT);

describe("the refusals of Bybit", () => {
  it("are these and no others, each with a word of ours", () => {
    expect(Object.keys(BYBIT_REFUSALS).sort()).toEqual([...REFUSED].sort());
    for (const word of Object.values(BYBIT_REFUSALS)) expect(word).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each(REFUSED)("prove with %s that the order does not exist, with HTTP 200 or a client error", (code) => {
    for (const status of [200, 400, 401, 403, 429]) {
      expect(outcome(status, code)).toEqual({ status: "rejected", code: BYBIT_REFUSALS[code] });
    }
  });

  it("leave open every other code that Bybit has or may invent", () => {
    const numbers = Array.from({ length: 1000 }, (_, index) => index);
    const codes = numbers.flatMap((number) => [
      10_000 + number,
      30_000 + number,
      110_000 + number,
      170_000 + number,
    ]);
    for (const code of codes.map(String)) {
      if (REFUSED.includes(code)) continue;
      expect(outcome(200, code)).toEqual({ status: "unknown", code: `venue${code}` });
    }
  });

  it.each(["-1", "429", "10000", "10014", "10016", "10019", "10429", "110001", "110072", "110079"])(
    "leave open %s, which says nothing sure",
    (code) => {
      expect(outcome(200, code).status).toBe("unknown");
    },
  );

  it.each([500, 502, 503, 504, 302])("leave open any code with HTTP %i", (status) => {
    expect(outcome(status, "110007")).toEqual({ status: "unknown", code: "venue110007" });
  });
});

describe("the code of an answer of Bybit", () => {
  it.each([
    [{ retCode: 0, result: { orderId: "1" } }, undefined],
    [{ retCode: 110007, retMsg: "no" }, "110007"],
    [{ retCode: -1, retMsg: "request expired" }, "-1"],
    [{ error: "no" }, undefined],
    ["<html>", undefined],
  ])("%j is %s", (answer, code) => {
    expect(BYBIT.codeOf(answer)).toBe(code);
  });
});
