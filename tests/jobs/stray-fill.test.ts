import { describe, expect, it, vi } from "vitest";
import { Venue } from "../../src/cli/faults/venue.ts";
import type { VenueFault } from "../../src/cli/faults/venue-log.ts";
import { DeskError } from "../../src/engine/errors.ts";
import type { OrderRequest } from "../../src/engine/trade/order.ts";
import { jobDesk } from "./job-desk.ts";

/** An entry that arrives 4 s late, when its trade is called lost already. Its fill is a stray one. */
async function strayFill(closing: (order: OrderRequest) => VenueFault | undefined = () => undefined) {
  const desk = jobDesk((order) => (order.reduceOnly ? closing(order) : "arrives-late"));
  const id = await desk.enter();
  const lost = await desk.ledger.load(id);
  if (lost === undefined) throw new Error("no trade");
  // As if the order had been called lost too early.
  const next = { ...lost, version: lost.version + 1, state: "rejected" as const };
  const operation = { tradeId: id, expectedVersion: lost.version, operationId: "lost" };
  await desk.ledger.commit({ ...operation, events: [], next, outbox: [] });
  await desk.pass(4000);
  const place = vi.spyOn(desk.venue, "place");
  const trade = () => {
    desk.clock.advance(1);
    desk.venue.price("BTC/USDT", 100);
  };
  trade();
  return {
    ...desk,
    trade,
    /** Orders that were sent to close it. */
    sent: () => place.mock.calls.map(([order]) => order),
    names: () => [...new Set(place.mock.calls.map(([{ clientOrderId }]) => clientOrderId))],
  };
}

const unknown = { code: "exchange-unavailable" };

describe("a fill that no trade can take", () => {
  it("is closed by one reduce-only order and told", async () => {
    const desk = await strayFill();
    await desk.execution.bookFills();
    desk.trade();
    await desk.execution.bookFills();
    expect(desk.venue.truth().positions).toEqual([]);
    await desk.execution.bookFills();
    expect(desk.orders(false)).toBe(1);
    expect((await desk.ledger.pendingOutbox(100)).map(({ body }) => body)).toContainEqual({
      kind: "notice",
      notice: { key: "notice-stray-fill", args: { symbol: "BTC/USDT" }, silent: false },
    });
  });

  it("is closed by another order only once it is proven that the one before never arrived", async () => {
    let first: string | undefined;
    const desk = await strayFill(({ clientOrderId }) => {
      first ??= clientOrderId;
      return clientOrderId === first ? "order-lost" : undefined;
    });
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    for (let passed = 0; passed < 13_750; passed += 250) {
      desk.clock.advance(250);
      await desk.execution.bookFills().catch(() => undefined);
    }
    expect(desk.names()).toHaveLength(1);
    desk.clock.advance(250);
    await desk.execution.bookFills();
    expect(desk.names()).toHaveLength(2);
    desk.trade();
    expect(desk.venue.truth().positions).toEqual([]);
  });

  it("is asked about under its first name and time after a restart, and not closed twice", async () => {
    const desk = await strayFill(() => "visible-late");
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    const [first] = desk.sent();
    const restarted = desk.restarted();
    for (let passed = 0; passed < 8250; passed += 250) {
      desk.clock.advance(250);
      await restarted.bookFills().catch(() => undefined);
    }
    expect(await restarted.bookFills()).toBe(0);
    const named = desk.sent().map(({ clientOrderId, createdAt }) => ({ clientOrderId, createdAt }));
    const { clientOrderId, createdAt } = first ?? {};
    expect(named.every((each) => each.clientOrderId === clientOrderId && each.createdAt === createdAt)).toBe(
      true,
    );
    expect(desk.orders(false)).toBe(1);
  });
});

describe("an order that closes a stray fill", () => {
  const open = (key = "notice-stray-fill-open") => ({
    kind: "notice",
    notice: { key, args: { symbol: "BTC/USDT" }, silent: false },
  });
  const notices = async ({ ledger }: Awaited<ReturnType<typeof strayFill>>) =>
    (await ledger.pendingOutbox(100)).map(({ body }) => body);

  it("is not sent again after a restart until its absence is proven", async () => {
    const desk = await strayFill(() => "order-lost");
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    const restarted = desk.restarted();
    for (let passed = 0; passed < 13_500; passed += 250) {
      await expect(restarted.bookFills()).rejects.toMatchObject(unknown);
      desk.clock.advance(250);
    }
    expect(desk.sent()).toHaveLength(1);
  });

  it("is one, also when the fill is read again while it is on its way", async () => {
    const desk = await strayFill();
    let arrive: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const sent = vi.spyOn(desk.venue, "place").mockImplementation(async (order) => {
      await arrival;
      return Venue.prototype.place.call(desk.venue, order);
    });
    // As where another fill is kept back: what came after it is read again.
    vi.spyOn(desk.venue, "fillsSince").mockImplementation(() =>
      Venue.prototype.fillsSince.call(desk.venue, ""),
    );
    const first = desk.execution.bookFills();
    await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
    const readings = [first, desk.execution.bookFills()];
    await new Promise((resolve) => setImmediate(resolve));
    arrive();
    expect(await Promise.all(readings)).toEqual([1, 1]);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it("is followed by one for the rest when it ends after a part", async () => {
    const desk = await strayFill();
    const find = desk.venue.find.bind(desk.venue);
    const spy = vi.spyOn(desk.venue, "find").mockImplementation(async (symbol, id) => {
      const report = await find(symbol, id);
      return report && { ...report, status: "cancelled", filledQuantity: "40" };
    });
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    desk.clock.advance(999);
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    expect(desk.sent().map(({ quantity }) => quantity)).toEqual(["100"]);
    spy.mockRestore();
    desk.clock.advance(1);
    await desk.execution.bookFills();
    expect(desk.sent().map(({ quantity, reduceOnly }) => [quantity, reduceOnly])).toEqual([
      ["100", true],
      ["60", true],
    ]);
    expect(desk.names()).toHaveLength(2);
  });

  it("is sent five times when it is refused, and then people are told that the position is open", async () => {
    const desk = await strayFill(() => "refused");
    const until = async (ms: number) => {
      desk.clock.advance(ms - 1);
      await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
      desk.clock.advance(1);
    };
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    for (const ms of [1000, 2000, 4000]) {
      await until(ms);
      await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    }
    await until(8000);
    expect(await notices(desk)).not.toContainEqual(open());
    await desk.execution.bookFills();
    expect(desk.names()).toHaveLength(5);
    expect(await notices(desk)).toContainEqual(open());
    await desk.ledger.writeMark("fills-cursor", "0");
    await desk.execution.bookFills();
    expect(desk.sent()).toHaveLength(5);
  });

  it("is the last one when it is refused because nothing is left to close", async () => {
    const desk = await strayFill(() => "refused");
    vi.spyOn(desk.venue, "positions").mockResolvedValue([]);
    await desk.execution.bookFills();
    expect(desk.sent()).toHaveLength(1);
    expect(await notices(desk)).not.toContainEqual(open());
  });

  it("is told to people when nobody can say for a minute whether it arrived", async () => {
    const desk = await strayFill(() => "order-lost");
    vi.spyOn(desk.venue, "find").mockRejectedValue(new DeskError("exchange-unavailable", {}));
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    desk.clock.advance(59_999);
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    expect(await notices(desk)).not.toContainEqual(open("notice-order-unknown"));
    desk.clock.advance(1);
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    expect(await notices(desk)).toContainEqual(open("notice-order-unknown"));
  });

  it("is announced to chat as soon as it is known, and what was booked before a fault too", async () => {
    const desk = await strayFill(() => "order-lost");
    const enqueue = vi.spyOn(desk.queues, "enqueue");
    const pending: string[][] = [];
    enqueue.mockImplementation(async (name) => {
      if (name !== "deliver-outbox") return;
      const bodies = (await desk.ledger.pendingOutbox(100)).map(({ body }) => body);
      pending.push(bodies.flatMap((body) => (body.kind === "notice" ? [body.notice.key] : [])));
    });
    await expect(desk.execution.bookFills()).rejects.toMatchObject(unknown);
    expect(pending.at(-1)).toContain("notice-stray-fill");
    vi.spyOn(desk.ledger, "load").mockRejectedValue(new DeskError("store-unavailable", {}));
    enqueue.mockClear();
    await expect(desk.execution.bookFills()).rejects.toMatchObject({ code: "store-unavailable" });
    expect(enqueue).toHaveBeenCalledWith("deliver-outbox", {});
  });
});
