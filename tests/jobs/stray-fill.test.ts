import { describe, expect, it, vi } from "vitest";
import type { VenueFault } from "../../src/cli/faults/venue-log.ts";
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
    for (let passed = 0; passed < 8000; passed += 250) {
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
