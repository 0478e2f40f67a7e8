import { hashText } from "./hash.ts";
import type { OrderLeg } from "./order.ts";
import { TRADE_ID_LENGTH } from "./propose.ts";
import type { Trade } from "./trade.ts";
import { ordersOfLeg } from "./trade-facts.ts";

const MARK = "kz";
const INSTANCE_LENGTH = 6;
const LEG_CODES = { entry: "e00", stop: "s00", exit: "x00" } as const;
const PATTERN = new RegExp(
  `^${MARK}([0-9a-z]{${INSTANCE_LENGTH}})([0-9a-z]{${TRADE_ID_LENGTH}})([esxt]\\d\\d)(\\d{4})$`,
);
const MAX_ATTEMPT = 9999;

export interface ClientOrderIdParts {
  readonly tradeId: string;
  readonly leg: OrderLeg;
  readonly attempt: number;
}

/**
 * Name of an order at the exchange: 25 letters and digits (every venue takes 32), the same parts always give
 * the same id, different parts another one. Fixed widths: mark, instance hash, trade, leg, attempt.
 * Throws `RangeError` for a trade id, target number (1 to 99) or attempt (1 to 9999) that does not fit.
 */
export function clientOrderId(instance: string, tradeId: string, leg: OrderLeg, attempt: number): string {
  const id = `${instancePrefix(instance)}${tradeId}${legCode(leg)}${String(attempt).padStart(4, "0")}`;
  if (!PATTERN.test(id) || attempt < 1 || attempt > MAX_ATTEMPT) {
    throw new RangeError(`no client order id for ${tradeId} ${leg} ${attempt}`);
  }
  return id;
}

/** What an own id says; unset for an order of somebody else or of another instance. */
export function parseClientOrderId(instance: string, id: string): ClientOrderIdParts | undefined {
  const [, , tradeId, code, attempt] = PATTERN.exec(id) ?? [];
  if (tradeId === undefined || code === undefined || !id.startsWith(instancePrefix(instance)))
    return undefined;
  const leg = legOf(code);
  return leg === undefined ? undefined : { tradeId, leg, attempt: Number(attempt) };
}

/** First attempt at the leg that the trade has never used; orders are never forgotten, so none comes again. */
export function nextAttempt(trade: Trade, leg: OrderLeg): number {
  return ordersOfLeg(trade, leg).length + 1;
}

function instancePrefix(instance: string): string {
  return `${MARK}${hashText(instance, INSTANCE_LENGTH)}`;
}

function legCode(leg: OrderLeg): string {
  if (leg === "entry" || leg === "stop" || leg === "exit") return LEG_CODES[leg];
  return `t${leg.slice("target-".length).padStart(2, "0")}`;
}

function legOf(code: string): OrderLeg | undefined {
  if (code === LEG_CODES.entry) return "entry";
  if (code === LEG_CODES.stop) return "stop";
  if (code === LEG_CODES.exit) return "exit";
  const number = Number(code.slice(1));
  return code.startsWith("t") && number > 0 ? `target-${number}` : undefined;
}
