import { pino } from "pino";
import type { ChartRequest } from "../../src/charts/kinds/chart-kinds.ts";
import { TimeZones } from "../../src/engine/clock/time-zone.ts";
import type { Instrument } from "../../src/engine/instrument.ts";
import type { MessageRef, OutgoingMessage } from "../../src/engine/ports/chat.ts";
import type { Chat } from "../../src/engine/ports.ts";
import type { Signal } from "../../src/engine/signal.ts";
import { createPaperExchange, type PaperExchange } from "../../src/exchange/paper/paper-exchange.ts";
import type { DelayedCloses } from "../../src/jobs/delayed-closes.ts";
import { Delivery } from "../../src/jobs/delivery.ts";
import type { DeskContext } from "../../src/jobs/desk-context.ts";
import { DeskControl } from "../../src/jobs/desk-control.ts";
import { Reconciliation } from "../../src/jobs/reconciliation.ts";
import { ScanMessages } from "../../src/jobs/scan-messages.ts";
import { Scans } from "../../src/jobs/scans.ts";
import { takeSignal } from "../../src/jobs/signal-intake.ts";
import { sweep } from "../../src/jobs/sweeper.ts";
import { TradeExecution } from "../../src/jobs/trade-execution.ts";
import { TradingGate } from "../../src/jobs/trading-gate.ts";
import { strictTexts } from "../fakes/chat-desk.ts";
import { MemoryCandleStore } from "../fakes/memory-candle-store.ts";
import { MemoryLedger } from "../fakes/memory-ledger.ts";
import { MemoryPaperStore } from "../fakes/memory-paper-store.ts";
import { MemoryScanClaims } from "../fakes/memory-scan-claims.ts";
import { MemorySettingsStore } from "../fakes/memory-settings-store.ts";
import { MemorySubscriptions } from "../fakes/memory-subscriptions.ts";
import { TestClock } from "../fakes/test-clock.ts";

const TEXTS = strictTexts();

export const NOW = Date.UTC(2026, 2, 3, 14, 0);
export const ANNA = { userId: "web:anna", name: "Anna" };
export const BEN = { userId: "telegram:2", name: "Ben" };

export const BTC: Instrument = {
  symbol: "BTC/USDT",
  kind: "crypto",
  priceTick: "0.1",
  quantityStep: "0.001",
  minQuantity: "0.001",
  minNotional: "5",
  makerFee: 0,
  takerFee: 0,
};

/** Long at 100 with a stop at 98 and a target at 104: 10 % of 10,000 buys 10. */
export function longSignal(changes: Partial<Signal> = {}): Signal {
  return {
    id: `BTC/USDT|15m|order-block-touch|long|${NOW}`,
    symbol: "BTC/USDT",
    timeframe: "15m",
    strategy: "order-block-touch",
    direction: "long",
    knownAt: NOW,
    expiresAt: NOW + 3_600_000,
    entryType: "market",
    entry: 100,
    stop: 98,
    targets: [104],
    score: 60,
    grade: "B",
    parts: [],
    reasons: [],
    evidence: [],
    features: {},
    ...changes,
  };
}

/** A chat that remembers what it shows; `fail` makes its next calls throw. */
export class RecordingChat implements Chat {
  readonly platform = "web" as const;
  readonly shown = new Map<string, OutgoingMessage>();
  readonly calls: string[] = [];
  fail: (() => Error | undefined) | undefined;
  /** Unset: an edit is enough. */
  answer: Chat["answer"];

  async send(chatId: string, message: OutgoingMessage): Promise<MessageRef> {
    this.refuse();
    const messageId = String(this.shown.size + 1);
    this.calls.push(`send ${chatId} ${messageId}`);
    this.shown.set(messageId, message);
    return { platform: "web", chatId, messageId };
  }

  async edit(ref: MessageRef, message: OutgoingMessage): Promise<void> {
    this.refuse();
    this.calls.push(`edit ${ref.chatId} ${ref.messageId}`);
    this.shown.set(ref.messageId, message);
  }

  private refuse(): void {
    const error = this.fail?.();
    if (error !== undefined) throw error;
  }
}

/** Pictures that were asked for; `fail` makes the next ones fail. */
export interface Pictures {
  readonly drawn: ChartRequest[];
  fail: Error | undefined;
}

export interface DeskBench {
  readonly pictures: Pictures;
  readonly context: DeskContext;
  readonly clock: TestClock;
  readonly wall: TestClock;
  readonly chat: RecordingChat;
  readonly subscriptions: MemorySubscriptions;
  readonly paper: PaperExchange;
  readonly execution: TradeExecution;
  readonly control: DeskControl;
  readonly closes: DelayedCloses;
  readonly delivery: Delivery;
  /** Works off everything that was enqueued, in its order. */
  settle(): Promise<void>;
  /** What the desk does every few seconds. */
  sweep(): Promise<void>;
  /** The market trades at this price. */
  trade(price: number): Promise<void>;
  /** Raises the signal and gives the id of its trade. */
  raise(signal?: Signal): Promise<string>;
}

/** The application layer over fakes and the real paper exchange; jobs wait until the test lets them run. */
export async function createDeskBench(
  settings: Record<string, unknown> = {},
  others: readonly Chat[] = [],
  market: Pick<DeskContext, "spread" | "personOf"> & Partial<Pick<DeskContext, "instruments">> = {},
): Promise<DeskBench> {
  const clock = new TestClock(NOW);
  const wall = new TestClock(NOW);
  const jobs: (() => Promise<unknown>)[] = [];
  const pictures: Pictures = { drawn: [], fail: undefined };
  const subscriptions = new MemorySubscriptions();
  await subscriptions.add("web", "local");
  const { instruments = new Map([[BTC.symbol, BTC]]) } = market;
  const paper = await createPaperExchange({
    store: new MemoryPaperStore(),
    instruments: async () => [...instruments.values()],
    clock,
    startBalance: "10000",
    slippagePercent: 0,
  });
  const context: DeskContext = {
    instance: "test",
    mode: "paper",
    market: { kind: "exchange", name: "test" },
    baseTimeframe: "15m",
    timeZone: "UTC",
    locale: "en",
    writePhrase: (reader, phrase) => TEXTS.for(reader).phrase(phrase),
    timeZones: new TimeZones(),
    clock,
    ledger: new MemoryLedger(),
    exchange: paper,
    candles: new MemoryCandleStore(),
    ...market,
    instruments,
    settings: new MemorySettingsStore(settings),
    charts: {
      render: async (request) => {
        if (pictures.fail !== undefined) throw pictures.fail;
        pictures.drawn.push(request);
        return new Uint8Array([1]);
      },
    },
    queues: {
      enqueue: async (name, payload) => {
        // Its time is the machine's: tests let it come by running it.
        if (name === "close-soon") return;
        jobs.push(() => work(name, payload));
      },
      enqueueAndWait: async (name, payload) => void jobs.push(() => work(name, payload)),
      ask: async () => undefined,
      idle: async () => undefined,
    },
    log: pino({ level: "silent" }),
  };
  const gate = new TradingGate(true);
  const execution = new TradeExecution(context, gate);
  const reconciliation = new Reconciliation(context, execution, gate);
  const scanning = {
    scans: new Scans(context, new MemoryScanClaims(wall)),
    messages: new ScanMessages(context),
  };
  const control = new DeskControl(context, scanning, wall);
  const chat = new RecordingChat();
  const delivery = new Delivery(context, [chat, ...others], subscriptions, wall);

  async function work(name: string, payload: object): Promise<void> {
    if (name === "advance-trade" && "tradeId" in payload) await execution.advance(String(payload.tradeId));
    if (name === "deliver-outbox") await delivery.run();
  }

  async function settle(): Promise<void> {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await job();
  }

  return {
    pictures,
    context,
    clock,
    wall,
    chat,
    subscriptions,
    paper,
    execution,
    control,
    closes: control.closes,
    delivery,
    settle,
    sweep: () => sweep(context, reconciliation),
    async trade(price) {
      const at = clock.now();
      if (await paper.onEvent({ type: "price", symbol: BTC.symbol, price, at })) await execution.bookFills();
      await context.candles.setPrice(BTC.symbol, price, at);
      await settle();
    },
    async raise(signal = longSignal()) {
      await context.candles.setPrice(BTC.symbol, signal.entry, clock.now());
      await takeSignal(context, signal);
      await settle();
      return (await context.ledger.newest(1))[0]?.id ?? "";
    },
  };
}
