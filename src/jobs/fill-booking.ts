import { DeskError } from "../engine/errors.ts";
import type { ClientOrderIdParts } from "../engine/trade/client-order-id.ts";
import { afterFill, type Decision } from "../engine/trade/decide.ts";
import type { Desk } from "../engine/trade/exit-orders.ts";
import type { Fill } from "../engine/trade/order.ts";
import type { Trade } from "../engine/trade/trade.ts";
import type { DeskContext } from "./desk-context.ts";
import { fillsByTrade } from "./fills-by-trade.ts";
import type { KeyedMutex } from "./keyed-mutex.ts";
import { closeStrayFill } from "./stray-fill.ts";

const FILLS_CURSOR = "fills-cursor";

export type Decide = (trade: Trade, desk: Desk) => Decision;

/** Commits a decision and does what it asks for; unset when there is no such trade. Under the trade's own lock. */
export type CarryOut = (tradeId: string, operationId: string, decide: Decide) => Promise<Trade | undefined>;

/** Brings the fills of the exchange into the ledger, from where it was last read up to. */
export class FillBooking {
  private readonly context: DeskContext;
  private readonly mutex: KeyedMutex;
  private readonly carryOut: CarryOut;

  /** `mutex` has a key for each trade. */
  constructor(context: DeskContext, mutex: KeyedMutex, carryOut: CarryOut) {
    this.context = context;
    this.mutex = mutex;
    this.carryOut = carryOut;
  }

  /**
   * Each trade's fills in their order, and no trade of a reading waits for the stop of another one. Returns how many
   * the exchange named.
   */
  async book(): Promise<number> {
    return this.mutex.run(FILLS_CURSOR, async () => {
      const { ledger, exchange } = this.context;
      const from = (await ledger.readMark(FILLS_CURSOR)) ?? "";
      const { fills, cursor } = await exchange.fillsSince(from);
      await this.bookByTrade(fills);
      if (cursor !== from) await ledger.writeMark(FILLS_CURSOR, cursor);
      if (fills.length > 0) await this.context.queues.enqueue("deliver-outbox", {});
      return fills.length;
    });
  }

  /** Throws the first fault once every trade was tried: the cursor stays, and what was booked is known by its id. */
  private async bookByTrade(fills: readonly Fill[]): Promise<void> {
    const booked = await Promise.allSettled(
      fillsByTrade(this.context, fills).map(async (own) => {
        for (const { order, fill } of own) await this.bookFill(order, fill);
      }),
    );
    const failed = booked.find((each) => each.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  }

  /** A fill that the ledger cannot take never holds up those after it. */
  private async bookFill(order: ClientOrderIdParts, fill: Fill): Promise<void> {
    const isBooked = await this.mutex.run(order.tradeId, () => this.takeFill(order.tradeId, fill));
    if (!isBooked) await closeStrayFill(this.context, order, fill);
  }

  private async takeFill(tradeId: string, fill: Fill): Promise<boolean> {
    try {
      const decideOn: Decide = (trade, desk) => afterFill(trade, fill, desk);
      return (await this.carryOut(tradeId, `fill-${fill.fillId}`, decideOn)) !== undefined;
    } catch (error) {
      if (error instanceof DeskError && error.code === "trade-transition-impossible") return false;
      throw error;
    }
  }
}
