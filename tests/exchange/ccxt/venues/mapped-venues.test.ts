import { afterEach, describe, expect, it } from "vitest";
import { clientOrderId } from "../../../../src/engine/trade/client-order-id.ts";
import type { ReduceOnlyOrder, SubmittableOrder } from "../../../../src/engine/trade/order.ts";
import { isAbsent } from "../../../../src/exchange/ccxt/exchange-account.ts";
import type { OrderVenue } from "../../../../src/exchange/ccxt/venue.ts";
import { VENUES } from "../../../../src/exchange/ccxt/venues/venue-table.ts";
import { type Answer, type CapturedMarket, captureClient } from "./captured-client.ts";

const MARKETS = {
  binance: { id: "BTCUSDT", symbol: "BTC/USDT", type: "spot", contractSize: 1 },
  bybit: { id: "BTCUSDT", symbol: "BTC/USDT:USDT", type: "swap", contractSize: 1 },
  okx: { id: "BTC-USDT-SWAP", symbol: "BTC/USDT:USDT", type: "swap", contractSize: 0.01 },
} as const satisfies Readonly<Record<string, CapturedMarket>>;
type Name = keyof typeof MARKETS;

/** An answer that every venue takes for a success. */
const WELL: Answer = {
  status: 200,
  body: {
    ...{ symbol: "BTCUSDT", orderId: 1 },
    ...{ retCode: 0, result: { orderId: "1", list: [] } },
    ...{ code: "0", data: [{ ordId: "1", algoId: "1", sCode: "0" }] },
  },
};

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

function venueOf(name: Name): OrderVenue {
  const venue = VENUES[name];
  if (venue === undefined) throw new Error(`no row of ${name}`);
  return venue;
}

async function client(name: Name, answer: Answer = WELL) {
  const captured = await captureClient(venueOf(name), MARKETS[name], answer);
  open.push(captured.close);
  return captured;
}

const BASE = { clientOrderId: "kz0001", createdAt: 1, symbol: "BTC/USDT", quantity: "0.5" } as const;
const exit = (change: Partial<ReduceOnlyOrder>): ReduceOnlyOrder => ({
  ...BASE,
  side: "sell",
  type: "market",
  reduceOnly: true,
  ...change,
});
// The brand says that risk assessed the order; here only its way to the venue is looked at.
const entry = (change: object) =>
  ({ ...BASE, side: "buy", type: "market", reduceOnly: false, ...change }) as SubmittableOrder;

const ORDERS = {
  "market entry": entry({}),
  "limit entry": entry({ type: "limit", price: "95.5" }),
  stop: exit({ type: "stop", price: "90" }),
  target: exit({ type: "take-profit", price: "110" }),
  "market exit": exit({}),
} as const;
type Kind = keyof typeof ORDERS;

const BYBIT = { category: "linear", symbol: "BTCUSDT", orderLinkId: "kz0001", qty: "0.5" } as const;
const OKX = { instId: "BTC-USDT-SWAP", sz: "50", tdMode: "cross" } as const;
const SPOT = {
  symbol: "BTCUSDT",
  newClientOrderId: "kz0001",
  quantity: "0.5",
  newOrderRespType: "FULL",
} as const;

describe("an order of a mapped venue", () => {
  it.each<[Name, Kind, string, object]>([
    ["binance", "market entry", "POST /api/v3/order", { ...SPOT, side: "BUY", type: "MARKET" }],
    [
      "binance",
      "limit entry",
      "POST /api/v3/order",
      { ...SPOT, side: "BUY", type: "LIMIT", price: "95.5", timeInForce: "GTC" },
    ],
    ["binance", "stop", "POST /api/v3/order", { ...SPOT, side: "SELL", type: "STOP_LOSS", stopPrice: "90" }],
    [
      "binance",
      "target",
      "POST /api/v3/order",
      { ...SPOT, side: "SELL", type: "TAKE_PROFIT", stopPrice: "110" },
    ],
    ["binance", "market exit", "POST /api/v3/order", { ...SPOT, side: "SELL", type: "MARKET" }],
    ["bybit", "market entry", "POST /v5/order/create", { ...BYBIT, side: "Buy", orderType: "Market" }],
    [
      "bybit",
      "limit entry",
      "POST /v5/order/create",
      { ...BYBIT, side: "Buy", orderType: "Limit", price: "95.5" },
    ],
    [
      "bybit",
      "stop",
      "POST /v5/order/create",
      {
        ...BYBIT,
        side: "Sell",
        orderType: "Market",
        triggerPrice: "90",
        triggerDirection: 2,
        reduceOnly: true,
      },
    ],
    [
      "bybit",
      "target",
      "POST /v5/order/create",
      {
        ...BYBIT,
        side: "Sell",
        orderType: "Market",
        triggerPrice: "110",
        triggerDirection: 1,
        reduceOnly: true,
      },
    ],
    [
      "bybit",
      "market exit",
      "POST /v5/order/create",
      { ...BYBIT, side: "Sell", orderType: "Market", reduceOnly: true },
    ],
    [
      "okx",
      "market entry",
      "POST /api/v5/trade/order",
      { ...OKX, clOrdId: "kz0001", side: "buy", ordType: "market" },
    ],
    [
      "okx",
      "limit entry",
      "POST /api/v5/trade/order",
      { ...OKX, clOrdId: "kz0001", side: "buy", ordType: "limit", px: "95.5" },
    ],
    [
      "okx",
      "stop",
      "POST /api/v5/trade/order-algo",
      {
        ...OKX,
        ...{ algoClOrdId: "kz0001", side: "sell", ordType: "conditional", reduceOnly: true },
        ...{ slTriggerPx: "90", slOrdPx: "-1", slTriggerPxType: "last" },
      },
    ],
    [
      "okx",
      "target",
      "POST /api/v5/trade/order-algo",
      {
        ...OKX,
        ...{ algoClOrdId: "kz0001", side: "sell", ordType: "conditional", reduceOnly: true },
        ...{ tpTriggerPx: "110", tpOrdPx: "-1", tpTriggerPxType: "last" },
      },
    ],
    [
      "okx",
      "market exit",
      "POST /api/v5/trade/order",
      { ...OKX, clOrdId: "kz0001", side: "sell", ordType: "market", reduceOnly: true },
    ],
  ])("at %s: a %s is exactly this request, and nothing else is sent", async (name, kind, call, params) => {
    const { place, captured } = await client(name);
    expect(await place(ORDERS[kind])).toBe("answered");
    expect(captured).toEqual([{ call, params }]);
  });

  it.each<[Name, Kind, object]>([
    ["bybit", "market entry", { positionIdx: 1 }],
    ["bybit", "stop", { positionIdx: 1, reduceOnly: true }],
    ["bybit", "market exit", { positionIdx: 1, reduceOnly: true }],
    ["okx", "market entry", { posSide: "long", tdMode: "isolated" }],
    ["okx", "stop", { posSide: "long", tdMode: "isolated" }],
    ["okx", "market exit", { posSide: "long", tdMode: "isolated" }],
  ])("at %s in hedge mode: a %s names the side of the position", async (name, kind, params) => {
    const { place, captured } = await client(name);
    await place(ORDERS[kind], { hedged: true, marginMode: "isolated" });
    expect(captured).toMatchObject([{ params }]);
  });

  it.each<[Name, readonly string[], readonly string[]]>([
    ["binance", ["GET /api/v3/order"], ["DELETE /api/v3/order"]],
    [
      "okx",
      ["GET /api/v5/trade/order", "GET /api/v5/trade/order-algo"],
      ["POST /api/v5/trade/cancel-order", "POST /api/v5/trade/cancel-algos"],
    ],
  ])(
    "at %s is looked up and cancelled by its client order id alone",
    async (name, lookUps, cancellations) => {
      const { clients, captured } = await client(name);
      const { symbol } = MARKETS[name];
      for (const named of venueOf(name).named("kz0001"))
        await clients.send(() => clients.orders.fetchOrder("", symbol, named));
      expect(captured.map(({ call }) => call)).toEqual(lookUps);
      for (const named of venueOf(name).named("kz0001"))
        await clients.send(() => clients.orders.cancelOrder("", symbol, named));
      expect(captured.map(({ call }) => call)).toEqual([...lookUps, ...cancellations]);
      for (const { params } of captured) expect(JSON.stringify(params)).toContain("kz0001");
      expect(captured.map(({ params }) => "orderId" in params || "ordId" in params)).not.toContain(true);
    },
  );

  it.each(Object.keys(MARKETS) as Name[])("at %s takes the ids of the desk", (name) => {
    const id = clientOrderId("abcdef", "a".repeat(10), "stop", 1);
    expect(id.length).toBeLessThanOrEqual(32);
    expect(venueOf(name).clientOrderId.test(id)).toBe(true);
    expect(venueOf(name).clientOrderId.test("with space")).toBe(false);
    expect(venueOf(name).clientOrderId.test("a".repeat(37))).toBe(false);
  });
});

describe("the answer of a mapped venue", () => {
  const bybit = (retCode: number): Answer => ({ status: 200, body: { retCode, retMsg: "no", result: {} } });
  const okx = (sCode: string): Answer => ({
    status: 200,
    body: { code: "1", data: [{ sCode, sMsg: "no" }], msg: "" },
  });
  const spot = (code: number, status = 400): Answer => ({ status, body: { code, msg: "no" } });

  it.each<[Name, Answer, string, string]>([
    ["bybit", bybit(110007), "rejected", "margin-insufficient"],
    ["bybit", bybit(110093), "rejected", "would-trigger-at-once"],
    ["bybit", bybit(10002), "rejected", "clock-off"],
    ["bybit", bybit(10006), "rejected", "rate-limited"],
    ["bybit", bybit(10016), "unknown", "venue10016"],
    ["bybit", bybit(10000), "unknown", "venue10000"],
    ["bybit", bybit(110072), "unknown", "venue110072"],
    ["bybit", { ...bybit(110007), status: 502 }, "unknown", "venue110007"],
    ["okx", okx("51008"), "rejected", "margin-insufficient"],
    ["okx", okx("51280"), "rejected", "would-trigger-at-once"],
    ["okx", { status: 401, body: { code: "50113", msg: "no" } }, "rejected", "signature-invalid"],
    ["okx", { status: 429, body: { code: "50011", msg: "no" } }, "rejected", "rate-limited"],
    ["okx", okx("51016"), "unknown", "venue51016"],
    ["okx", { status: 200, body: { code: "50004", msg: "timeout", data: [] } }, "unknown", "venue50004"],
    ["okx", { status: 503, body: { code: "51008", msg: "no" } }, "unknown", "venue51008"],
    ["binance", spot(-1013), "rejected", "order-invalid"],
    ["binance", spot(-1021), "rejected", "clock-off"],
    ["binance", spot(-2010), "unknown", "venue-2010"],
    ["binance", spot(-1007, 408), "unknown", "venue-1007"],
    ["binance", spot(-1013, 503), "unknown", "venue-1013"],
  ])("%s %j is %s: %s", async (name, answer, status, code) => {
    const { place } = await client(name, answer);
    expect(await place(ORDERS["market entry"])).toEqual({ status, code });
  });

  it.each<[Name, Answer, boolean]>([
    ["okx", okx("51603"), true],
    ["okx", okx("50013"), false],
    ["binance", spot(-2013), true],
    ["binance", spot(-1007, 408), false],
    ["binance", spot(-2013, 503), false],
  ])("%s %j to a look-up proves absence: %s", async (name, answer, expected) => {
    const { clients } = await client(name, answer);
    const [named = {}] = venueOf(name).named("kz0001");
    const found = await clients.send(() => clients.orders.fetchOrder("", MARKETS[name].symbol, named));
    expect(isAbsent(venueOf(name), found)).toBe(expected);
  });

  const bybitKey = (Wallet: readonly string[], ips: readonly string[], readOnly = 0) => ({
    retCode: 0,
    result: { readOnly, uta: 1, ips, permissions: { ContractTrade: ["Order", "Position"], Wallet } },
  });
  const okxKey = (perm: string, ip: string) => ({ code: "0", data: [{ perm, ip }] });
  const spotKey = { ipRestrict: true, enableSpotAndMarginTrading: true, enableWithdrawals: false };

  it.each<[Name, string, unknown, readonly boolean[]]>([
    ["bybit", "GET /v5/user/query-api", bybitKey([], ["10.0.0.1"]), [true, false, false, true]],
    ["bybit", "GET /v5/user/query-api", bybitKey(["Withdraw"], ["*"]), [true, true, false, false]],
    ["bybit", "GET /v5/user/query-api", bybitKey(["AccountTransfer"], [], 1), [false, false, true, false]],
    ["okx", "GET /api/v5/account/config", okxKey("read_only,trade", "10.0.0.1"), [true, false, true, true]],
    ["okx", "GET /api/v5/account/config", okxKey("read_only,withdraw", ""), [false, true, false, false]],
    ["binance", "GET /sapi/v1/account/apiRestrictions", spotKey, [true, false, false, true]],
    [
      "binance",
      "GET /sapi/v1/account/apiRestrictions",
      { ...spotKey, enableWithdrawals: true, ipRestrict: false },
      [true, true, false, false],
    ],
  ])(
    "%s tells the rights of a key at %s: %j",
    async (name, call, body, [canTrade, canWithdraw, canTransfer, boundToAddress]) => {
      const { clients, captured } = await client(name, { status: 200, body });
      expect(await venueOf(name).keyRights(clients.reads)).toEqual({
        canTrade,
        canWithdraw,
        canTransfer,
        boundToAddress,
      });
      expect(captured.map((each) => each.call)).toEqual([call]);
    },
  );
});
