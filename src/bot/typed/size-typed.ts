import { decimal } from "../../engine/decimal.ts";
import type { Control } from "../../engine/ports/control.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { Card, CardButton } from "../card.ts";
import { commandButton, inRows, note, text, titled } from "../cards/list-card.ts";
import { signalTitle, sizeName, stateName } from "../cards/names.ts";
import { unknownTradeCard } from "../commands/pickers.ts";
import { readShare } from "../commands/read-share.ts";
import { symbolParts } from "../symbols.ts";
import type { Words } from "../texts.ts";

/** Shares of the proposed size that are one tap away. */
const SHARES = [0.75, 0.5, 0.25, 0.1];

/** A look at each of the usual sizes, with what it risks. */
export function sizeButtons(words: Words, { id, plan }: Trade): readonly (readonly CardButton[])[] {
  const { quote } = symbolParts(plan.symbol);
  const buttons = SHARES.map((share) => {
    const money = decimal(plan.riskMoney).mul(share).toNumber();
    const label = words.say("button-size-risk", { size: sizeName(words, share), money, quote });
    return commandButton(label, `/size ${id} ${share}R`);
  });
  return inRows(buttons, 2);
}

/** The proposal at the size that was typed, with the button that approves it. */
export async function sizeTyped(
  tradeId: string,
  typed: string,
  { control, words }: { readonly control: Control; readonly words: Words },
): Promise<Card> {
  const view = await control.trade(tradeId);
  if (view === undefined) return unknownTradeCard(words, control, "trade", tradeId, "size");
  const { trade } = view;
  const title = signalTitle(words, trade.signal);
  if (trade.state !== "proposed") {
    const args = { symbol: trade.plan.symbol, state: stateName(words, trade.state) };
    return titled(title, [text(words.say("tap-unchanged", args))]);
  }
  const factor = readShare(typed, trade.plan);
  return factor === undefined
    ? titled(
        title,
        [text(words.say("size-refused", { text: typed.slice(0, 60) })), note(words.say("size-type"))],
        [...sizeButtons(words, trade), [otherSizeButton(words, trade)]],
      )
    : sizedCard(words, trade, factor);
}

/** Asks anew: what is typed next is the size. */
function otherSizeButton(words: Words, { id }: Trade): CardButton {
  return commandButton(words.say("button-other-size"), `/size ${id}`);
}

function sizedCard(words: Words, trade: Trade, sizeFactor: number): Card {
  const { id: tradeId, version, plan, signal } = trade;
  const { base, quote } = symbolParts(plan.symbol);
  const part = (whole: string) => decimal(whole).mul(sizeFactor).toNumber();
  const size = sizeName(words, Math.round(sizeFactor * 1000) / 1000);
  const quantity = words.price(decimal(plan.quantity).mul(sizeFactor).toSignificantDigits(8).toFixed());
  return titled(
    signalTitle(words, signal),
    [
      {
        kind: "facts",
        rows: [
          [
            words.say("trade-size"),
            words.say("trade-size-money", { quantity, base, notional: part(plan.notional), quote }),
          ],
          [
            words.say("trade-risk"),
            words.say("trade-risk-money", {
              percent: plan.riskPercent * sizeFactor,
              money: part(plan.riskMoney),
              quote,
            }),
          ],
        ],
      },
      note(words.say("size-rounded")),
    ],
    [
      [
        {
          label: words.say("button-approve", { size }),
          action: { type: "approve", tradeId, version, sizeFactor, aside: true },
          style: "primary",
        },
      ],
      [otherSizeButton(words, trade)],
    ],
  );
}
