import { afterEach, describe, expect, it } from "vitest";
import { isAbsent } from "../../../../src/exchange/ccxt/exchange-account.ts";
import { outcomeOfFailure } from "../../../../src/exchange/ccxt/order-errors.ts";
import { OKX } from "../../../../src/exchange/ccxt/venues/okx.ts";
import { okxTrades } from "../../../../src/exchange/ccxt/venues/okx-lists.ts";
import { OKX_REFUSALS } from "../../../../src/exchange/ccxt/venues/okx-refusals.ts";
import { captureClient } from "./captured-client.ts";

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

const BTC = { id: "BTC-USDT-SWAP", symbol: "BTC/USDT:USDT", type: "swap", contractSize: 0.01 } as const;
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** The real client before a server that answers everything with these rows. */
async function answered(...data: readonly object[]) {
  const captured = await captureClient(OKX, BTC, { status: 200, body: { code: "0", msg: "", data } });
  open.push(captured.close);
  return captured;
}

describe("answers of OKX that are well outside and not within", () => {
  it.each([
    ["51400", true],
    ["51410", false],
  ])("a cancellation with %s beside the order proves that it is gone: %s", async (sCode, expected) => {
    const { clients } = await answered({ sCode, sMsg: "no", clOrdId: "kz0001", ordId: "" });
    const done = await clients.send(() =>
      OKX.cancel(clients.orders, BTC.symbol, { clientOrderId: "kz0001" }),
    );
    expect(done.ok).toBe(false);
    expect(isAbsent(OKX, done)).toBe(expected);
  });
});

describe("fills of OKX", () => {
  const fill = (billId: string, tradeId: string, ts: number) => ({
    ...{
      instId: BTC.id,
      billId,
      tradeId,
      ordId: "9",
      ts: String(ts),
      fillPx: "100",
      fillSz: "2",
      side: "buy",
    },
    ...{ fee: "-0.1", feeCcy: "USDT" },
  });

  it("have the ids of their bills: a liquidation's trade id is negative, that of both sides of one the same", async () => {
    const { clients } = await answered(fill("12", "-7", 1000), fill("11", "7", 1000), fill("10", "7", 1000));
    const trades = await okxTrades(clients.orders, BTC.symbol, 1000, 2000);
    expect(trades.map(({ id, amount, price }) => [id, amount, price])).toEqual([
      ["10", 2, 100],
      ["11", 2, 100],
      ["12", 2, 100],
    ]);
  });

  it("are asked for a little beyond both ends, and left out there", async () => {
    const { clients, captured } = await answered(
      fill("12", "3", 2001),
      fill("11", "2", 2000),
      fill("10", "1", 999),
    );
    const trades = await okxTrades(clients.orders, BTC.symbol, 1000, 2000);
    expect(trades.map(({ id }) => id)).toEqual(["11"]);
    expect(captured).toMatchObject([
      { call: "GET /api/v5/trade/fills", params: { begin: "999", end: "2001" } },
    ]);
  });

  it("end with a full page that tells nothing new", async () => {
    const { clients, captured } = await answered(
      ...Array.from({ length: 100 }, (_, index) => fill(String(index), "1", 1000)),
    );
    expect(await okxTrades(clients.orders, BTC.symbol, 1000, 2000)).toHaveLength(100);
    expect(captured).toHaveLength(2);
  });
});
