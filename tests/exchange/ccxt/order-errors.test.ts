import { describe, expect, it } from "vitest";
import { BINANCE_FUTURES_REFUSALS, outcomeOfFailure } from "../../../src/exchange/ccxt/order-errors.ts";
import { isClientError } from "../../../src/exchange/ccxt/venue.ts";

const RULES = { refusals: BINANCE_FUTURES_REFUSALS, refusesWith: isClientError };

const outcome = (httpStatus: number | undefined, venueCode?: string, sent = true) =>
  outcomeOfFailure({ sent, httpStatus, venueCode }, RULES);

/** Written out a second time on purpose: a code that slips into the table or out of it turns this red. */
const REFUSED = `
  -1002 -1003 -1013 -1014 -1015 -1020 -1021 -1022 -1100 -1101 -1102 -1103 -1104 -1105 -1106 -1111 -1114 -1115
  -1116 -1117 -1118 -1121 -1128 -1130 -1136 -2010 -2014 -2015 -2018 -2019 -2020 -2021 -2022 -2023 -2024 -2025
  -2026 -2027 -2028 -4001 -4002 -4003 -4004 -4005 -4006 -4007 -4013 -4014 -4015 -4016 -4023 -4024 -4029 -4030
  -4045 -4060 -4061 -4062 -4087 -4088 -4118 -4120 -4131 -4140 -4141 -4142 -4164 -4183 -4184 -4192 -4400 -4401
  -4408 -5021 -5022`
  .trim()
  .split(/\s+/);

describe("the outcome of a failed order", () => {
  it.each(REFUSED)("is a refusal for %s", (code) => {
    expect(outcome(400, code)).toEqual({ status: "rejected", code: BINANCE_FUTURES_REFUSALS[code] });
    expect(BINANCE_FUTURES_REFUSALS[code]).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it("has no refusals but these", () => {
    expect(Object.keys(BINANCE_FUTURES_REFUSALS).sort()).toEqual([...REFUSED].sort());
  });

  it("is unknown for every other code that Binance has or may invent", () => {
    for (let number = 1000; number <= 6000; number += 1) {
      const code = `-${number}`;
      if (REFUSED.includes(code)) continue;
      expect(outcome(400, code)).toEqual({ status: "unknown", code: `venue${code}` });
    }
  });

  it.each(["-1000", "-1001", "-1006", "-1007", "-1008", "-1016", "-4116", "-5028"])(
    "is unknown for %s, which says nothing sure",
    (code) => {
      expect(outcome(400, code).status).toBe("unknown");
    },
  );

  it.each([500, 502, 503, 504, 200, 302])("is unknown with status %i, whatever the code says", (status) => {
    expect(outcome(status, "-2019")).toEqual({ status: "unknown", code: "venue-2019" });
    expect(outcome(status)).toEqual({ status: "unknown", code: `http-${status}` });
  });

  it.each([403, 408, 418, 429])("is unknown with status %i and no code of the venue", (status) => {
    expect(outcome(status)).toEqual({ status: "unknown", code: `http-${status}` });
  });

  it("is a refusal with 418 and 429 when the venue's own code says so", () => {
    expect(outcome(429, "-1003")).toEqual({ status: "rejected", code: "rate-limited" });
    expect(outcome(418, "-1003")).toEqual({ status: "rejected", code: "rate-limited" });
  });

  it("is unknown when no answer came", () => {
    expect(outcome(undefined)).toEqual({ status: "unknown", code: "no-answer" });
    expect(outcome(undefined, "-2019")).toEqual({ status: "unknown", code: "no-answer" });
  });

  it("is a refusal when nothing was sent", () => {
    expect(outcome(undefined, undefined, false)).toEqual({ status: "rejected", code: "not-sent" });
  });

  it.each(["constructor", "__proto__", "toString", ""])("is unknown for the code %j", (code) => {
    expect(outcome(400, code).status).toBe("unknown");
  });
});
