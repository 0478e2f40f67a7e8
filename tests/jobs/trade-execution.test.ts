import { describe, expect, it, vi } from "vitest";
import type { VenueFault } from "../../src/cli/faults/venue-log.ts";
import type { OrderRequest } from "../../src/engine/trade/order.ts";
import { isProtected } from "../../src/engine/trade/trade-facts.ts";
import { ANNA, jobDesk } from "./job-desk.ts";

const onEntry = (fault: VenueFault) => (order: OrderRequest) => (order.reduceOnly ? undefined : fault);

describe("an entry that was sent without an answer", () => {
  it("is found by its id and goes on, without a second order", async () => {
    const desk = jobDesk(onEntry("answer-lost"));
    const id = await desk.enter();
    expect((await desk.ledger.load(id))?.state).toBe("unknown");
    await desk.pass(250);
    expect((await desk.ledger.load(id))?.state).toBe("working");
    await desk.price(100);
    expect(await desk.ledger.load(id)).toMatchObject({ state: "open", protectedAt: "98" });
    expect(desk.orders(true)).toBe(1);
  });

  it("is called lost only 14 s later, and never sent again", async () => {
    const desk = jobDesk(onEntry("order-lost"));
    const id = await desk.enter();
    await desk.pass(13_750);
    expect((await desk.ledger.load(id))?.state).toBe("unknown");
    await desk.pass(250);
    expect(await desk.ledger.load(id)).toMatchObject({
      state: "rejected",
      ended: { key: "rejected", args: { code: "never-arrived" } },
    });
    await desk.pass(60_000);
    expect(desk.orders(true)).toBe(0);
  });

  it("that shows only after eight seconds is taken up, not called lost", async () => {
    const desk = jobDesk(onEntry("visible-late"));
    const id = await desk.enter();
    await desk.pass(7750);
    expect((await desk.ledger.load(id))?.state).toBe("unknown");
    await desk.pass(250);
    expect((await desk.ledger.load(id))?.state).toBe("working");
    expect(desk.orders(true)).toBe(1);
  });

  it("is told to people once when nobody can tell for 60 s, and stays unknown", async () => {
    const desk = jobDesk(onEntry("order-lost"));
    const id = await desk.enter();
    desk.venue.goDown(600_000);
    await desk.pass(59_000);
    const notices = async () =>
      (await desk.ledger.pendingOutbox(100)).flatMap(({ body }) =>
        body.kind === "notice" ? body.notice.key : [],
      );
    expect(await notices()).toEqual([]);
    await desk.pass(10_000);
    expect(await notices()).toEqual(["notice-order-unknown"]);
    expect((await desk.ledger.load(id))?.state).toBe("unknown");
  });

  it("keeps its symbol from a second trade meanwhile", async () => {
    const desk = jobDesk(onEntry("order-lost"));
    await desk.enter();
    await expect(desk.enter()).rejects.toThrow("the signal was not proposed");
  });

  it("is asked about anew after a restart, before anything is called lost", async () => {
    const desk = jobDesk(onEntry("order-lost"));
    const id = await desk.enter();
    await desk.pass(13_750);
    const next = desk.restarted();
    await next.advance(id);
    desk.clock.advance(12_000);
    await next.advance(id);
    expect((await desk.ledger.load(id))?.state).toBe("unknown");
  });
});

describe("a position", () => {
  it("gets its stop even when the first one is lost on its way: an exit is sent again", async () => {
    let lost = 0;
    const desk = jobDesk((order) => {
      if (order.type !== "stop" || lost > 0) return undefined;
      lost += 1;
      return "order-lost";
    });
    const id = await desk.enter();
    await desk.price(100);
    const before = await desk.ledger.load(id);
    expect(before && isProtected(before)).toBe(false);
    await desk.pass(500);
    const after = await desk.ledger.load(id);
    expect(after && isProtected(after)).toBe(true);
    expect(desk.venue.truth().working.filter(({ type }) => type === "stop")).toHaveLength(1);
  });

  it("is left at the market when the exchange refuses its stop", async () => {
    const desk = jobDesk((order) => (order.type === "stop" ? "refused" : undefined));
    const id = await desk.enter();
    await desk.price(100);
    await desk.price(100);
    expect(await desk.ledger.load(id)).toMatchObject({
      state: "closed",
      entryQuantity: "100",
      exitQuantity: "100",
    });
    expect(desk.venue.truth().positions).toEqual([]);
  });
});

describe("a trade that is closed while a fill of its entry is on its way", () => {
  it("asks once what became of the entry, and closes the position when the fill is known", async () => {
    const desk = jobDesk();
    const id = await desk.enter();
    desk.clock.advance(1);
    desk.venue.price("BTC/USDT", 100);
    const cancel = vi.spyOn(desk.venue, "cancel");
    const never = new Error("the entry was cancelled again and again");
    cancel.mockImplementation(async () => {
      if (cancel.mock.calls.length > 3) throw never;
      return "gone";
    });
    expect(await desk.control.close(id, ANNA)).toMatchObject({ status: "done" });
    await desk.queues.idle();
    expect(await desk.ledger.load(id)).toMatchObject({ state: "closing", entryQuantity: "0" });
    expect(cancel).toHaveBeenCalledTimes(1);
    cancel.mockRestore();
    await desk.price(100);
    await desk.price(100);
    expect(await desk.ledger.load(id)).toMatchObject({
      state: "closed",
      entryQuantity: "100",
      exitQuantity: "100",
    });
    expect(desk.venue.truth().positions).toEqual([]);
  });

  it("is looked at again half a second after a cancel that the exchange does not show yet", async () => {
    const desk = jobDesk();
    const id = await desk.enter();
    const cancel = vi.spyOn(desk.venue, "cancel").mockImplementationOnce(async () => "cancelled");
    await desk.control.close(id, ANNA);
    await desk.queues.idle();
    expect(await desk.ledger.load(id)).toMatchObject({ state: "closing" });
    expect(cancel).toHaveBeenCalledTimes(1);
    await desk.pass(500);
    expect(cancel).toHaveBeenCalledTimes(2);
    expect(await desk.ledger.load(id)).toMatchObject({ state: "closed", entryQuantity: "0" });
  });

  it("books the fills of one trade while the stop of another one has no answer yet", async () => {
    const desk = jobDesk();
    const btc = await desk.enter();
    const eth = await desk.enter("ETH/USDT");
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const place = desk.venue.place.bind(desk.venue);
    vi.spyOn(desk.venue, "place").mockImplementation(async (order) => {
      if (order.symbol === "BTC/USDT" && order.type === "stop") await answered;
      return place(order);
    });
    desk.clock.advance(1);
    for (const symbol of ["BTC/USDT", "ETH/USDT"]) desk.venue.price(symbol, 100);
    const booking = desk.execution.bookFills();
    await vi.waitFor(async () => expect((await desk.ledger.load(eth))?.protectedAt).toBe("98"));
    expect((await desk.ledger.load(btc))?.protectedAt).toBeUndefined();
    answer();
    expect(await booking).toBe(2);
    expect((await desk.ledger.load(btc))?.protectedAt).toBe("98");
  });
});

describe("jobs of one trade whose order is looked up for long", () => {
  it("are one that runs and one that waits, however often the trade is called for", async () => {
    const desk = jobDesk(onEntry("order-lost"));
    const id = await desk.enter();
    desk.clock.advance(250);
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const find = vi.spyOn(desk.venue, "find").mockImplementation(async () => {
      await answered;
      return undefined;
    });
    const done: number[] = [];
    const advance = (call: number) => desk.execution.advance(id).then(() => done.push(call));
    const first = advance(1);
    await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(1));
    const others = [2, 3, 4].map(advance);
    await vi.waitFor(() => expect(done).toEqual([3, 4]));
    answer();
    await Promise.all([first, ...others]);
    expect(done).toEqual([3, 4, 1, 2]);
  });
});

describe("an approved trade", () => {
  it("is not entered while the books were not compared, and is afterwards", async () => {
    const desk = jobDesk();
    desk.gate.set(false);
    const id = await desk.enter();
    expect((await desk.ledger.load(id))?.state).toBe("approved");
    expect(desk.orders(true)).toBe(0);
    await desk.reconciliation.run();
    await desk.execution.advance(id);
    expect(desk.orders(true)).toBe(1);
  });
});
