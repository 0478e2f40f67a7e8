import { DeskError } from "../engine/errors.ts";
import { afterFill, type Decision } from "../engine/trade/decide.ts";
import type { Desk } from "../engine/trade/exit-orders.ts";
import type { Fill } from "../engine/trade/order.ts";
import type { Trade } from "../engine/trade/trade.ts";
import type { DeskContext } from "./desk-context.ts";
import { fillsByTrade, type OwnFill } from "./fills-by-trade.ts";
import type { KeyedMutex } from "./keyed-mutex.ts";
import type { StrayFills } from "./stray-fill.ts";

const FILLS_CURSOR = "fills-cursor";
/** Symbols of one reading, where each costs requests: so few that a fill of another one does not wait long. */
export const SYMBOLS_AT_ONCE = 4;

export type Decide = (trade: Trade, desk: Desk) => Decision;

/** Commits a decision and does what it asks for; unset when there is no such trade. Under the trade's own lock. */
export type CarryOut = (tradeId: string, operationId: string, decide: Decide) => Promise<Trade | undefined>;

/** How the booking of a reading ended: when booked, its fills and those of the readings before it are in the ledger. */
export type Booked = { readonly isBooked: true } | { readonly isBooked: false; readonly fault: unknown };

/** Fills that were read, and are being booked. */
export interface FillReading {
  /** How many the exchange named. */
  readonly count: number;
  /** Resolves when what follows from the fills is done too, up to the stops that they need. Never rejects. */
  readonly booked: Promise<Booked>;
}

/** From where to where a reading went. */
interface Step {
  readonly from: string;
  readonly cursor: string;
  /** The same for readings that went on from each other, the first of them from the ledger. */
  readonly chain: symbol;
}

interface Tip extends FillReading {
  readonly step: Step;
}

/**
 * Brings the fills of the exchange into the ledger, from where it was last read up to. A reading is short, and the
 * next one may begin while its fills are still being booked, trade by trade: no trade waits for the stop of another
 * one. The cursor in the ledger moves only past readings whose fills, and those before, are booked. So what a crash
 * interrupts is read again, and a fill that comes twice is known by its id.
 */
export class FillBooking {
  private readonly context: DeskContext;
  private readonly mutex: KeyedMutex;
  private readonly carryOut: CarryOut;
  private readonly strays: StrayFills;
  /** The newest reading while it is being booked: the next one goes on from there, not from the ledger. */
  private tip: Tip | undefined;
  /** Symbols with fills of which nobody can say yet whether they are the desk's. */
  private readonly keptBack = new Set<string>();

  /** `mutex` has a key for each trade, and one for each fill that none can take. */
  constructor(context: DeskContext, mutex: KeyedMutex, carryOut: CarryOut, strays: StrayFills) {
    this.context = context;
    this.mutex = mutex;
    this.carryOut = carryOut;
    this.strays = strays;
  }

  /** True while a fill is known that may be the desk's own and that cannot be booked yet: its stop is not there either. */
  get keepsBack(): boolean {
    return this.keptBack.size > 0;
  }

  /** Fills of these symbols, or of all. Resolves once the exchange has answered. */
  read(symbols?: readonly string[]): Promise<FillReading> {
    return this.mutex.run(FILLS_CURSOR, async () => {
      const { ledger, exchange } = this.context;
      const before = this.tip;
      const from = before?.step.cursor ?? (await ledger.readMark(FILLS_CURSOR)) ?? "";
      const { fills, cursor, keptBack } = await exchange.fillsSince(from, symbols);
      this.keep(keptBack ?? [], symbols);
      const step: Step = { from, cursor, chain: before?.step.chain ?? Symbol("readings") };
      const own = this.bookByTrade(fills);
      this.tip = { count: fills.length, step, booked: this.conclude(before, own, step) };
      return this.tip;
    });
  }

  /**
   * Reads these symbols, or all, and waits until everything that was read so far is booked. Returns how many fills the exchange named.
   * Throws the fault that kept one of them from it, after every trade was tried.
   */
  async book(symbols = this.context.exchange.tradedSymbols): Promise<number> {
    const readings = [await this.read(symbols?.slice(0, SYMBOLS_AT_ONCE))];
    for (let from = SYMBOLS_AT_ONCE; from < (symbols?.length ?? 0); from += SYMBOLS_AT_ONCE)
      readings.push(await this.read(symbols?.slice(from, from + SYMBOLS_AT_ONCE)));
    // The last one does not tell for all: once one could not be booked, the next one begins at the ledger again.
    for (const outcome of await Promise.all(readings.map(({ booked }) => booked)))
      if (!outcome.isBooked) throw outcome.fault;
    return readings.reduce((sum, { count }) => sum + count, 0);
  }

  private keep(keptBack: readonly string[], read: Iterable<string> = this.keptBack): void {
    const news = keptBack.filter((symbol) => !this.keptBack.has(symbol));
    for (const symbol of read) this.keptBack.delete(symbol);
    for (const symbol of keptBack) this.keptBack.add(symbol);
    if (news.length === 0) return;
    this.context.log.warn(
      { symbols: news },
      "fills are kept back until their orders are shown: no entries until then",
    );
  }

  /** Moves the cursor once a reading and those before it are booked. */
  private async conclude(before: Tip | undefined, own: Promise<void>, step: Step): Promise<Booked> {
    const [mine, earlier] = await Promise.all([outcomeOf(own), before?.booked]);
    return this.mutex.run(FILLS_CURSOR, async () => {
      const outcome = earlier?.isBooked === false ? earlier : mine;
      const moved = outcome.isBooked ? await outcomeOf(this.moveCursor(step)) : outcome;
      if (!moved.isBooked) this.leave(step);
      else if (this.tip?.step === step) this.tip = undefined;
      return moved;
    });
  }

  /** Everything before a cursor in the ledger is booked: so it is moved only from where this reading began. */
  private async moveCursor(step: Step): Promise<void> {
    const { from, cursor } = step;
    if (cursor === from || (await this.context.ledger.swapMark(FILLS_CURSOR, from, cursor))) return;
    this.context.log.warn("the cursor of fills was moved by somebody else");
    this.leave(step);
  }

  /** Whoever reads next begins at the ledger's cursor; what already began there stays. */
  private leave({ chain }: Step): void {
    if (this.tip?.step.chain === chain) this.tip = undefined;
  }

  /** Each trade's fills in their order. Throws the first fault once every trade was tried. */
  private async bookByTrade(fills: readonly Fill[]): Promise<void> {
    const trades = [...fillsByTrade(this.context, fills)];
    await allTried(trades.map(([tradeId, own]) => this.bookTrade(tradeId, own)));
  }

  /** Takes its place in the trade's queue before it returns. */
  private async bookTrade(tradeId: string, own: readonly OwnFill[]): Promise<void> {
    const strays = await this.mutex
      .run(tradeId, () => this.takeFills(tradeId, own))
      // Also what was booked before a fault is to be shown.
      .finally(() => this.context.queues.enqueue("deliver-outbox", {}));
    await allTried(strays.map((stray) => this.closeStray(stray)));
  }

  /** The same fill may be read again while it is being closed: then it waits, and finds what was done. */
  private closeStray({ order, fill }: OwnFill): Promise<void> {
    return this.mutex.run(`stray-${fill.fillId}`, () => this.strays.close(order, fill));
  }

  /** Gives those that the ledger cannot take; they never hold up those after them. */
  private async takeFills(tradeId: string, own: readonly OwnFill[]): Promise<readonly OwnFill[]> {
    const strays: OwnFill[] = [];
    for (const each of own) if (!(await this.takeFill(tradeId, each.fill))) strays.push(each);
    return strays;
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

/** Throws the first fault once all are done. */
async function allTried(tries: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(tries)).find((each) => each.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

function outcomeOf(work: Promise<void>): Promise<Booked> {
  return work.then(
    () => ({ isBooked: true }),
    (fault: unknown) => ({ isBooked: false, fault }),
  );
}
