import type { TradeState } from "../engine/trade/trade.ts";

export type Keys = ReturnType<typeof createKeys>;

/**
 * Every key name of a desk. `instance` keeps two desks apart that share one Redis; BullMQ takes `queues` as its
 * prefix. What one script touches together need not lie in one slot: a Redis Cluster is not supported.
 */
export function createKeys(instance: string) {
  const root = `kz:${encodeURIComponent(instance)}`;
  const trade = (id: string) => `${root}:trade:${id}`;
  return {
    /** hash: version, state, trade (JSON), creation (id of the call that made it) */
    trade,
    /** stream: one event an entry, `<version>-<number>` */
    tradeEvents: (id: string) => `${trade(id)}:events`,
    /** set: operation ids that were committed */
    tradeOperations: (id: string) => `${trade(id)}:operations`,
    /** hash: message -> version of the trade that it shows; of an outbox row: the messages that told it */
    tradeCards: (id: string) => `${trade(id)}:cards`,
    /** sorted set by time of creation */
    trades: `${root}:trades`,
    /** Beginning of the names of `tradesInState`. */
    stateIndex: `${root}:trades:in:`,
    /** sorted set by time of creation */
    tradesInState: (state: TradeState) => `${root}:trades:in:${state}`,
    /** sorted set by time of approval */
    approved: `${root}:trades:approved`,
    /** sorted set by time of close */
    closed: `${root}:trades:closed`,
    /** sorted set of row ids by their number */
    outbox: `${root}:outbox`,
    /** hash: row id -> row (JSON) */
    outboxRows: `${root}:outbox:rows`,
    /** counter */
    outboxNumber: `${root}:outbox:number`,
    /** string that expires: the notice of this operation was posted */
    posted: (operationId: string) => `${root}:posted:${operationId}`,
    /** hash: name -> value */
    marks: `${root}:marks`,
    /** stream: one entry a step, `<number>-0`, with the hash that chains it to the one before */
    audit: `${root}:audit`,
    /** hash: number and hash of the newest entry */
    auditHead: `${root}:audit:head`,
    /** string: packed candles, 48 bytes each */
    candles: (symbol: string, timeframe: string) => `${root}:candles:${timeframe}:${symbol}`,
    /** hash: symbol -> price and time */
    prices: `${root}:prices`,
    /** hash: version, overrides (JSON), operation (id of the change that made them) */
    settings: `${root}:settings`,
    /** stream: one change an entry, `<version>-0` */
    settingsHistory: `${root}:settings:history`,
    /** channel: version of each change of the settings */
    settingsNews: `${root}:settings:news`,
    /** hash: platform:id -> person who was let in (JSON) */
    members: `${root}:members`,
    /** hash: platform:id -> guest who waits for an admin (JSON) */
    newcomers: `${root}:newcomers`,
    /** string that expires: invitation (JSON) by the hash of its code */
    invite: (hash: string) => `${root}:invite:${hash}`,
    /** hash: platform:id of a person or a chat -> preferences (JSON) */
    preferences: `${root}:preferences`,
    /** string that expires: what a person was asked in a chat (JSON) */
    prompt: (chat: string, userId: string) => `${root}:prompt:${chat}:${userId}`,
    /** sorted set of chat ids in the order of joining */
    subscriptions: (platform: string) => `${root}:subscriptions:${platform}`,
    /** hash that expires: address, action, group, and who used it */
    button: (token: string) => `${root}:button:${token}`,
    /** set that expires: tokens of the group */
    buttonGroup: (group: string) => `${root}:buttons:${group}`,
    /** sorted set of engine processes by the end of their time */
    engines: `${root}:engines`,
    /** hash: symbol -> engine that follows it */
    leases: `${root}:engines:leases`,
    /** string: the engine that works the orders */
    leadingEngine: `${root}:engines:leader`,
    /** string that expires: who scans this symbol and timeframe now */
    scanClaim: (pair: string) => `${root}:scan:claim:${pair}`,
    /** string that expires: nobody wants this scan any more */
    cancelledScan: (id: string) => `${root}:scan:cancelled:${id}`,
    /** string: account of the paper exchange (JSON) */
    paperAccount: `${root}:paper:account`,
    /** Beginning of the keys of the web chat: messages, images, sign-ins. */
    web: `${root}:web`,
    queues: `${root}:queues`,
  };
}
