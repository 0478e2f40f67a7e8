import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { Logger } from "pino";
import type { DeskMarket } from "./app-market.ts";
import type { BootConfig } from "./config/boot-config.ts";
import type { Secrets } from "./config/load-config.ts";
import { DeskError } from "./engine/errors.ts";
import type { Instrument } from "./engine/instrument.ts";
import type { Exchange, MarketEvent } from "./engine/ports.ts";
import { parseClientOrderId } from "./engine/trade/client-order-id.ts";
import {
  type CcxtExchange,
  type CcxtExchangeOptions,
  createCcxtExchange,
} from "./exchange/ccxt/ccxt-exchange.ts";
import { createPaperExchange } from "./exchange/paper/paper-exchange.ts";
import { timerWait } from "./exchange/wait.ts";
import type { DeskContext } from "./jobs/desk-context.ts";
import { createAccountNews } from "./jobs/live/account-news.ts";
import { anchoredExchange, isLedgerBehind } from "./jobs/live/anchored-exchange.ts";
import { claimLedger } from "./jobs/live/ledger-owner.ts";
import { LiveLock } from "./jobs/live/live-lock.ts";
import { decodeBase32 } from "./jobs/live/totp.ts";
import type { TradeExecution } from "./jobs/trade-execution.ts";
import { createAnchorFile } from "./store/anchor-file.ts";
import type { Stores } from "./store/stores.ts";

/** How often a process that does not run the bot looks whether live trading was confirmed. */
const LOOK_EVERY_MS = 2000;

/** Where orders go. What the two kinds need of the desk beside the port is here, so that nothing else asks. */
export interface DeskExchange {
  readonly exchange: Exchange;
  /** Lets the paper exchange see the market. */
  readonly onMarketEvent?: (event: MarketEvent) => Promise<boolean>;
  readonly live?: LiveParts;
}

interface LiveParts {
  readonly account: CcxtExchange;
  readonly lock: LiveLock;
  /** The ledger lacks what was sent before. */
  readonly isBehind: boolean;
}

export interface DeskExchangeParts {
  /** Relative paths of the configuration start here. */
  readonly root: string;
  readonly config: BootConfig;
  readonly secrets: Secrets;
  readonly stores: Stores;
  readonly market: DeskMarket;
  /** By symbol; grows when the desk follows more. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Whether this process is the one that fills the paper exchange's orders. */
  readonly isOwner: () => boolean;
  readonly log: Logger;
  readonly reach?: ExchangeReach;
}

/** Another way to a live exchange, for tests against an emulator. */
export type ExchangeReach = Partial<Pick<CcxtExchangeOptions, "server" | "wait" | "throttleReads">>;

/**
 * The exchange of the configured mode. The ledger is claimed for it. Throws `DeskError` `config-invalid` for a
 * ledger of another, and what `createCcxtExchange` throws when the account is not fit.
 */
export async function createDeskExchange(parts: DeskExchangeParts): Promise<DeskExchange> {
  const { config, stores, instruments, market, isOwner } = parts;
  if (config.mode === "live") return liveExchange(parts);
  await claimLedger(stores.ledger, "paper");
  const paper = await createPaperExchange({
    store: stores.paper,
    instruments: async () => [...instruments.values()],
    clock: market.clock,
    startBalance: config.paper.startBalance,
    slippagePercent: config.paper.slippagePercent,
    isOwner,
  });
  return { exchange: paper, onMarketEvent: (event) => paper.onEvent(event) };
}

async function liveExchange(parts: DeskExchangeParts): Promise<DeskExchange> {
  const { root, config, secrets, stores, market, log, reach } = parts;
  if (secrets.live === undefined || config.market.kind !== "ccxt")
    throw new DeskError("config-invalid", { source: "mode", faults: "live mode without keys or exchange" });
  const { exchange: name } = config.market;
  await claimLedger(stores.ledger, name);
  const { leverage, marginMode } = config.live;
  const account = await createCcxtExchange({
    exchange: name,
    keys: secrets.live.keys,
    symbols: market.symbols,
    owns: (clientOrderId) => parseClientOrderId(config.instance, clientOrderId) !== undefined,
    clock: market.clock,
    wait: timerWait,
    ...(leverage !== undefined && { leverage }),
    ...(marginMode !== undefined && { marginMode }),
    ...reach,
  });
  log.warn({ exchange: name, ...account.start }, "LIVE: orders go to a real exchange once it is confirmed");
  const secret = decodeBase32(secrets.live.totpSecret);
  const lock = new LiveLock({ ledger: stores.ledger, clock: market.clock, secret });
  const anchors = createAnchorFile(resolve(root, config.dataDir, `sent-${config.instance}.jsonl`));
  const isBehind = await isLedgerBehind(stores.audit, anchors);
  const exchange = anchoredExchange(account, stores.audit, anchors, log);
  return { exchange, live: { account, lock, isBehind } };
}

/** Locks live trading for this start and tells people so, together with what the checks of the account found. */
export async function beginLive(context: DeskContext, { account, lock, isBehind }: LiveParts): Promise<void> {
  const { ledger, clock, queues } = context;
  const now = clock.now();
  const start = randomUUID();
  await lock.begin(start, isBehind);
  const args = { exchange: account.name, offset: Math.abs(account.start.clockOffsetMs) };
  const state = isBehind ? "ledger-behind" : "live-locked";
  for (const key of [state, ...account.start.warnings].map((name) => `notice-${name}`)) {
    await ledger.post(`${key}-${start}`, { key, args, silent: false }, now);
  }
  await queues.enqueue("deliver-outbox", {});
}

/** Listens to the account until `stop`; a bot in another process may confirm live trading meanwhile. */
export async function followLive(
  context: DeskContext,
  { account, lock }: LiveParts,
  execution: TradeExecution,
  stop: AbortSignal,
): Promise<void> {
  const { log } = context;
  const look = setInterval(() => {
    lock.refresh().catch((error: unknown) => log.warn({ err: error }, "the live lock was not read"));
  }, LOOK_EVERY_MS);
  stop.addEventListener("abort", () => clearInterval(look), { once: true });
  const onNews = createAccountNews({ context, execution });
  const onFault = (fault: DeskError) => log.warn({ err: fault }, "the stream of the account was lost");
  await account.follow({ onNews, onFault, stop });
}

export type { LiveParts };
