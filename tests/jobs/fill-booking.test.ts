import { describe, expect, it, vi } from "vitest";
import { DeskError } from "../../src/engine/errors.ts";
import type { Exchange } from "../../src/engine/ports.ts";
import { clientOrderId } from "../../src/engine/trade/client-order-id.ts";
import type { OrderRequest } from "../../src/engine/trade/order.ts";
import { jobDesk } from "./job-desk.ts";

const BTC = "BTC/USDT";
const ETH = "ETH/USDT";

type JobDesk = ReturnType<typeof jobDesk>;

/** Lets the venue do something before it takes an order of the desk. */
function beforePlace({ venue }: JobDesk, wait: (order: OrderRequest) => Promise<void>): void {
  const place = venue.place.bind(venue);
  vi.spyOn(venue, "place").mockImplementation(async (order) => {
    await wait(order);
    return place(order);
  });
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Two entries on their way, and a venue that answers to the stop of the first one only when it is told to. */
async function hangingStop() {
  const desk = jobDesk();
  const btc = await desk.enter(BTC);
  const eth = await desk.enter(ETH);
  const answer = deferred();
  beforePlace(desk, async ({ symbol, type }) => {
    if (symbol === BTC && type === "stop") await answer.promise;
  });
  const fill = (symbol: string) => {
    desk.clock.advance(1);
    desk.venue.price(symbol, 100);
  };
  const protectedAt = async (id: string) => (await desk.ledger.load(id))?.protectedAt;
  const mark = () => desk.ledger.readMark("fills-cursor");
  return { ...desk, btc, eth, answer: answer.resolve, fill, protectedAt, mark };
}

describe("a fill that comes while an earlier one is still being booked", () => {
  it("is booked and protected at once when it is of another trade", async () => {
    const desk = await hangingStop();
    desk.fill(BTC);
    const first = desk.execution.bookFills();
    await vi.waitFor(async () => expect((await desk.ledger.load(desk.btc))?.entryQuantity).toBe("100"));
    desk.fill(ETH);
    const second = desk.execution.bookFills();
    await vi.waitFor(async () => expect(await desk.protectedAt(desk.eth)).toBe("98"));
    expect(await desk.protectedAt(desk.btc)).toBeUndefined();
    desk.answer();
    expect(await Promise.all([first, second])).toEqual([1, 1]);
    expect(await desk.protectedAt(desk.btc)).toBe("98");
  });

  it("is not what the ledger's cursor passes the earlier one for, so that a crash loses neither", async () => {
    const desk = await hangingStop();
    const before = await desk.mark();
    desk.fill(BTC);
    const first = desk.execution.bookFills();
    await vi.waitFor(async () => expect((await desk.ledger.load(desk.btc))?.entryQuantity).toBe("100"));
    desk.fill(ETH);
    const second = desk.execution.bookFills();
    await vi.waitFor(async () => expect(await desk.protectedAt(desk.eth)).toBe("98"));
    expect(await desk.mark()).toBe(before);
    const { cursor } = await desk.venue.fillsSince("");
    desk.answer();
    await Promise.all([first, second]);
    expect(await desk.mark()).toBe(cursor);
  });

  it("is read again after a crash, and booked once", async () => {
    const desk = await hangingStop();
    desk.fill(BTC);
    void desk.execution.bookFills();
    await vi.waitFor(async () => expect((await desk.ledger.load(desk.btc))?.entryQuantity).toBe("100"));
    desk.fill(ETH);
    void desk.execution.bookFills();
    await vi.waitFor(async () => expect(await desk.protectedAt(desk.eth)).toBe("98"));
    expect(await desk.restarted().bookFills()).toBe(2);
    expect(await desk.ledger.load(desk.eth)).toMatchObject({ entryQuantity: "100", protectedAt: "98" });
    expect((await desk.ledger.load(desk.btc))?.entryQuantity).toBe("100");
  });
});

describe("a fill that could not be booked", () => {
  it("is told to whoever read after it, keeps the cursor where it was, and is booked by the next reading", async () => {
    const desk = jobDesk();
    const btc = await desk.enter(BTC);
    const eth = await desk.enter(ETH);
    const isAway = deferred();
    const commit = desk.ledger.commit.bind(desk.ledger);
    const away = new DeskError("store-unavailable", {});
    const spy = vi.spyOn(desk.ledger, "commit").mockImplementation(async (transition) => {
      if (transition.tradeId !== btc) return commit(transition);
      await isAway.promise;
      throw away;
    });
    const before = await desk.ledger.readMark("fills-cursor");
    desk.venue.price(BTC, 100);
    const first = desk.execution.bookFills();
    await vi.waitFor(() => expect(spy).toHaveBeenCalledTimes(1));
    desk.venue.price(ETH, 100);
    const second = desk.execution.bookFills();
    const both = Promise.allSettled([first, second]);
    await vi.waitFor(async () => expect((await desk.ledger.load(eth))?.protectedAt).toBe("98"));
    isAway.resolve();
    expect(await both).toEqual([
      { status: "rejected", reason: away },
      { status: "rejected", reason: away },
    ]);
    expect(await desk.ledger.readMark("fills-cursor")).toBe(before);
    spy.mockRestore();
    expect(await desk.execution.bookFills()).toBe(2);
    expect((await desk.ledger.load(btc))?.protectedAt).toBe("98");
    expect((await desk.ledger.load(eth))?.entryQuantity).toBe("100");
  });
});

describe("the fills of many symbols", () => {
  it("are read four symbols at a time, each reading after the one before", async () => {
    const desk = jobDesk();
    const tradedSymbols = Array.from({ length: 9 }, (_, at) => `S${at}/USDT`);
    Object.assign(desk.venue, { tradedSymbols });
    const read = vi.spyOn(desk.venue, "fillsSince");
    read.mockImplementation(async (cursor) => ({ fills: [], cursor: `${cursor}x` }));
    expect(await desk.execution.bookFills()).toBe(0);
    expect(read.mock.calls).toEqual([
      ["", tradedSymbols.slice(0, 4)],
      ["x", tradedSymbols.slice(4, 8)],
      ["xx", tradedSymbols.slice(8)],
    ]);
    expect(await desk.ledger.readMark("fills-cursor")).toBe("xxx");
  });

  it.each([4, 8, 9, 13])(
    "of which the first could not be booked are not called booked, of %d",
    async (count) => {
      const desk = jobDesk();
      await desk.enter(BTC);
      const tradedSymbols = [BTC, ...Array.from({ length: count - 1 }, (_, at) => `S${at}/USDT`)];
      Object.assign(desk.venue, { tradedSymbols });
      desk.venue.price(BTC, 100);
      const { fills } = await desk.venue.fillsSince("");
      vi.spyOn(desk.venue, "fillsSince").mockImplementation(
        async (cursor: string, symbols?: readonly string[]) => {
          // So long that what was read before is done.
          await new Promise((resolve) => setImmediate(resolve));
          return { fills: symbols?.includes(BTC) ? fills : [], cursor: `${cursor}x` };
        },
      );
      const away = new DeskError("store-unavailable", {});
      vi.spyOn(desk.ledger, "commit").mockRejectedValue(away);
      await expect(desk.execution.bookFills()).rejects.toBe(away);
      expect(await desk.reconciliation.run()).toBe(false);
      expect(desk.gate.isOpen).toBe(false);
    },
  );
});

describe("the cursor of fills", () => {
  it("is read from the ledger again when somebody else moved it meanwhile", async () => {
    const desk = await hangingStop();
    desk.fill(ETH);
    await desk.execution.bookFills();
    expect(await desk.mark()).toBe("1");
    desk.fill(BTC);
    const booking = desk.execution.bookFills();
    await vi.waitFor(async () => expect((await desk.ledger.load(desk.btc))?.entryQuantity).toBe("100"));
    // As in a ledger that lost its last second.
    await desk.ledger.writeMark("fills-cursor", "0");
    desk.answer();
    await booking;
    expect(await desk.mark()).toBe("0");
    expect(await desk.execution.bookFills()).toBe(2);
    expect(await desk.mark()).toBe("2");
  });

  it("goes on from a newer reading that began at the ledger, whatever becomes of those before", async () => {
    const desk = jobDesk();
    await desk.enter(BTC);
    await desk.enter(ETH);
    desk.venue.price(BTC, 100);
    desk.venue.price(ETH, 100);
    const { fills } = await desk.venue.fillsSince("");
    const [away, late] = [deferred(), deferred()];
    const answers = [fills.slice(0, 1), [], fills.slice(1), []];
    const read = vi.spyOn(desk.venue, "fillsSince");
    read.mockImplementation(async (cursor) => ({ fills: answers.shift() ?? [], cursor: `${cursor}x` }));
    const commit = desk.ledger.commit.bind(desk.ledger);
    const spy = vi.spyOn(desk.ledger, "commit").mockImplementationOnce(async () => {
      await away.promise;
      throw new DeskError("store-unavailable", {});
    });
    const warn = vi.spyOn(desk.context.log, "warn");
    const first = await desk.execution.readFills();
    const second = await desk.execution.readFills();
    away.resolve();
    await first.booked;
    // Begins at the ledger, and is being booked when the second one ends.
    spy.mockImplementationOnce(async (transition) => {
      await late.promise;
      return commit(transition);
    });
    const third = await desk.execution.readFills();
    expect((await second.booked).isBooked).toBe(false);
    const fourth = await desk.execution.readFills();
    late.resolve();
    expect([await third.booked, await fourth.booked]).toEqual([{ isBooked: true }, { isBooked: true }]);
    expect(read.mock.calls.map(([cursor]) => cursor.slice(1))).toEqual(["", "x", "", "x"]);
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("a fill that the exchange cannot name yet", () => {
  /** A venue that keeps fills of these symbols back, and an entry that waits to be sent. */
  async function heldEntry(keptBack: readonly string[]) {
    const desk = jobDesk();
    const venue: Exchange = desk.venue;
    const read = vi.spyOn(venue, "fillsSince");
    read.mockImplementation(async (cursor) => ({ fills: [], cursor, keptBack }));
    const warn = vi.spyOn(desk.context.log, "warn");
    const id = await desk.enter(BTC);
    return { ...desk, id, read, warn };
  }

  it("lets no entry go until it is booked, and is logged once", async () => {
    const desk = await heldEntry([ETH]);
    expect(await desk.reconciliation.run()).toBe(true);
    await desk.execution.advance(desk.id);
    expect((await desk.ledger.load(desk.id))?.state).toBe("approved");
    expect(desk.orders(true)).toBe(0);
    expect(desk.warn.mock.calls).toEqual([
      [{ symbols: [ETH] }, "fills are kept back until their orders are shown: no entries until then"],
    ]);
    // A reading of another symbol says nothing about this one.
    desk.read.mockImplementation(async (cursor) => ({ fills: [], cursor }));
    await desk.execution.readFills([BTC]);
    await desk.execution.advance(desk.id);
    expect(desk.orders(true)).toBe(0);
    await desk.execution.readFills([ETH]);
    await desk.execution.advance(desk.id);
    expect(desk.orders(true)).toBe(1);
  });

  it("keeps no stray fill being logged again with each reading", async () => {
    const desk = await heldEntry([BTC]);
    const name = clientOrderId("test", "x".repeat(desk.id.length), "stop", 1);
    const fill = { fillId: "BTC/USDT-1", clientOrderId: name, symbol: BTC, side: "sell" as const };
    const stray = { ...fill, quantity: "1", price: "100", fee: "0", at: desk.clock.now() };
    desk.read.mockImplementation(async (cursor) => ({ fills: [stray], cursor, keptBack: [BTC] }));
    const error = vi.spyOn(desk.context.log, "error");
    await desk.execution.bookFills();
    await desk.execution.bookFills();
    expect(error).toHaveBeenCalledTimes(1);
  });
});
