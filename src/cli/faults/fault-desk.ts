import type { Redis } from "ioredis";
import type { Logger } from "pino";
import type { DeskChat, Role } from "../../bot/conversation.ts";
import { createDeskChat } from "../../bot/desk-chat.ts";
import { issueCard } from "../../bot/issued-card.ts";
import { createPeople } from "../../bot/people/people.ts";
import type { Texts } from "../../bot/texts.ts";
import { TimeZones } from "../../engine/clock/time-zone.ts";
import type { Instrument } from "../../engine/instrument.ts";
import type { OutgoingMessage } from "../../engine/ports/chat.ts";
import type { Chat, Clock, Exchange } from "../../engine/ports.ts";
import type { Signal } from "../../engine/signal.ts";
import { Delivery } from "../../jobs/delivery.ts";
import type { DeskContext } from "../../jobs/desk-context.ts";
import { DeskControl } from "../../jobs/desk-control.ts";
import { handlersOf } from "../../jobs/job-handlers.ts";
import type { JobQueues } from "../../jobs/job-queues.ts";
import { Reconciliation } from "../../jobs/reconciliation.ts";
import { takeSignal } from "../../jobs/signal-intake.ts";
import { TradeExecution } from "../../jobs/trade-execution.ts";
import { TradingGate } from "../../jobs/trading-gate.ts";
import { createStores, type Stores } from "../../store/stores.ts";
import type { Life } from "./life.ts";
import type { Screen, ShownCard } from "./screen.ts";

export const CHAT_IDS = ["anna", "ben"] as const;
const READER = { locale: "en", timeZone: "UTC" } as const;
const EVERYBODY = { userId: "headless:anna", name: "anna" } as const;

export interface Tap {
  readonly token: string;
  readonly chatId: string;
  readonly role: Role;
}

/** What the world does to a desk. Every call is one that the product makes itself, or that a person makes. */
export interface FaultDesk {
  /** What a desk does at its start, before it follows the market. */
  recover(): Promise<void>;
  signal(signal: Signal): Promise<void>;
  tap(tap: Tap): Promise<void>;
  /** The market traded at a price; fills that the exchange tells of are booked. */
  price(symbol: string, price: number): Promise<void>;
  sweep(): Promise<void>;
  closeAll(): Promise<void>;
  /** Resolves when no job is due. */
  idle(): Promise<void>;
  /** Ends as SIGTERM does. */
  stop(): Promise<void>;
}

export interface FaultDeskParts {
  readonly redis: Redis;
  readonly instance: string;
  readonly instruments: readonly Instrument[];
  readonly clock: Clock;
  readonly exchange: Exchange;
  readonly screen: Screen;
  /** Hears every approval that a person was told was done. */
  readonly onApproved: (tradeId: string) => void;
  readonly life: Life;
  readonly queues: (stores: Stores) => JobQueues;
  readonly texts: Texts;
  readonly charts: DeskContext["charts"];
  readonly log: Logger;
}

/** The desk's own parts, joined as `app.ts` joins them, over ports that can be cut off. */
export async function startFaultDesk(parts: FaultDeskParts): Promise<FaultDesk> {
  const { clock, instance, instruments, life, log, redis } = parts;
  const stores = createStores(redis, instance, clock);
  for (const chatId of CHAT_IDS) await stores.subscriptions.add("headless", chatId);
  const queues = parts.queues(stores);
  const context: DeskContext = {
    instance,
    mode: "paper",
    marketName: "faults",
    baseTimeframe: "1m",
    timeZone: "UTC",
    timeZones: new TimeZones(),
    instruments: new Map(instruments.map((each) => [each.symbol, each])),
    clock,
    ledger: life.guard("ledger", stores.ledger),
    exchange: life.guard("exchange", parts.exchange),
    candles: life.guard("candles", stores.candles),
    settings: life.guard("settings", stores.settings),
    charts: parts.charts,
    queues,
    log,
  };
  const gate = new TradingGate();
  const execution = new TradeExecution(context, gate);
  const reconciliation = new Reconciliation(context, execution, gate);
  const control = new DeskControl(context);
  const buttons = life.guard("buttons", stores.buttons);
  const deskChat = createDeskChat({
    control: witnessed(control, life, parts.onApproved),
    buttons,
    settings: stores.settings,
    prompts: stores.prompts,
    roster: stores.roster,
    preferences: stores.preferences,
    audit: stores.audit,
    people: createPeople([], READER),
    recentLog: { newest: () => [] },
    clock,
    version: "faults",
    texts: parts.texts,
    log,
  });
  const chat = screenChat(deskChat, buttons, life.guard("screen", parts.screen));
  const delivery = new Delivery(context, [chat], stores.subscriptions, clock);
  queues.work(handlersOf("all", context, execution, reconciliation, delivery));
  return {
    recover: async () => {
      await reconciliation.run();
      await queues.enqueue("sweep", {});
    },
    signal: async (signal) => {
      await takeSignal(context, signal);
    },
    tap: async ({ token, chatId, role }) => {
      const actor = { userId: `headless:${chatId}`, name: chatId };
      const address = { platform: "headless", chatId } as const;
      await deskChat.onTap({ ...READER, address, actor, role }, token);
    },
    price: async (symbol, price) => {
      await context.candles.setPrice(symbol, price, clock.now());
      await execution.bookFills().catch((error: unknown) => log.warn({ err: error }, "fills not read"));
    },
    sweep: () => queues.enqueue("sweep", {}),
    closeAll: async () => {
      await control.closeAll(EVERYBODY);
    },
    idle: () => queues.idle(),
    stop: () => queues.close(),
  };
}

function witnessed(control: DeskControl, life: Life, onApproved: (tradeId: string) => void): DeskControl {
  return new Proxy(control, {
    get: (target, property) => {
      const part: unknown = Reflect.get(target, property);
      if (typeof part !== "function") return part;
      return async (...args: unknown[]) => {
        const answer = await part.apply(target, args);
        if (property === "approve" && answer.status === "done" && !life.isOver) onApproved(answer.trade.id);
        return answer;
      };
    },
  });
}

/** A chat whose messages live on the screen; tokens are real ones. */
function screenChat(deskChat: DeskChat, buttons: Stores["buttons"], screen: Screen): Chat {
  const drawn = async (chatId: string, message: OutgoingMessage): Promise<ShownCard> => {
    const card = deskChat.card(message.content, READER);
    const address = { platform: "headless", chatId } as const;
    const issued = await issueCard(card, buttons, address, `${chatId}:${Math.random()}`);
    const tokens = issued.buttons.flat().map(({ token }) => token);
    return {
      chatId,
      ...(message.content.kind === "trade"
        ? { trade: message.content.trade }
        : { noticeKey: message.content.notice.key }),
      buttons: card.buttons.flat().map(({ action }, at) => ({
        type: action.type,
        ...(action.type === "approve" && { sizeFactor: action.sizeFactor }),
        token: tokens[at] ?? "",
      })),
    };
  };
  return {
    platform: "headless",
    send: async (chatId, message) => {
      const messageId = await screen.post(await drawn(chatId, message));
      return { platform: "headless", chatId, messageId };
    },
    edit: async (ref, message) => screen.redraw(ref.messageId, await drawn(ref.chatId, message)),
  };
}
