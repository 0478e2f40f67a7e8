import { describe, expect, it, vi } from "vitest";
import { takeSignal } from "../../src/jobs/signal-intake.ts";
import { SPOT_COIN, type SpotEmulator } from "../emulators/binance-spot/spot-emulator.ts";
import { SPOT_FEE_IN_COIN } from "../exchange/ccxt/spot/spot-venue.ts";
import { ANNA, aLiveWorld, buildDesk, codeNow, liveSignal, runDesk, soon } from "./live-desk-world.ts";

/** A live desk at the emulated spot market, unlocked, with a known price. */
async function aSpotDesk() {
  const world = await aLiveWorld(SPOT_FEE_IN_COIN);
  const built = await buildDesk(world);
  await runDesk(world, built);
  await built.control.unlockLive(codeNow(world.emulator), ANNA);
  return { ...built, emulator: world.emulator };
}

const stops = ({ trading }: SpotEmulator) =>
  trading.algos
    .filter(({ status }) => status === "NEW")
    .map(({ quantity, triggerPrice }) => [quantity, triggerPrice]);
const fills = ({ trading }: SpotEmulator) =>
  trading.journal.filter(({ type }) => type === "order-filled").map(({ side, quantity }) => [side, quantity]);

describe("a live desk at a spot market", () => {
  it("holds what arrived behind one stop, sells the reached target itself, and ends flat", async () => {
    const { desk, chats, emulator } = await aSpotDesk();
    const { ledger } = desk.context;
    await takeSignal(desk.context, liveSignal("long"));
    const proposal = (await ledger.inState(["proposed"]))[0];
    if (proposal === undefined) throw new Error("no proposal");
    await vi.waitFor(async () => expect(await chats.approveNext()).toBe(true), soon);
    const trade = async () => ledger.load(proposal.id);
    await vi.waitFor(async () => expect((await trade())?.protectedAt).toBe("98"), soon);
    const bought = emulator.trading.orders[0]?.quantity ?? "0";
    const arrived = (await trade())?.entryQuantity ?? "0";
    expect(Number(arrived)).toBeLessThan(Number(bought));
    expect(Number(arrived)).toBeGreaterThan(Number(bought) * 0.998);
    expect(stops(emulator)).toEqual([[arrived, "98"]]);
    expect(emulator.trading.orders).toHaveLength(1);

    emulator.market.playMinute(SPOT_COIN.id, { open: 100, high: 102, low: 99.5, close: 101.5 });
    // The first trade of the next minute shows that this one has closed.
    emulator.market.trade(SPOT_COIN.id, 101.5, 1);
    await vi.waitFor(async () => expect(Number((await trade())?.exitQuantity)).toBeGreaterThan(0), soon);
    const sold = (await trade())?.exitQuantity ?? "0";
    expect(Number(sold)).toBeCloseTo(Number(arrived) / 2, 1);
    const rest = String(Number((Number(arrived) - Number(sold)).toFixed(2)));
    await vi.waitFor(() => expect(stops(emulator)).toEqual([[rest, "98"]]), soon);

    emulator.market.trade(SPOT_COIN.id, 97.9, 1000);
    await vi.waitFor(async () => expect((await trade())?.state).toBe("closed"), soon);
    expect(fills(emulator)).toEqual([
      ["BUY", bought],
      ["SELL", sold],
      ["SELL", rest],
    ]);
    expect(stops(emulator)).toEqual([]);
    expect(await desk.context.exchange.positions()).toEqual([]);
  });

  it("closes by hand after the stop is gone", async () => {
    const { desk, control, chats, emulator } = await aSpotDesk();
    const { ledger } = desk.context;
    await takeSignal(desk.context, liveSignal("long"));
    const id = (await ledger.inState(["proposed"]))[0]?.id ?? "";
    await vi.waitFor(async () => expect(await chats.approveNext()).toBe(true), soon);
    await vi.waitFor(async () => expect((await ledger.load(id))?.protectedAt).toBe("98"), soon);
    expect(await control.close(id, ANNA)).toMatchObject({ status: "done" });
    await vi.waitFor(async () => expect((await ledger.load(id))?.state).toBe("closed"), soon);
    const after = emulator.trading.journal.map(({ type, side }) => `${type} ${side}`).slice(-3);
    expect(after).toEqual(["algo-cancelled SELL", "order-accepted SELL", "order-filled SELL"]);
    expect(await desk.context.exchange.positions()).toEqual([]);
  });

  it("denies a short before anybody is asked", async () => {
    const { desk, emulator } = await aSpotDesk();
    await takeSignal(desk.context, liveSignal("short"));
    expect(await desk.context.ledger.inState(["proposed"])).toEqual([]);
    expect(await desk.context.ledger.inState(["denied"])).toMatchObject([
      { denials: expect.arrayContaining([{ code: "short-impossible" }]) },
    ]);
    expect(emulator.trading.journal).toEqual([]);
  });
});
