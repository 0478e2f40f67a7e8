import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { COINUSDT } from "../exchange/symbols.ts";
import { type BybitEmulator, EMULATED_BYBIT_KEY, startBybitEmulator } from "./bybit-emulator.ts";
import { BybitError } from "./bybit-error.ts";

const START = Date.UTC(2026, 5, 1, 12);
const DAY = 86_400_000;
const answerSchema = z.object({
  retCode: z.number(),
  result: z.looseObject({
    list: z.array(z.record(z.string(), z.unknown())).default([]),
    nextPageCursor: z.string().default(""),
  }),
});

const running: BybitEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

interface Signing {
  readonly apiKey?: string;
  readonly secret?: string;
  readonly timestamp?: number;
  readonly recvWindow?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An emulator and requests that are signed without any client library. */
async function anEmulator() {
  const emulator = await startBybitEmulator({ startMs: START, symbols: [COINUSDT] });
  running.push(emulator);
  const ask = async (method: "GET" | "POST", path: string, words: object = {}, signing: Signing = {}) => {
    const { apiKey, secret } = { ...EMULATED_BYBIT_KEY, ...signing };
    const query = method === "GET" ? new URLSearchParams({ ...words }).toString() : "";
    const body = method === "POST" ? JSON.stringify(words) : "";
    const timestamp = signing.timestamp ?? emulator.market.now();
    const { recvWindow = "5000" } = signing;
    const sign = createHmac("sha256", secret)
      .update(`${timestamp}${apiKey}${recvWindow}${query}${body}`)
      .digest("hex");
    const response = await fetch(`${emulator.httpUrl}/v5/${path}${query === "" ? "" : `?${query}`}`, {
      method,
      headers: {
        "X-BAPI-API-KEY": apiKey,
        "X-BAPI-TIMESTAMP": String(timestamp),
        "X-BAPI-SIGN": sign,
        "X-BAPI-RECV-WINDOW": recvWindow,
        "Content-Type": "application/json",
        ...signing.headers,
      },
      ...(method === "POST" ? { body } : {}),
    });
    return { status: response.status, ...answerSchema.parse(await response.json()) };
  };
  const place = async (change: object = {}) =>
    (await ask("POST", "order/create", { ...LIMIT, ...change })).retCode;
  const list = async (path: string, words: object = {}) =>
    (await ask("GET", path, { category: "linear", ...words })).result.list;
  return { emulator, ask, place, list };
}

const COIN = { category: "linear", symbol: "COINUSDT" };
const LIMIT = { ...COIN, side: "Buy", orderType: "Limit", price: "96", qty: "1", orderLinkId: "a" };
const MARKET = { orderType: "Market", price: undefined };
const STOP = {
  ...{ side: "Sell", orderType: "Market", price: undefined, reduceOnly: true, orderLinkId: "sl" },
  ...{ triggerPrice: "95", triggerDirection: 2 },
};

describe("a signed request to the Bybit emulator", () => {
  it.each<[string, Signing, number]>([
    ["with another key", { apiKey: "another" }, 10003],
    ["with a wrong signature", { secret: "another" }, 10004],
    ["without a key", { headers: { "X-BAPI-API-KEY": "" } }, 10001],
    ["with a window that is none", { recvWindow: "long" }, 10001],
    ["from 5.001 s ago", { timestamp: START - 5001 }, 10002],
    ["from 1.001 s ago with a window of a second", { timestamp: START - 1001, recvWindow: "1000" }, 10002],
    ["from a second in the future", { timestamp: START + 1000 }, 10002],
  ])("%s is refused with HTTP 200", async (_, signing, retCode) => {
    const { ask } = await anEmulator();
    expect(await ask("GET", "user/query-api", {}, signing)).toMatchObject({ status: 200, retCode });
  });

  it.each([START - 5000, START + 999])("of time %i is taken", async (timestamp) => {
    const { ask } = await anEmulator();
    expect(await ask("GET", "user/query-api", {}, { timestamp })).toMatchObject({ retCode: 0 });
  });

  it("needs the right to trade for an order, and not for a look", async () => {
    const { emulator, ask, place } = await anEmulator();
    emulator.user.key.readOnly = 1;
    expect(await place()).toBe(10005);
    expect(await ask("GET", "account/wallet-balance", { accountType: "UNIFIED" })).toMatchObject({
      retCode: 0,
    });
    emulator.user.key.readOnly = 0;
    emulator.user.key.permissions.ContractTrade = ["Position"];
    expect(await place()).toBe(10005);
    expect(emulator.trading.orders).toEqual([]);
  });
});

describe("an order at the Bybit emulator", () => {
  it.each([
    ["off the tick", { price: "96.05" }, 10001],
    ["off the lot", { qty: "1.005" }, 10001],
    ["below the least quantity", { qty: "0.04" }, 10001],
    ["above the largest quantity", { qty: "1000.01" }, 10001],
    ["at the market above its largest quantity", { ...MARKET, qty: "950.01" }, 10001],
    ["with a quantity that is a number", { qty: 1 }, 10001],
    ["with a flag that is a text", { reduceOnly: "true" }, 10001],
    ["with an unknown word", { colour: "red" }, 10001],
    ["of spot", { category: "spot" }, 10001],
    ["of an unknown symbol", { symbol: "NOPEUSDT" }, 10001],
    ["without a price", { price: undefined }, 10001],
    ["with a name of 37 letters", { orderLinkId: "a".repeat(37) }, 10001],
    ["for a side of the position in one-way mode", { positionIdx: 1 }, 10001],
    ["too far above", { price: "105.1" }, 110003],
    ["of too little money", { qty: "0.1" }, 110094],
    ["of more than there is", { qty: "1000", price: "104" }, 110007],
    ["without a position to reduce", { reduceOnly: true }, 110017],
    ["that waits for a price already reached from above", { ...STOP, triggerPrice: "100" }, 110093],
    ["that waits for a price already reached from below", { ...STOP, triggerDirection: 1 }, 110092],
    ["that waits in no direction", { ...STOP, triggerDirection: undefined }, 10001],
    ["that waits for the mark price", { ...STOP, triggerBy: "MarkPrice" }, 10001],
  ])("%s is refused", async (_, change, retCode) => {
    const { emulator, place } = await anEmulator();
    emulator.trading.leverage.set("COINUSDT", 1);
    expect(await place(change)).toBe(retCode);
    expect([...emulator.trading.orders, ...emulator.trading.algos]).toEqual([]);
  });

  it("may not have the name of one that lives, also one that no list shows yet", async () => {
    const { emulator, ask, place } = await anEmulator();
    emulator.faults.hideNextOrder(8000);
    expect(await place()).toBe(0);
    expect(await place()).toBe(110072);
    expect(await ask("POST", "order/cancel", { ...COIN, orderLinkId: "a" })).toMatchObject({ retCode: 0 });
    expect(await place()).toBe(0);
  });

  it("waits for its price in a list of at most ten, and is cancelled by its name", async () => {
    const { ask, place, list } = await anEmulator();
    for (let count = 0; count < 10; count += 1)
      expect(await place({ ...STOP, orderLinkId: `s${count}` })).toBe(0);
    expect(await place({ ...STOP, orderLinkId: "s10" })).toBe(110009);
    expect(await ask("POST", "order/cancel", { ...COIN, orderLinkId: "s0" })).toMatchObject({ retCode: 0 });
    expect(await ask("POST", "order/cancel", { ...COIN, orderLinkId: "s0" })).toMatchObject({
      retCode: 110001,
    });
    expect(await list("order/history")).toMatchObject([{ orderLinkId: "s0", orderStatus: "Deactivated" }]);
  });

  it("keeps its id and its name when it is triggered", async () => {
    const { emulator, place, list } = await anEmulator();
    await place(MARKET);
    await place(STOP);
    const [waiting] = await list("order/realtime", { symbol: "COINUSDT" });
    expect(waiting).toMatchObject({
      ...{ orderStatus: "Untriggered", stopOrderType: "Stop", triggerPrice: "95", triggerDirection: 2 },
      ...{ orderType: "Market", reduceOnly: true, qty: "1", cumExecQty: "0" },
    });
    emulator.market.trade("COINUSDT", 94, 1000);
    const [done] = await list("order/history");
    expect(done).toMatchObject({ orderId: waiting?.orderId, orderLinkId: "sl", orderStatus: "Filled" });
    const [fill] = await list("execution/list");
    expect(fill).toMatchObject({
      orderId: waiting?.orderId,
      orderLinkId: "sl",
      execPrice: "94",
      leavesQty: "0",
    });
  });
});

describe("the lists of the Bybit emulator", () => {
  it("are open orders unless one is named, and then what ended too, until a restart", async () => {
    const { emulator, place, list } = await anEmulator();
    await place(MARKET);
    expect(await list("order/realtime", { settleCoin: "USDT" })).toEqual([]);
    expect(await list("order/realtime", { symbol: "COINUSDT", orderLinkId: "a" })).toHaveLength(1);
    emulator.market.advance(1);
    emulator.user.restartedAt = emulator.market.now();
    expect(await list("order/realtime", { symbol: "COINUSDT", orderLinkId: "a" })).toEqual([]);
    expect(await list("order/history", { orderLinkId: "a" })).toHaveLength(1);
  });

  it("forget an empty order after a day and a filled one after a week, but never an execution by its name", async () => {
    const { emulator, ask, place, list } = await anEmulator();
    await place(MARKET);
    await place({ orderLinkId: "b" });
    await ask("POST", "order/cancel", { ...COIN, orderLinkId: "b" });
    expect(await list("order/history")).toHaveLength(2);
    emulator.market.advance(DAY + 1);
    expect((await list("order/history")).map(({ orderLinkId }) => orderLinkId)).toEqual(["a"]);
    emulator.market.advance(6 * DAY);
    expect(await list("order/history")).toEqual([]);
    expect(await list("execution/list")).toEqual([]);
    expect(await list("execution/list", { orderLinkId: "a" })).toHaveLength(1);
  });

  it("span seven days and no more", async () => {
    const { ask } = await anEmulator();
    const span = (ms: number) => ({ category: "linear", startTime: START - ms, endTime: START });
    expect(await ask("GET", "execution/list", span(7 * DAY))).toMatchObject({ retCode: 0 });
    expect(await ask("GET", "execution/list", span(7 * DAY + 1))).toMatchObject({ retCode: 10001 });
    expect(await ask("GET", "order/history", span(-1))).toMatchObject({ retCode: 10001 });
  });

  it("give a cursor, encoded for an address, with every page that has rows", async () => {
    const { emulator, ask } = await anEmulator();
    for (let count = 0; count < 3; count += 1) emulator.trading.tradeByHand("COINUSDT", "BUY", "1", "96");
    const page = async (cursor?: string) => {
      const words = { category: "linear", symbol: "COINUSDT", limit: 2, ...(cursor && { cursor }) };
      return (await ask("GET", "order/realtime", words)).result;
    };
    const first = await page();
    expect([first.list.length, first.nextPageCursor]).toEqual([2, "page%3A1002%2Cpage%3A1002"]);
    const second = await page(decodeURIComponent(first.nextPageCursor));
    expect([second.list.length, second.nextPageCursor]).toEqual([1, "page%3A1001%2Cpage%3A1001"]);
    expect(await page(decodeURIComponent(second.nextPageCursor))).toMatchObject({
      list: [],
      nextPageCursor: "",
    });
  });

  it("of positions are the open ones, or every side of a symbol", async () => {
    const { emulator, place, list } = await anEmulator();
    expect(await list("position/list", { settleCoin: "USDT" })).toEqual([]);
    expect(await list("position/list", { symbol: "COINUSDT" })).toMatchObject([
      { positionIdx: 0, side: "", size: "0" },
    ]);
    await place({ ...MARKET, side: "Sell" });
    expect(await list("position/list", { settleCoin: "USDT" })).toMatchObject([
      { side: "Sell", size: "1", avgPrice: "100" },
    ]);
    const hedged = await anEmulator();
    hedged.emulator.trading.hedged = true;
    const sides = await hedged.list("position/list", { symbol: "COINUSDT" });
    expect(sides.map(({ positionIdx }) => positionIdx)).toEqual([1, 2]);
    expect(emulator.trading.positions.all).toMatchObject([{ quantity: "-1" }]);
  });
});

describe("the settings of a Bybit account", () => {
  it("say when they are so already, and when they cannot be changed", async () => {
    const { ask, place } = await anEmulator();
    const leverage = (of: string) => ({ ...COIN, buyLeverage: of, sellLeverage: of });
    expect(await ask("POST", "position/set-leverage", leverage("10"))).toMatchObject({ retCode: 110043 });
    expect(await ask("POST", "position/set-leverage", leverage("5"))).toMatchObject({ retCode: 0 });
    expect(await ask("POST", "position/set-leverage", leverage("101"))).toMatchObject({ retCode: 110013 });
    const mode = (of: number) => ({ category: "linear", coin: "USDT", mode: of });
    expect(await ask("POST", "position/switch-mode", mode(0))).toMatchObject({ retCode: 110025 });
    await place();
    expect(await ask("POST", "position/switch-mode", mode(3))).toMatchObject({ retCode: 110028 });
    const isolated = { setMarginMode: "ISOLATED_MARGIN" };
    expect(await ask("POST", "account/set-margin-mode", isolated)).toMatchObject({ retCode: 3400045 });
    await ask("POST", "order/cancel", { ...COIN, orderLinkId: "a" });
    expect(await ask("POST", "account/set-margin-mode", isolated)).toMatchObject({ retCode: 0 });
    expect(await ask("GET", "account/info")).toMatchObject({ result: { marginMode: "ISOLATED_MARGIN" } });
    expect(await ask("POST", "position/switch-mode", mode(3))).toMatchObject({ retCode: 0 });
  });
});

describe("the faults of the Bybit emulator", () => {
  it("come before the effect, after it, or instead of it", async () => {
    const { emulator, ask, place } = await anEmulator();
    emulator.faults.refuse("POST /v5/order/create", new BybitError(10006, "Too many visits!"));
    expect(await place()).toBe(10006);
    expect(emulator.trading.orders).toHaveLength(0);
    emulator.faults.failAfterwards("POST /v5/order/create", new BybitError(10000, "Server Timeout"));
    expect(await place()).toBe(10000);
    expect(emulator.trading.orders).toHaveLength(1);
    emulator.faults.maintenance = true;
    expect(await ask("GET", "user/query-api")).toMatchObject({ status: 200, retCode: 10016 });
    expect(Object.isFrozen(emulator.trading.journal.at(-1))).toBe(true);
  });
});
