import { describe, expect, it, vi } from "vitest";
import { takeSignal } from "../../src/jobs/signal-intake.ts";
import type { EmulatedExchange } from "../emulators/exchange/emulated-exchange.ts";
import type { VenueUnderTest } from "../exchange/ccxt/suite/venue-under-test.ts";
import { ANNA, aLiveWorld, buildDesk, codeNow, liveSignal, runDesk, soon } from "./live-desk-world.ts";

/** A venue's words for what a desk does there. */
export interface LiveVenue<E extends EmulatedExchange> {
  /** Ten coins in its own units. */
  readonly tenCoins: string;
  /** Settings of the account as they are there, and what they should be for a leverage of 5 and isolated margin. */
  readonly settings: (emulator: E) => unknown;
  readonly isolatedByFive: unknown;
}

/** A trade from its signal to its stop, through a whole desk. For perpetuals. */
export function describeLiveDesk<E extends EmulatedExchange>(
  venue: VenueUnderTest<E>,
  { tenCoins, settings, isolatedByFive }: LiveVenue<E>,
): void {
  describe(`a live desk at ${venue.name}`, () => {
    it("hears prices, sends one entry and a stop, and books the stop that closed it", async () => {
      const world = await aLiveWorld(venue);
      const { trading, market } = world.emulator;
      const built = await buildDesk(world, { live: { leverage: 5, marginMode: "isolated" } });
      const { control, chats } = built;
      const { context } = built.desk;
      await runDesk(world, built);
      expect(await control.unlockLive(codeNow(world.emulator), ANNA)).toEqual({ status: "open" });

      await takeSignal(context, liveSignal());
      const [proposal] = await context.ledger.inState(["proposed"]);
      const trade = async () => context.ledger.load(proposal?.id ?? "");
      await vi.waitFor(async () => expect(await chats.approveNext()).toBe(true), soon);
      await vi.waitFor(async () => {
        const { state, orders = [] } = (await trade()) ?? {};
        expect(state).toBe("open");
        expect(orders.find(({ leg }) => leg === "stop")?.confirmedPrice).toBe("98");
      }, soon);
      // A tenth of the account is the most.
      const entries = trading.journal.filter(
        ({ type, reduceOnly }) => type === "order-accepted" && !reduceOnly,
      );
      expect(entries).toMatchObject([{ symbol: venue.coin.id, side: "BUY", quantity: tenCoins }]);
      expect(settings(world.emulator)).toEqual(isolatedByFive);

      market.trade(venue.coin.id, 97.5, 1000);
      await vi.waitFor(async () => expect((await trade())?.state).toBe("closed"), soon);
      expect(trading.journal.at(-1)?.position).toBe("0");
      const standing = () => trading.algos.filter(({ status }) => status === "NEW");
      await vi.waitFor(() => expect(standing()).toEqual([]), soon);
      expect(await control.status()).toMatchObject({
        mode: "live",
        market: { kind: "exchange", name: venue.exchange },
      });
    });
  });
}
