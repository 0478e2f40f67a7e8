import type { Redis } from "ioredis";
import type { Logger } from "pino";
import type { Conversation, DeskChat, Role } from "../../bot/conversation.ts";
import { createDeskChat } from "../../bot/desk-chat.ts";
import { issueCard } from "../../bot/issued-card.ts";
import { createPeople } from "../../bot/people/people.ts";
import type { Texts } from "../../bot/texts.ts";
import { TimeZones } from "../../engine/clock/time-zone.ts";
import type { Instrument } from "../../engine/instrument.ts";
import type { OutgoingMessage } from "../../engine/ports/chat.ts";
import type { Chat, Clock, Exchange } from "../../engine/ports.ts";
import type { Signal } from "../../engine/signal.ts";
import { wantedStop } from "../../engine/trade/stop-price.ts";
import type { AccountNews } from "../../exchange/ccxt/follow-account.ts";
import { Delivery } from "../../jobs/delivery.ts";
import type { DeskContext } from "../../jobs/desk-context.ts";
import { DeskControl } from "../../jobs/desk-control.ts";
import { handlersOf } from "../../jobs/job-handlers.ts";
import type { JobQueues } from "../../jobs/job-queues.ts";
import { createAccountNews } from "../../jobs/live/account-news.ts";
import { anchoredExchange, isLedgerBehind } from "../../jobs/live/anchored-exchange.ts";
import { Reconciliation } from "../../jobs/reconciliation.ts";
import { ScanMessages } from "../../jobs/scan-messages.ts";
import { Scans } from "../../jobs/scans.ts";
import { takeSignal } from "../../jobs/signal-intake.ts";
import { TradeExecution } from "../../jobs/trade-execution.ts";
import { TradingGate } from "../../jobs/trading-gate.ts";
import { createAnchorFile } from "../../store/anchor-file.ts";
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
  /** A trader types a command, and says yes when the desk asks whether a stop may risk more. */
  type(chatId: string, text: string): Promise<void>;
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
  /** Hears the stream of the account, where the exchange has one. */
  readonly listen?: (news: AccountNews) => Promise<void>;
  /** Where the desk writes down, apart from Redis, how far its ledger had come when it sent an order. */
  readonly anchorPath?: string;
  readonly screen: Screen;
  /** Hears every approval that a person was told was done. */
  readonly onApproved: (tradeId: string) => void;
  /** Hears every stop that a person was told was moved. */
  readonly onStopMoved?: (tradeId: string, stop: string) => void;
  readonly life: Life;
  readonly queues: (stores: Stores) => JobQueues;
  readonly texts: Texts;
  readonly charts: DeskContext["charts"];
  readonly log: Logger;
}

/** The desk's own parts, joined as `app.ts` joins them, over ports that can be cut off. */
export async function startFaultDesk(parts: FaultDeskParts): Promise<FaultDesk> {
  const { clock, instance, life, log, redis } = parts;
  const stores = createStores(redis, instance, clock);
  for (const chatId of CHAT_IDS) await stores.subscriptions.add("headless", chatId);
  const queues = parts.queues(stores);
  const { exchange, isBehind } = await writingDown(parts, stores);
  const context = contextOf(parts, exchange, stores, queues);
  const gate = new TradingGate(false, { isOpen: !isBehind });
  const execution = new TradeExecution(context, gate);
  const reconciliation = new Reconciliation(context, execution, gate);
  const scanning = {
    scans: new Scans(context, stores.scanClaims),
    messages: new ScanMessages(context),
  };
  const control = new DeskControl(context, scanning, clock);
  const buttons = life.guard("buttons", stores.buttons);
  const deskChat = createDeskChat({
    control: witnessed(control, parts),
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
  const { closes } = control;
  queues.work(handlersOf("all", { context, execution, reconciliation, delivery, closes }));
  const listening = listenTo(parts, createAccountNews({ context, execution }));
  return {
    recover: async () => {
      await reconciliation.run();
      await queues.enqueue("sweep", {});
    },
    signal: async (signal) => {
      await takeSignal(context, signal);
    },
    tap: async ({ token, chatId, role }) => {
      await deskChat.onTap(conversationOf(chatId, role), token);
    },
    price: async (symbol, price) => {
      await context.candles.setPrice(symbol, price, clock.now());
      await execution.bookFills().catch((error: unknown) => log.warn({ err: error }, "fills not read"));
    },
    sweep: () => queues.enqueue("sweep", {}),
    closeAll: async () => {
      await control.closeAll(EVERYBODY);
    },
    type: (chatId, text) => typeAndConfirm(deskChat, chatId, text, buttons),
    idle: () => queues.idle(),
    stop: async () => {
      await listening.stop();
      await queues.close();
    },
  };
}

/** What the desk's jobs work with; every port through which it reaches out ends with its life. */
function contextOf(
  parts: FaultDeskParts,
  exchange: Exchange,
  stores: Stores,
  queues: JobQueues,
): DeskContext {
  const { clock, instance, instruments, life, log } = parts;
  return {
    instance,
    mode: "paper",
    market: { kind: "exchange", name: "faults" },
    baseTimeframe: "1m",
    timeZone: "UTC",
    locale: "en",
    writePhrase: (reader, phrase) => parts.texts.for(reader).phrase(phrase),
    timeZones: new TimeZones(),
    instruments: new Map(instruments.map((each) => [each.symbol, each])),
    clock,
    ledger: life.guard("ledger", stores.ledger),
    exchange,
    candles: life.guard("candles", stores.candles),
    settings: life.guard("settings", stores.settings),
    charts: parts.charts,
    queues,
    log,
  };
}

/** The exchange as the desk has it, and whether its ledger is behind what it wrote down before. */
async function writingDown({ exchange, anchorPath, life, log }: FaultDeskParts, { audit }: Stores) {
  const guarded = life.guard("exchange", exchange);
  if (anchorPath === undefined) return { exchange: guarded, isBehind: false };
  const anchors = createAnchorFile(anchorPath);
  const isBehind = await isLedgerBehind(audit, anchors);
  return { exchange: anchoredExchange(guarded, audit, anchors, log), isBehind };
}

/** Hears the stream of the account, where there is one, until the desk is stopped or dies. */
function listenTo({ listen, life, log }: FaultDeskParts, onNews: () => void) {
  const stopping = new AbortController();
  void life.cut.then(() => stopping.abort());
  const onFault = (fault: unknown) => log.debug({ err: fault }, "the stream was lost");
  const heard = listen?.({ onNews, onFault, stop: stopping.signal });
  return {
    stop: async () => {
      stopping.abort();
      await heard;
    },
  };
}

function witnessed(control: DeskControl, { life, onApproved, onStopMoved }: FaultDeskParts): DeskControl {
  return new Proxy(control, {
    get: (target, property) => {
      const part: unknown = Reflect.get(target, property);
      if (typeof part !== "function") return part;
      return async (...args: unknown[]) => {
        const answer = await part.apply(target, args);
        if (answer?.status !== "done" || life.isOver) return answer;
        if (property === "approve") onApproved(answer.trade.id);
        if (property === "moveStop") onStopMoved?.(answer.trade.id, wantedStop(answer.trade));
        return answer;
      };
    },
  });
}

function conversationOf(chatId: string, role: Role): Conversation {
  const actor = { userId: `headless:${chatId}`, name: chatId };
  return { ...READER, address: { platform: "headless", chatId }, actor, role };
}

async function typeAndConfirm(
  chat: DeskChat,
  chatId: string,
  text: string,
  buttons: Stores["buttons"],
): Promise<void> {
  const conversation = conversationOf(chatId, "trader");
  for (const card of await chat.onText(conversation, text)) {
    const actions = card.buttons.flat().map(({ action }) => action);
    const at = actions.findIndex(
      (action) => action.type === "move-stop" && action.confirmedFrom !== undefined,
    );
    if (at < 0) continue;
    const issued = await issueCard(card, buttons, conversation.address, `${chatId}:${Math.random()}`);
    await chat.onTap(conversation, issued.buttons.flat()[at]?.token ?? "");
  }
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
      ...(message.content.kind === "trade" && { trade: message.content.trade }),
      ...(message.content.kind === "notice" && { noticeKey: message.content.notice.key }),
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
