import { pino } from "pino";
import { INSTRUMENTS, START_AT } from "../../src/cli/faults/fault-market.ts";
import { HeldQueues } from "../../src/cli/faults/held-queues.ts";
import { MovedClock } from "../../src/cli/faults/moved-clock.ts";
import { Venue } from "../../src/cli/faults/venue.ts";
import type { VenueFault } from "../../src/cli/faults/venue-log.ts";
import { TimeZones } from "../../src/engine/clock/time-zone.ts";
import type { Exchange } from "../../src/engine/ports.ts";
import type { OrderRequest } from "../../src/engine/trade/order.ts";
import { drawsFor } from "../../src/exchange/simulated/draws.ts";
import type { DeskContext } from "../../src/jobs/desk-context.ts";
import { DeskControl } from "../../src/jobs/desk-control.ts";
import { Reconciliation } from "../../src/jobs/reconciliation.ts";
import { ScanMessages } from "../../src/jobs/scan-messages.ts";
import { Scans } from "../../src/jobs/scans.ts";
import { takeSignal } from "../../src/jobs/signal-intake.ts";
import { TradeExecution } from "../../src/jobs/trade-execution.ts";
import { TradingGate } from "../../src/jobs/trading-gate.ts";
import { signalWith } from "../engine/trade/trade-fixtures.ts";
import { strictTexts } from "../fakes/chat-desk.ts";
import { MemoryCandleStore } from "../fakes/memory-candle-store.ts";
import { MemoryLedger } from "../fakes/memory-ledger.ts";
import { MemoryScanClaims } from "../fakes/memory-scan-claims.ts";
import { MemorySettingsStore } from "../fakes/memory-settings-store.ts";

export const ANNA = { userId: "test:anna", name: "Anna" };
const SYMBOL = "BTC/USDT";
const TEXTS = strictTexts();

/** The application layer over a venue with scripted faults and a ledger in memory; time moves by hand. */
export function jobDesk(faultOf: (order: OrderRequest) => VenueFault | undefined = () => undefined) {
  const clock = new MovedClock(START_AT);
  const venue = new Venue({
    instruments: INSTRUMENTS,
    clock,
    draws: drawsFor("test"),
    faultOf,
    scramblesFills: false,
  });
  const ledger = new MemoryLedger();
  const log = pino({ level: "silent" });
  const queues = new HeldQueues(clock, log);
  const context: DeskContext = {
    instance: "test",
    mode: "paper",
    market: { kind: "exchange", name: "test" },
    baseTimeframe: "1m",
    timeZone: "UTC",
    locale: "en",
    writePhrase: (reader, phrase) => TEXTS.for(reader).phrase(phrase),
    timeZones: new TimeZones(),
    instruments: new Map(INSTRUMENTS.map((each) => [each.symbol, each])),
    clock,
    ledger,
    exchange: venue,
    candles: new MemoryCandleStore(),
    settings: new MemorySettingsStore({}, clock),
    charts: { render: async () => new Uint8Array([1]) },
    queues,
    log,
  };
  const gate = new TradingGate(true);
  const execution = new TradeExecution(context, gate);
  queues.work({ "advance-trade": ({ tradeId }) => execution.advance(tradeId) });
  const scanning = {
    scans: new Scans(context, new MemoryScanClaims(clock)),
    messages: new ScanMessages(context),
  };
  const control = new DeskControl(context, scanning, clock);
  const parts = { clock, venue, ledger, context, control, gate, execution, queues };
  return {
    ...parts,
    reconciliation: new Reconciliation(context, execution, gate),
    /** Proposes and approves a market entry of 100 units at 100, and works off what follows. */
    enter: (symbol = SYMBOL) => enter(parts, symbol),
    /** Time goes on in steps of a quarter second. */
    pass: (ms: number) => pass(parts, ms),
    price: (price: number) => trade(parts, price, SYMBOL),
    /** Orders of a kind that the venue took, by its own log. */
    orders: (isEntry: boolean) =>
      venue.log.filter((entry) => entry.type === "order" && entry.order.reduceOnly !== isEntry).length,
    /** An execution that knows nothing of before, as after a restart. */
    restarted: () => new TradeExecution(context, gate),
  };
}

interface Parts {
  readonly clock: MovedClock;
  readonly venue: Venue & Exchange;
  readonly ledger: MemoryLedger;
  readonly context: DeskContext;
  readonly control: DeskControl;
  readonly execution: TradeExecution;
  readonly queues: HeldQueues;
}

async function enter(parts: Parts, symbol: string): Promise<string> {
  const { clock, context, control, ledger, queues } = parts;
  await trade(parts, 100, symbol);
  await takeSignal(
    context,
    signalWith({
      id: `${symbol}|${clock.now()}`,
      symbol,
      knownAt: clock.now(),
      expiresAt: clock.now() + 600_000,
    }),
  );
  const [proposal] = await ledger.inState(["proposed"]);
  if (proposal === undefined) throw new Error("the signal was not proposed");
  await control.approve(proposal.id, proposal.version, 1, ANNA);
  await queues.idle();
  return proposal.id;
}

async function pass({ clock, queues }: Parts, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 250) {
    clock.advance(250);
    await queues.idle();
  }
}

async function trade(
  { clock, context, execution, queues, venue }: Parts,
  price: number,
  symbol: string,
): Promise<void> {
  clock.advance(1);
  venue.price(symbol, price);
  await context.candles.setPrice(symbol, price, clock.now());
  await execution.bookFills();
  await queues.idle();
}
