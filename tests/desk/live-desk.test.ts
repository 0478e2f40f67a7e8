import { Socket } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { takeSignal } from "../../src/jobs/signal-intake.ts";
import type { BinanceEmulator } from "../emulators/binance/binance-emulator.ts";
import { COINUSDT } from "../emulators/exchange/symbols.ts";
import { BINANCE } from "../exchange/ccxt/binance/binance-venue.ts";
import { ANNA, aLiveWorld, buildDesk, codeNow, liveSignal, runDesk, soon } from "./live-desk-world.ts";

const LIVE = { live: { leverage: 5, marginMode: "isolated" } } as const;

const kinds = (emulator: BinanceEmulator) =>
  emulator.trading.journal.map(({ type, side, reduceOnly }) => [type, side, reduceOnly].join(" "));

describe("a desk in live mode", () => {
  it("sends one entry and one stop after code and approval, and closes flat", async () => {
    const hosts = new Set<string>();
    const connect = Socket.prototype.connect;
    vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...args: unknown[]) {
      for (const each of args.flat()) {
        if (typeof each === "object" && each !== null && "port" in each && "host" in each)
          hosts.add(String(each.host));
      }
      return Reflect.apply(connect, this, args);
    });
    onTestFinished(() => void vi.restoreAllMocks());
    const world = await aLiveWorld(BINANCE);
    const { emulator } = world;
    const built = await buildDesk(world, LIVE);
    const { desk, control, chats } = built;
    const { ledger } = desk.context;
    await runDesk(world, built);
    expect(await control.status()).toMatchObject({ mode: "live", liveLocked: true, balance: "10000" });

    await takeSignal(desk.context, liveSignal());
    const proposal = (await ledger.inState(["proposed"]))[0];
    if (proposal === undefined) throw new Error("no proposal");
    expect(await control.approve(proposal.id, proposal.version, 1, ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "live-locked" }],
    });
    expect(await control.unlockLive(codeNow(emulator), ANNA)).toEqual({ status: "open" });
    expect(await control.status()).toMatchObject({ liveLocked: false });

    await vi.waitFor(async () => expect(await chats.approveNext()).toBe(true), soon);
    await vi.waitFor(async () => {
      const trade = await ledger.load(proposal.id);
      expect(trade?.state).toBe("open");
      expect(trade?.orders.find(({ leg }) => leg === "stop")?.confirmedPrice).toBe("98");
    }, soon);
    const [entry, ...others] = emulator.trading.journal.filter(
      ({ type, reduceOnly }) => type === "order-accepted" && !reduceOnly,
    );
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ symbol: "COINUSDT", side: "BUY", position: "0" });
    const stops = emulator.trading.algos.filter(
      ({ orderType, status }) => orderType === "STOP_MARKET" && status === "NEW",
    );
    expect(stops).toMatchObject([{ triggerPrice: "98", reduceOnly: true, quantity: entry?.quantity }]);
    expect([emulator.trading.leverage.get("COINUSDT"), emulator.trading.isolated.has("COINUSDT")]).toEqual([
      5,
      true,
    ]);

    expect(await control.close(proposal.id, ANNA)).toMatchObject({ status: "done" });
    await vi.waitFor(async () => expect((await ledger.load(proposal.id))?.state).toBe("closed"), soon);
    expect(emulator.trading.journal.at(-1)?.position ?? "0").toBe("0");
    await vi.waitFor(
      () => expect(emulator.trading.algos.filter(({ status }) => status === "NEW")).toEqual([]),
      soon,
    );
    expect(kinds(emulator).filter((kind) => kind === "order-accepted BUY false")).toHaveLength(1);
    expect([...hosts].filter((host) => host !== "127.0.0.1")).toEqual([]);
    expect(hosts.size).toBe(1);
  });

  it("starts locked again, goes on protecting what is open, and sends no entry", async () => {
    const world = await aLiveWorld(BINANCE);
    const { emulator } = world;
    const first = await buildDesk(world, LIVE);
    void first.desk.run();
    emulator.market.trade(COINUSDT.id, 100, 1000);
    await first.desk.context.candles.setPrice("COIN/USDT", 100, emulator.market.now());
    await first.control.unlockLive(codeNow(emulator), ANNA);
    await takeSignal(first.desk.context, liveSignal());
    await vi.waitFor(async () => expect(await first.chats.approveNext()).toBe(true), soon);
    const standing = () =>
      emulator.trading.algos.filter(
        ({ orderType, status }) => orderType === "STOP_MARKET" && status === "NEW",
      );
    await vi.waitFor(() => expect(standing()).toHaveLength(1), soon);
    await first.stop();
    emulator.trading.cancelByHand(standing()[0]?.clientAlgoId ?? "");

    const second = await buildDesk(world, LIVE);
    void second.desk.run();
    await vi.waitFor(() => expect(standing()).toHaveLength(1), soon);
    expect(await second.control.status()).toMatchObject({ liveLocked: true });
    expect(
      emulator.trading.journal.filter(({ type, reduceOnly }) => type === "order-accepted" && !reduceOnly),
    ).toHaveLength(1);
  });

  it("refuses the ledger of a paper desk", async () => {
    const world = await aLiveWorld(BINANCE);
    await (await buildDesk(world, { mode: "paper" })).stop();
    await expect(buildDesk(world, LIVE)).rejects.toMatchObject({ code: "config-invalid" });
  });

  it("refuses a key that may withdraw and a clock that is an hour off", async () => {
    const world = await aLiveWorld(BINANCE);
    world.emulator.keyPermissions.enableWithdrawals = true;
    await expect(buildDesk(world, LIVE)).rejects.toMatchObject({ code: "exchange-key-unsafe" });
    world.emulator.keyPermissions.enableWithdrawals = false;
    world.emulator.faults.clockAheadMs = 3_600_000;
    await expect(buildDesk(world, LIVE)).rejects.toMatchObject({ code: "exchange-clock-off" });
  });
});

describe("a desk in paper mode", () => {
  it("never builds an account, even when it is handed keys", async () => {
    const world = await aLiveWorld(BINANCE);
    const { desk, control } = await buildDesk(world, { mode: "paper" });
    expect(desk.context.exchange.name).toBe("paper");
    expect(await control.status()).toMatchObject({ mode: "paper" });
    expect(await control.unlockLive(codeNow(world.emulator), ANNA)).toEqual({ status: "not-live" });
    const signed = world.emulator.log.filter((entry) => entry.type === "http" && "signature" in entry.query);
    expect(signed).toEqual([]);
  });
});
