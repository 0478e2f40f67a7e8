import { beforeEach, describe, expect, it } from "vitest";
import { ANNA, BEN, createDeskBench, type DeskBench } from "./desk-bench.ts";

let desk: DeskBench;
let id: string;

const state = async () => (await desk.context.ledger.load(id))?.state;
const closings = async () =>
  (await desk.context.ledger.events(id)).filter(({ type }) => type === "trade.closing").length;

/** One open position. */
beforeEach(async () => {
  desk = await createDeskBench();
  id = await desk.raise();
  await desk.control.approve(id, 1, 1, ANNA);
  await desk.settle();
  desk.clock.advance(1000);
  await desk.trade(100);
});

describe("a close of everything", () => {
  it("waits five seconds of the machine's time, then closes what was open, once", async () => {
    const asked = await desk.control.closeAllSoon(ANNA);
    expect(asked).toMatchObject({ count: 1, dueAt: desk.wall.now() + 5000 });
    desk.wall.advance(4999);
    await desk.closes.run();
    expect(await state()).toBe("open");
    desk.wall.advance(1);
    await desk.closes.run();
    expect((await desk.context.ledger.load(id))?.closing).toEqual({ reason: "manual", by: ANNA });
    await desk.settle();
    await desk.trade(100);
    await desk.closes.run();
    expect([await state(), await closings()]).toEqual(["closed", 1]);
  });

  it("can be taken back until it begins, and not after", async () => {
    const { id: first } = await desk.control.closeAllSoon(ANNA);
    expect(await desk.control.keepAll("another")).toBe(false);
    expect(await desk.control.keepAll(first)).toBe(true);
    expect(await desk.control.keepAll(first)).toBe(true);
    desk.wall.advance(60_000);
    await desk.closes.run();
    expect(await state()).toBe("open");
    const { id: second } = await desk.control.closeAllSoon(BEN);
    expect(second).not.toBe(first);
    desk.wall.advance(5000);
    await desk.closes.run();
    expect(await desk.control.keepAll(second)).toBe(false);
    expect(await closings()).toBe(1);
  });

  it("is one wish for everybody who asks while it stands, and leaves alone what came later", async () => {
    const wishes = await Promise.all([desk.control.closeAllSoon(ANNA), desk.control.closeAllSoon(BEN)]);
    expect(new Set(wishes.map((wish) => wish.id)).size).toBe(1);
    await desk.control.close(id, ANNA);
    await desk.settle();
    await desk.trade(100);
    desk.clock.advance(60_000);
    const later = await desk.control.propose(
      {
        symbol: "BTC/USDT",
        direction: "long",
        stop: { kind: "percent", percent: 2 },
        targets: [{ kind: "r", r: 2 }],
      },
      ANNA,
    );
    if (later.status !== "done") throw new Error("it was not proposed");
    await desk.control.approve(later.trade.id, 1, 1, ANNA);
    desk.wall.advance(5000);
    await desk.closes.run();
    expect((await desk.context.ledger.load(later.trade.id))?.closing).toBeUndefined();
    expect(await closings()).toBe(1);
  });

  it("has one end when it is taken back and begun at once", async () => {
    const { id: wish } = await desk.control.closeAllSoon(ANNA);
    desk.wall.advance(5000);
    const [kept] = await Promise.all([desk.control.keepAll(wish), desk.closes.run()]);
    expect(await closings()).toBe(kept ? 0 : 1);
  });

  it("of nothing leaves no wish behind", async () => {
    await desk.control.close(id, ANNA);
    expect(await desk.control.closeAllSoon(ANNA)).toMatchObject({ count: 0 });
    expect(await desk.context.ledger.readMark("close-all")).toBeUndefined();
  });
});
