import type { Trade } from "../../engine/trade/trade.ts";

/** A card as a chat platform has it. */
export interface ShownCard {
  readonly chatId: string;
  /** Unset: a notice. */
  readonly trade?: Trade;
  readonly noticeKey?: string;
  readonly buttons: readonly {
    readonly type: string;
    readonly sizeFactor?: number;
    readonly token: string;
  }[];
}

/** The chat platform's side of the cards; it outlives the desk as a real one does. */
export interface Screen {
  /** Gives the id of the message. */
  post(card: ShownCard): Promise<string>;
  redraw(messageId: string, card: ShownCard): Promise<void>;
}

/** Every card that was ever shown, and how it looks now. */
export class ShownCards implements Screen {
  readonly messages = new Map<string, ShownCard>();
  readonly history: ShownCard[] = [];
  private readonly onTrade: (trade: Trade) => Promise<void>;

  /** `onTrade` looks at what a card claims, at the moment at which it is shown. */
  constructor(onTrade: (trade: Trade) => Promise<void>) {
    this.onTrade = onTrade;
  }

  async post(card: ShownCard): Promise<string> {
    const id = String(this.messages.size + 1);
    await this.redraw(id, card);
    return id;
  }

  async redraw(messageId: string, card: ShownCard): Promise<void> {
    this.messages.set(messageId, card);
    this.history.push(card);
    if (card.trade !== undefined) await this.onTrade(card.trade);
  }

  /** Tokens of a kind that were ever on a card of the trade in a chat, newest card last. */
  tokens(tradeId: string, chatId: string, type: string): readonly string[] {
    return this.history
      .filter((card) => card.trade?.id === tradeId && card.chatId === chatId)
      .flatMap((card) => card.buttons)
      .filter((button) => button.type === type && (button.sizeFactor ?? 1) === 1)
      .map(({ token }) => token);
  }
}
