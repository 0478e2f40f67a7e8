import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { COIN_SWAP } from "./instruments.ts";
import { EMULATED_OKX_KEY, type OkxEmulator, startOkxEmulator } from "./okx-emulator.ts";
import { OkxError, OrderRefusal } from "./okx-error.ts";

const START = Date.UTC(2026, 5, 1, 12);
const COIN = "COIN-USDT-SWAP";
const answerSchema = z.object({
  code: z.string(),
  data: z.array(z.record(z.string(), z.unknown())).default([]),
});

const running: OkxEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

interface Signing {
  readonly apiKey?: string;
  readonly secret?: string;
  readonly passphrase?: string;
  readonly timestamp?: string;
  readonly expTime?: string;
}

/** An emulator and requests that are signed without any client library. */
async function anEmulator() {
  const emulator = await startOkxEmulator({ startMs: START, symbols: [COIN_SWAP] });
  running.push(emulator);
  const ask = async (method: "GET" | "POST", path: string, words: object = {}, signing: Signing = {}) => {
    const { apiKey, secret, passphrase } = { ...EMULATED_OKX_KEY, ...signing };
    const query = method === "GET" ? new URLSearchParams({ ...words }).toString() : "";
    const address = `/api/v5/${path}${query === "" ? "" : `?${query}`}`;
    const body = method === "POST" ? JSON.stringify(words) : "";
    const timestamp = signing.timestamp ?? new Date(emulator.market.now()).toISOString();
    const sign = createHmac("sha256", secret)
      .update(`${timestamp}${method}${address}${body}`)
      .digest("base64");
    const response = await fetch(`${emulator.httpUrl}${address}`, {
      method,
      headers: {
        "OK-ACCESS-KEY": apiKey,
        "OK-ACCESS-PASSPHRASE": passphrase,
        "OK-ACCESS-TIMESTAMP": timestamp,
        "OK-ACCESS-SIGN": sign,
        "Content-Type": "application/json",
        ...(signing.expTime === undefined ? {} : { expTime: signing.expTime }),
      },
      ...(method === "POST" ? { body } : {}),
    });
    return { status: response.status, ...answerSchema.parse(await response.json()) };
  };
  /** The code that counts: of the one order if there is one. */
  const codeOf = async (...request: Parameters<typeof ask>) => {
    const { code, data } = await ask(...request);
    return data[0]?.sCode ?? code;
  };
  return { emulator, ask, codeOf };
}

const LIMIT = { instId: COIN, tdMode: "cross", side: "buy", ordType: "limit", px: "96", sz: "10" };
const MARKET = { instId: COIN, tdMode: "cross", side: "buy", ordType: "market", sz: "10" };
const STOP = {
  ...{ instId: COIN, tdMode: "cross", side: "sell", ordType: "conditional", sz: "10", reduceOnly: true },
  ...{ slTriggerPx: "95", slOrdPx: "-1", slTriggerPxType: "last" },
};

describe("a signed request to the OKX emulator", () => {
  it.each<[string, Signing, string]>([
    ["with another key", { apiKey: "another" }, "50111"],
    ["with a wrong passphrase", { passphrase: "another" }, "50105"],
    ["without a passphrase", { passphrase: "" }, "50104"],
    ["with a wrong signature", { secret: "another" }, "50113"],
    ["with a time that is none", { timestamp: "yesterday" }, "50112"],
    ["from 30.001 s ago", { timestamp: new Date(START - 30_001).toISOString() }, "50102"],
    ["from 30.001 s in the future", { timestamp: new Date(START + 30_001).toISOString() }, "50102"],
  ])("%s is refused", async (_, signing, code) => {
    const { ask } = await anEmulator();
    expect(await ask("GET", "account/config", {}, signing)).toMatchObject({ status: 401, code });
  });

  it.each([START - 30_000, START + 30_000])("of time %i is taken", async (at) => {
    const { ask } = await anEmulator();
    const signing = { timestamp: new Date(at).toISOString() };
    expect(await ask("GET", "account/config", {}, signing)).toMatchObject({ status: 200, code: "0" });
  });

  it("needs the right to trade for an order, and not for a look", async () => {
    const { emulator, ask } = await anEmulator();
    emulator.key.perm = "read_only";
    expect(await ask("POST", "trade/order", MARKET)).toMatchObject({ status: 401, code: "50120" });
    expect(await ask("GET", "account/balance")).toMatchObject({ code: "0" });
    expect(emulator.trading.orders).toEqual([]);
  });

  it("with a deadline that is past is refused and has no effect", async () => {
    const { emulator, ask } = await anEmulator();
    const at = (ms: number) => ({ expTime: String(START + ms) });
    expect(await ask("POST", "trade/order", MARKET, at(-1))).toMatchObject({ status: 400, code: "50036" });
    expect(emulator.trading.orders).toEqual([]);
    expect(await ask("POST", "trade/order", MARKET, at(0))).toMatchObject({ code: "0" });
  });
});

describe("an order at the OKX emulator", () => {
  it.each([
    ["off the tick", { px: "96.05" }, "51000"],
    ["off the lot", { sz: "10.05" }, "51121"],
    ["below the least quantity", { sz: "0.4" }, "51020"],
    ["above the largest quantity", { sz: "100000.1" }, "51005"],
    ["at the market above its largest quantity", { ...MARKET, px: undefined, sz: "12000.1" }, "51202"],
    ["too far above", { px: "105.1" }, "51006"],
    ["without a price", { px: undefined }, "51204"],
    ["with a bad id", { clOrdId: "with-dash" }, "51000"],
    ["for a position side", { posSide: "long" }, "51000"],
    ["without a margin mode", { tdMode: undefined }, "51000"],
    ["of an unknown instrument", { instId: "NOPE-USDT-SWAP" }, "51001"],
    ["without a position to reduce", { reduceOnly: true }, "51169"],
    ["for more than the margin", { sz: "12000" }, "51008"],
    ["with words that nobody reads", { colour: "red" }, "51000"],
  ])("%s is refused and does not exist", async (_, change, code) => {
    const { emulator, codeOf } = await anEmulator();
    expect(await codeOf("POST", "trade/order", { ...LIMIT, ...change })).toBe(code);
    expect(emulator.trading.orders).toEqual([]);
  });

  it("that pays too little waits, however far away it is", async () => {
    const { codeOf } = await anEmulator();
    expect(await codeOf("POST", "trade/order", { ...LIMIT, px: "50" })).toBe("0");
  });

  it("needs margin by the leverage of its symbol and margin mode", async () => {
    const { codeOf, ask } = await anEmulator();
    const lever = (words: object) => ask("POST", "account/set-leverage", { instId: COIN, ...words });
    await lever({ lever: "1", mgnMode: "cross" });
    expect(await codeOf("POST", "trade/order", { ...LIMIT, sz: "2000" })).toBe("51008");
    expect(await codeOf("POST", "trade/order", { ...LIMIT, sz: "2000", tdMode: "isolated" })).toBe("0");
    expect(await lever({ lever: "101", mgnMode: "cross" })).toMatchObject({ code: "59102" });
    expect(await lever({ lever: "5", mgnMode: "cross", posSide: "long" })).toMatchObject({ code: "51000" });
  });

  it("takes an id twice only when the first order is not alive any more", async () => {
    const { codeOf } = await anEmulator();
    const order = { ...LIMIT, clOrdId: "same" };
    const name = { instId: COIN, clOrdId: "same" };
    expect(await codeOf("POST", "trade/order", order)).toBe("0");
    expect(await codeOf("POST", "trade/order", order)).toBe("51016");
    expect(await codeOf("POST", "trade/cancel-order", name)).toBe("0");
    expect(await codeOf("POST", "trade/cancel-order", name)).toBe("51401");
    expect(await codeOf("POST", "trade/cancel-order", { ...name, clOrdId: "never" })).toBe("51400");
    expect(await codeOf("POST", "trade/order", order)).toBe("0");
  });

  it("that ended without a fill is forgotten after two hours, one with a fill is not", async () => {
    const { emulator, ask } = await anEmulator();
    await ask("POST", "trade/order", { ...LIMIT, clOrdId: "empty1" });
    await ask("POST", "trade/cancel-order", { instId: COIN, clOrdId: "empty1" });
    await ask("POST", "trade/order", { ...MARKET, clOrdId: "filled1" });
    const find = async (clOrdId: string) => (await ask("GET", "trade/order", { instId: COIN, clOrdId })).code;
    emulator.market.advance(2 * 3_600_000);
    expect([await find("empty1"), await find("filled1")]).toEqual(["0", "0"]);
    emulator.market.advance(1);
    expect([await find("empty1"), await find("filled1")]).toEqual(["51603", "0"]);
  });

  it("of a list is refused without the others, and each says so beside itself", async () => {
    const { ask } = await anEmulator();
    const orders = [
      { ...LIMIT, clOrdId: "one" },
      { ...LIMIT, sz: "0.4" },
    ];
    expect(await ask("POST", "trade/batch-orders", orders)).toMatchObject({
      code: "2",
      data: [{ clOrdId: "one", sCode: "0" }, { sCode: "51020" }],
    });
    expect(await ask("POST", "trade/batch-orders", [{ ...LIMIT, sz: "0.4" }])).toMatchObject({ code: "1" });
    const names = [
      { instId: COIN, clOrdId: "one" },
      { instId: COIN, clOrdId: "two" },
    ];
    expect(await ask("POST", "trade/cancel-batch-orders", names)).toMatchObject({
      data: [{ sCode: "0" }, { sCode: "51400" }],
    });
  });

  it("counts contracts: position, fees and money follow from the contract's size", async () => {
    const { emulator, ask } = await anEmulator();
    await ask("POST", "trade/order", { ...MARKET, sz: "20" });
    emulator.market.trade(COIN, 101, 1);
    expect((await ask("GET", "account/positions")).data).toMatchObject([
      { pos: "20", avgPx: "100", upl: "2" },
    ]);
    await ask("POST", "trade/order", { ...MARKET, side: "sell", sz: "20", reduceOnly: true });
    // 0.05 % of 200 and of 202, against 2 of profit.
    expect((await ask("GET", "account/balance")).data).toMatchObject([{ details: [{ eq: "10001.799" }] }]);
    const { data } = await ask("GET", "trade/fills-history", { instType: "SWAP" });
    expect(data.map(({ fillSz, fee, fillPnl }) => [fillSz, fee, fillPnl])).toEqual([
      ["20", "-0.101", "2"],
      ["20", "-0.1", "0"],
    ]);
  });

  it("of an isolated position takes its margin out of the cash", async () => {
    const { ask } = await anEmulator();
    await ask("POST", "trade/order", { ...MARKET, tdMode: "isolated" });
    expect((await ask("GET", "account/balance")).data).toMatchObject([
      { details: [{ eq: "9999.95", cashBal: "9989.95", isoEq: "10", upl: "0" }] },
    ]);
    expect((await ask("GET", "account/positions")).data).toMatchObject([
      { mgnMode: "isolated", margin: "10" },
    ]);
  });
});

describe("lists of the OKX emulator", () => {
  it("page from the newest to the oldest, a hundred at most", async () => {
    const { ask, emulator } = await anEmulator();
    for (let count = 0; count < 105; count += 1) emulator.trading.tradeByHand(COIN, "BUY", "1");
    const fills = async (words: object) =>
      (await ask("GET", "trade/fills-history", { instType: "SWAP", ...words })).data.map(
        ({ billId }) => billId,
      );
    const first = await fills({});
    expect([first.length, first[0], first.at(-1)]).toEqual([100, "105", "6"]);
    expect(await fills({ after: "6" })).toEqual(["5", "4", "3", "2", "1"]);
    expect((await fills({ before: "103" })).length).toBe(2);
    expect(await fills({ begin: String(START + 1) })).toEqual([]);
    expect((await ask("GET", "trade/fills-history", { instType: "SWAP", limit: "101" })).code).toBe("51000");
    expect((await ask("GET", "trade/fills-history", {})).code).toBe("50014");
  });

  it("tell open orders and ended ones apart", async () => {
    const { ask } = await anEmulator();
    await ask("POST", "trade/order", { ...LIMIT, clOrdId: "open1" });
    await ask("POST", "trade/order", { ...MARKET, clOrdId: "done1" });
    const names = async (path: string) =>
      (await ask("GET", path, { instType: "SWAP" })).data.map(({ clOrdId }) => clOrdId);
    expect(await names("trade/orders-pending")).toEqual(["open1"]);
    expect(await names("trade/orders-history")).toEqual(["done1"]);
  });
});

describe("a conditional order at the OKX emulator", () => {
  it.each([
    ["stop of a long above the price", { slTriggerPx: "100" }, "51280"],
    ["stop of a short below the price", { side: "buy", slTriggerPx: "100" }, "51278"],
    ["target of a long below the price", target("sell"), "51279"],
    ["target of a short above the price", target("buy"), "51277"],
    ["stop off the tick", { slTriggerPx: "95.05" }, "51000"],
    ["order of another kind", { ordType: "trigger" }, "51000"],
    ["stop with the name of an order", { clOrdId: "name1" }, "51000"],
  ])("that is a %s is refused", async (_, change, code) => {
    const { emulator, codeOf } = await anEmulator();
    expect(await codeOf("POST", "trade/order-algo", { ...STOP, ...change })).toBe(code);
    expect(emulator.trading.algos).toEqual([]);
  });

  it("becomes an order of another name that says where it comes from", async () => {
    const { emulator, ask } = await anEmulator();
    await ask("POST", "trade/order", MARKET);
    await ask("POST", "trade/order-algo", { ...STOP, algoClOrdId: "guard" });
    const guard = () => ask("GET", "trade/order-algo", { algoClOrdId: "guard" });
    expect((await guard()).data).toMatchObject([{ state: "live", slTriggerPx: "95", ordIdList: [] }]);
    emulator.market.trade(COIN, 94, 1);
    const [algo] = (await guard()).data;
    expect(algo).toMatchObject({ state: "effective", actualSz: "10", actualPx: "94", actualSide: "sl" });
    const { data } = await ask("GET", "trade/order", { instId: COIN, ordId: String(algo?.ordId) });
    expect(data).toMatchObject([
      {
        state: "filled",
        algoClOrdId: "guard",
        algoId: algo?.algoId,
        clOrdId: `O${algo?.algoId}`,
        avgPx: "94",
      },
    ]);
    expect((await ask("GET", "trade/orders-algo-pending", { ordType: "conditional" })).data).toEqual([]);
    const history = { ordType: "conditional", state: "effective" };
    expect((await ask("GET", "trade/orders-algo-history", history)).data).toMatchObject([
      { algoClOrdId: "guard" },
    ]);
  });

  it("fails when its price comes and there is no position", async () => {
    const { emulator, ask } = await anEmulator();
    await ask("POST", "trade/order-algo", { ...STOP, algoClOrdId: "alone" });
    emulator.market.trade(COIN, 94, 1);
    expect((await ask("GET", "trade/order-algo", { algoClOrdId: "alone" })).data).toMatchObject([
      { state: "order_failed", failCode: "51169", ordId: "" },
    ]);
  });

  it("is cancelled once, by its own name", async () => {
    const { codeOf } = await anEmulator();
    await codeOf("POST", "trade/order-algo", { ...STOP, algoClOrdId: "guard" });
    expect(await codeOf("POST", "trade/order-algo", { ...STOP, algoClOrdId: "guard" })).toBe("51065");
    const name = [{ instId: COIN, algoClOrdId: "guard" }];
    expect(await codeOf("POST", "trade/cancel-algos", name)).toBe("0");
    expect(await codeOf("POST", "trade/cancel-algos", name)).toBe("51400");
  });

  function target(side: string) {
    return {
      side,
      slTriggerPx: undefined,
      slOrdPx: undefined,
      slTriggerPxType: undefined,
      tpTriggerPx: "100",
      tpOrdPx: "-1",
    };
  }
});

describe("the account of the OKX emulator", () => {
  it("changes its position mode only when it is flat and has no orders", async () => {
    const { emulator, codeOf } = await anEmulator();
    const mode = (posMode: string) => codeOf("POST", "account/set-position-mode", { posMode });
    expect(await mode("long_short_mode")).toBe("0");
    expect(await codeOf("POST", "trade/order", MARKET)).toBe("51000");
    expect(await codeOf("POST", "trade/order", { ...MARKET, posSide: "long" })).toBe("0");
    expect(await mode("net_mode")).toBe("59000");
    expect(await codeOf("POST", "trade/order", { ...MARKET, posSide: "short" })).toBe("51169");
    expect(emulator.trading.hedged).toBe(true);
  });
});

describe("a fault of the OKX emulator", () => {
  it("of one order comes with HTTP 200 beside it, one of the request at its top", async () => {
    const { emulator, ask } = await anEmulator();
    const order = "POST /api/v5/trade/order";
    emulator.faults.refuse(order, new OrderRefusal(51008, "no"), new OkxError(50013, "busy", 429));
    expect(await ask("POST", "trade/order", MARKET)).toMatchObject({
      status: 200,
      code: "1",
      data: [{ sCode: "51008" }],
    });
    expect(await ask("POST", "trade/order", MARKET)).toMatchObject({ status: 429, code: "50013" });
    emulator.faults.failAfterwards(order, new OkxError(50004, "timeout", 400));
    expect(await ask("POST", "trade/order", MARKET)).toMatchObject({ status: 400, code: "50004" });
    expect(emulator.trading.journal.map(({ type }) => type)).toEqual(["order-accepted", "order-filled"]);
    emulator.faults.maintenance = true;
    expect(await ask("GET", "account/config")).toMatchObject({ status: 503, code: "50001" });
  });

  it.each([
    [4000, true],
    [30_001, false],
  ])("lets an order arrive %i ms late, and takes it within its window: %s", async (lateMs, isTaken) => {
    const { emulator, ask } = await anEmulator();
    emulator.faults.delay("POST /api/v5/trade/order", lateMs);
    await expect(ask("POST", "trade/order", MARKET)).rejects.toThrow();
    emulator.market.advance(60_000);
    expect(emulator.trading.orders.map(({ time }) => time)).toEqual(isTaken ? [START + lateMs] : []);
  });
});
