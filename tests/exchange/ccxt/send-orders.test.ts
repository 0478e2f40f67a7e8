import { describe, expect, it } from "vitest";
import type { OrderReport, SubmittableOrder } from "../../../src/engine/trade/order.ts";
import type { ExchangeAccess } from "../../../src/exchange/ccxt/exchange-account.ts";
import { createOrderSender } from "../../../src/exchange/ccxt/send-orders.ts";
import { VENUES } from "../../../src/exchange/ccxt/venues/venue-table.ts";
import { BTC } from "../../engine/trade/trade-fixtures.ts";
import { COIN, entry, exit, START } from "./suite/sample-orders.ts";

const ABSENT = async () => undefined;
const INSTRUMENT = { ...BTC, symbol: COIN, minQuantity: "0.01" };
const BEFORE = { createdAt: START - 1000 };

interface Place {
  /** What a look-up finds. */
  readonly find?: (id: string) => Promise<OrderReport | undefined>;
  /** Of the venue where nothing is reduce-only. */
  readonly sellable?: (symbol: string) => Promise<string>;
  readonly offsetMs?: number;
  readonly now?: number;
  /** What the venue answers to an order. */
  readonly answer?: object;
  readonly exchange?: string;
  readonly marginMode?: "isolated" | "cross";
}

/** A sender that was made at `START`, before a venue that takes everything, and the orders that were sent there. */
function senderAt(at: Place = {}) {
  const { find = ABSENT, sellable, offsetMs = 0, now = START, answer = { id: "x1" } } = at;
  const sent: unknown[][] = [];
  const orders = {
    createOrder: async (...order: unknown[]) => {
      sent.push(order);
      return answer;
    },
  };
  let time = START;
  const access = {
    venue: VENUES[at.exchange ?? "binanceusdm"],
    marginMode: at.marginMode,
    orders,
    hedged: false,
    listed: new Map([[COIN, { ccxtSymbol: "COIN", contractSize: 1, instrument: INSTRUMENT }]]),
    time: { now: () => time + offsetMs, offsetMs: () => offsetMs, refresh: async () => undefined },
    send: async (call: () => Promise<unknown>) => ({ ok: true, value: await call() }),
  };
  const looked: string[] = [];
  const reader = {
    find: (_symbol: string, id: string) => {
      looked.push(id);
      return find(id);
    },
  };
  const parts = [access as unknown as ExchangeAccess, reader as never] as const;
  const { place, cancel } = createOrderSender(...parts, sellable);
  time = now;
  return { place, cancel, sent, looked };
}

const ACCEPTED = { status: "accepted", exchangeOrderId: "x1" };

function reported(status: OrderReport["status"]): () => Promise<OrderReport> {
  return async () => ({ exchangeOrderId: "x9", status }) as OrderReport;
}

describe("an order whose intent is older than this process", () => {
  it("is looked up, and sent when nobody has it: an entry, an exit, and a stop where nothing is reduce-only", async () => {
    const futures = senderAt();
    expect(await futures.place(exit("out", BEFORE))).toEqual(ACCEPTED);
    expect(await futures.place(entry("in", BEFORE))).toEqual(ACCEPTED);
    expect(futures.looked).toEqual(["out", "in"]);
    const spot = senderAt({ sellable: async () => "5" });
    expect(await spot.place(entry("in", BEFORE))).toEqual(ACCEPTED);
    expect(await spot.place(exit("stop", { ...BEFORE, type: "stop", price: "95" }))).toEqual(ACCEPTED);
    expect(spot.sent).toHaveLength(2);
  });

  it("is never sold again at the market where nothing is reduce-only", async () => {
    const { place, sent } = senderAt({ sellable: async () => "5" });
    expect(await place(exit("out", BEFORE))).toEqual({ status: "unknown", code: "sent-before-restart" });
    expect(sent).toEqual([]);
  });

  it("is what the exchange says of it when it is there", async () => {
    const refused = senderAt({ find: reported("rejected") });
    expect(await refused.place(entry("in", BEFORE))).toEqual({ status: "rejected", code: "refused" });
    const working = senderAt({ find: reported("working") });
    expect(await working.place(entry("in", BEFORE))).toEqual({ status: "accepted", exchangeOrderId: "x9" });
    const unread = senderAt({ find: () => Promise.reject(new Error("away")) });
    expect(await unread.place(entry("in", BEFORE))).toEqual({ status: "unknown", code: "look-up-failed" });
    expect([...refused.sent, ...working.sent, ...unread.sent]).toEqual([]);
  });

  it("is sent without a look when it is of the very moment at which the process began", async () => {
    const { place, looked } = senderAt();
    expect(await place(entry("in"))).toEqual(ACCEPTED);
    expect(looked).toEqual([]);
  });
});

describe("an order that is placed again", () => {
  it("is answered as before, for the newest ten thousand", async () => {
    const { place, sent } = senderAt();
    for (let order = 0; order <= 10_000; order += 1) await place(entry(`in${order}`));
    expect(sent).toHaveLength(10_001);
    await place(entry("in10000"));
    await place(entry("in1"));
    expect(sent).toHaveLength(10_001);
    await place(entry("in0"));
    expect(sent).toHaveLength(10_002);
  });

  it("is looked up when nobody knew: the answer stays while nothing is shown", async () => {
    let shown: OrderReport | undefined;
    const { place, sent } = senderAt({ answer: {}, find: async () => shown });
    const unknown = { status: "unknown", code: "answer-without-id" };
    expect(await place(entry("in"))).toEqual(unknown);
    expect(await place(entry("in"))).toEqual(unknown);
    shown = await reported("working")();
    expect(await place(entry("in"))).toEqual({ status: "accepted", exchangeOrderId: "x9" });
    expect(sent).toHaveLength(1);
  });
});

describe("what is known before an order is sent", () => {
  const notSent = async (order: SubmittableOrder, place: Place = {}) => {
    const sender = senderAt(place);
    const outcome = await sender.place(order);
    expect(sender.sent).toEqual([]);
    return outcome.status === "accepted" ? outcome.status : outcome.code;
  };

  it.each([
    ["of an unknown symbol", { symbol: "NOPE/USDT" }, "instrument-unknown"],
    ["with a name the venue does not take", { clientOrderId: "a name" }, "client-order-id-invalid"],
    ["of a negative quantity", { quantity: "-1" }, "quantity-invalid"],
    ["of nothing", { quantity: "0" }, "quantity-invalid"],
    ["off the step", { quantity: "1.0005" }, "quantity-off-step"],
    ["of less than the least", { quantity: "0.009" }, "quantity-too-small"],
    ["at the market with a price", { price: "100" }, "price-unexpected"],
    ["with a limit and no price", { type: "limit" }, "price-missing"],
    ["at a price of zero", { type: "limit", price: "0" }, "price-invalid"],
    ["at no plain price", { type: "limit", price: "1e2" }, "price-invalid"],
    ["off the tick", { type: "limit", price: "100.05" }, "price-off-tick"],
  ] as const)("keeps one %s here", async (_, change, code) => {
    expect(await notSent(entry("in", change))).toBe(code);
  });

  it("lets an exit through that is smaller than an entry may be, and a limit on the tick", async () => {
    const { place, sent } = senderAt();
    expect(await place(exit("out", { quantity: "0.009" }))).toEqual(ACCEPTED);
    expect(await place(entry("in", { type: "limit", price: "99.9" }))).toEqual(ACCEPTED);
    expect(sent.map(([, type, side, amount, price]) => [type, side, amount, price])).toEqual([
      ["market", "sell", 0.009, undefined],
      ["limit", "buy", 1, 99.9],
    ]);
  });

  it("keeps entries here while the clock is wrong, and lets exits go", async () => {
    expect(await notSent(entry("in"), { offsetMs: 5001 })).toBe("clock-off");
    expect(await notSent(entry("in"), { offsetMs: -5001 })).toBe("clock-off");
    expect(await senderAt({ offsetMs: 5001 }).place(exit("out"))).toEqual(ACCEPTED);
  });

  it("keeps entries here that are late, and lets exits go", async () => {
    expect(await notSent(entry("in"), { now: START + 5001 })).toBe("sent-too-late");
    expect(await senderAt({ now: START + 5000 }).place(entry("in"))).toEqual(ACCEPTED);
    expect(await senderAt({ now: START + 60_000 }).place(exit("out"))).toEqual(ACCEPTED);
  });

  it("sells no more than is held where nothing is reduce-only, and nothing short", async () => {
    const held = (quantity: string): Place => ({ sellable: async () => quantity });
    expect(await notSent(entry("in", { side: "sell" }), held("5"))).toBe("short-impossible");
    expect(await notSent(exit("out", { side: "buy" }), held("5"))).toBe("short-impossible");
    expect(await notSent(exit("out"), held("0"))).toBe("reduce-only-without-position");
    expect(await notSent(exit("out"), { ...held("0"), find: reported("working") })).toBe("accepted");
    const sold = async (quantity: string) => {
      const { place, sent } = senderAt(held("1"));
      await place(exit("out", { quantity }));
      return sent[0]?.[3];
    };
    expect([await sold("0.5"), await sold("1"), await sold("2")]).toEqual([0.5, 1, 1]);
  });

  it("does not sell while nobody knows what is held, and tries again", async () => {
    let isAway = true;
    const { place, sent } = senderAt({
      sellable: async () => {
        if (isAway) throw new Error("away");
        return "1";
      },
    });
    expect(await place(exit("out"))).toEqual({ status: "unknown", code: "holdings-unread" });
    isAway = false;
    expect(await place(exit("out"))).toEqual(ACCEPTED);
    expect(sent).toHaveLength(1);
  });
});

describe("what is sent", () => {
  it("names the margin mode of the account where it has one", async () => {
    const paramsWith = async (marginMode?: "isolated" | "cross") => {
      const { place, sent } = senderAt({ exchange: "okx", ...(marginMode && { marginMode }) });
      expect(await place(exit("out1"))).toEqual(ACCEPTED);
      return sent[0]?.[5];
    };
    expect(await paramsWith("isolated")).toMatchObject({ tdMode: "isolated" });
    expect(await paramsWith("cross")).toMatchObject({ tdMode: "cross" });
    expect(await paramsWith()).toMatchObject({ tdMode: "cross" });
  });

  it("is no cancellation for a symbol that is not listed: nothing can stand there", async () => {
    const { cancel, sent } = senderAt();
    expect(await cancel("NOPE/USDT", "in")).toBe("gone");
    expect(sent).toEqual([]);
  });
});

describe("an answer that is none", () => {
  it.each([
    [{ id: "" }, "answer-without-id"],
    [{}, "answer-without-id"],
    [{ id: "x1", status: "rejected" }, "answer-rejected"],
  ])("%j leaves the outcome unknown", async (answer, code) => {
    expect(await senderAt({ answer }).place(entry("in"))).toEqual({ status: "unknown", code });
  });
});
