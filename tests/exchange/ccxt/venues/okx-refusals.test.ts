import { describe, expect, it } from "vitest";
import { outcomeOfFailure } from "../../../../src/exchange/ccxt/order-errors.ts";
import { OKX } from "../../../../src/exchange/ccxt/venues/okx.ts";
import { OKX_REFUSALS } from "../../../../src/exchange/ccxt/venues/okx-refusals.ts";

/** Written out a second time on purpose: a code that slips into the table or out of it turns this red. */
const REFUSED = `
  50000 50002 50006 50007 50009 50011 50012 50014 50015 50016 50024 50025 50027 50028 50030 50035 50036 50037 50040
  50061 50100 50101 50102 50103 50104 50105 50106 50107 50110 50111 50112 50113 50114 50115 50119 50120
  51000 51001 51002 51003 51004 51005 51006 51007 51008 51009 51010 51015 51020 51021 51022 51023 51024 51025 51027
  51028 51029 51030 51031 51100 51101 51105 51106 51107 51108 51112 51116 51119 51120 51121 51122 51127 51129 51131
  51134 51135 51136 51137 51138 51155 51169 51174 51185 51201 51202 51203 51204 51205 51250 51252 51261 51275 51276
  51277 51278 51279 51280 54072`
  .trim()
  .split(/\s+/);

const outcome = (httpStatus: number, venueCode: string) =>
  outcomeOfFailure({ sent: true, httpStatus, venueCode }, OKX);

describe("the refusals of OKX", () => {
  it("are these and no others, each with a word of ours", () => {
    expect(Object.keys(OKX_REFUSALS).sort()).toEqual([...REFUSED].sort());
    for (const word of Object.values(OKX_REFUSALS)) expect(word).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each(REFUSED)(
    "prove with %s that the order does not exist, beside it or with a client error",
    (code) => {
      for (const status of [200, 400, 401, 429]) {
        expect(outcome(status, code)).toEqual({ status: "rejected", code: OKX_REFUSALS[code] });
      }
    },
  );

  it("leave open every other code that OKX has or may invent", () => {
    for (let number = 50_000; number < 60_000; number += 1) {
      const code = String(number);
      if (REFUSED.includes(code)) continue;
      expect(outcome(200, code)).toEqual({ status: "unknown", code: `venue${code}` });
    }
  });

  it.each([
    "1",
    "2",
    "50001",
    "50004",
    "50005",
    "50013",
    "50026",
    "51011",
    "51016",
    "51054",
    "51065",
    "51149",
  ])("leave open %s, which says nothing sure", (code) => {
    expect(outcome(200, code).status).toBe("unknown");
  });

  it.each([500, 502, 503, 504, 302])("leave open any code with HTTP %i", (status) => {
    expect(outcome(status, "51008")).toEqual({ status: "unknown", code: "venue51008" });
  });
});

describe("the code of an answer of OKX", () => {
  it.each([
    [{ code: "0", data: [{ ordId: "1", sCode: "0" }] }, undefined],
    [{ code: "0", data: [] }, undefined],
    [{ code: "1", data: [{ sCode: "51008" }] }, "51008"],
    [{ code: "0", data: [{ sCode: "51400" }] }, "51400"],
    [{ code: "2", data: [{ sCode: "51400" }] }, "51400"],
    [{ code: "1", data: [] }, "1"],
    [{ code: "50013", msg: "busy" }, "50013"],
    [{ error: "no" }, undefined],
    ["<html>", undefined],
  ])("%j is %s", (answer, code) => {
    expect(OKX.codeOf(answer)).toBe(code);
  });
});
