import type { EmulatedMarket } from "./emulated-market.ts";
import type { Faults } from "./faults.ts";
import type { TradingBook } from "./trading/trading-book.ts";
import type { BookEvent } from "./trading/trading-types.ts";

export interface AccountStreamParts {
  readonly market: EmulatedMarket;
  readonly faults: Faults;
  readonly trading: TradingBook;
}

/**
 * Tells `send` of every change of the account in the dialect's messages: each once, or its fills twice, or its fills
 * in reverse at the next passage of time (`faults.streamFills`).
 */
export function streamAccount(
  { market, faults, trading }: AccountStreamParts,
  messagesOf: (event: BookEvent) => readonly unknown[],
  send: (message: unknown) => void,
): void {
  let held: readonly unknown[] = [];
  trading.onChange((event) => {
    const messages = messagesOf(event);
    const isFill = event.type === "order" && event.trade !== undefined;
    if (isFill && faults.streamFills === "reversed") {
      held = [...messages, ...held];
      return;
    }
    const times = isFill && faults.streamFills === "twice" ? 2 : 1;
    for (let time = 0; time < times; time += 1) for (const message of messages) send(message);
  });
  market.onTime(() => {
    const late = held;
    held = [];
    for (const message of late) send(message);
  });
}
