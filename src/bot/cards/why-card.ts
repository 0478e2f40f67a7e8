import { decimal, toText } from "../../engine/decimal.ts";
import { MANUAL } from "../../engine/trade/manual-order.ts";
import { wantedStop } from "../../engine/trade/stop-price.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import { openQuantity, riskPerUnit, targetPrices } from "../../engine/trade/trade-facts.ts";
import type { Card, CardBlock } from "../card.ts";
import { symbolParts } from "../symbols.ts";
import type { Words } from "../texts.ts";
import { commandButton, note, text, titled } from "./list-card.ts";
import { signalTitle } from "./names.ts";
import { averageEntry, percentFromEntry, rAt, tradeSize } from "./trade-plan.ts";

type Row = readonly [label: string, value: string];

/** Every number of the trade's card with the numbers that it follows from. */
export function whyCard(words: Words, trade: Trade): Card {
  const blocks: readonly CardBlock[] = [
    { kind: "facts", rows: [...planRows(words, trade), ...resultRows(words, trade)] },
    ...scoreBlocks(words, trade),
    note(words.say("why-rounding")),
  ];
  const back = [[commandButton(words.say("button-show", { id: trade.id }), `/trade ${trade.id}`)]];
  return titled(words.say("why-title", { trade: signalTitle(words, trade.signal) }), blocks, back);
}

function planRows(words: Words, trade: Trade): readonly Row[] {
  const { plan } = trade;
  const { base, quote } = symbolParts(plan.symbol);
  const distance = toText(riskPerUnit(trade));
  const entry = averageEntry(trade) ?? plan.entry;
  const size = tradeSize(trade);
  return [
    [words.say("trade-entry"), entryWhy(words, trade, entry)],
    ["1R", words.say("why-one-r", { entry: plan.entry, stop: plan.stop, distance })],
    [words.say("trade-stop"), stopWhy(words, trade, entry)],
    ...targetPrices(trade).map((price, index): Row => {
      const args = { price, entry, distance, r: rAt(trade, price) };
      return [words.say("trade-target-number", { number: index + 1 }), words.say("why-target", args)];
    }),
    [
      words.say("trade-size"),
      words.say("why-size", { quantity: size.quantity, base, entry, notional: size.notional, quote }),
    ],
    ...sizeReasons(words, trade),
    [words.say("trade-risk"), riskWhy(words, trade)],
  ];
}

function entryWhy(words: Words, trade: Trade, entry: string): string {
  const { plan, entryNotional, entryQuantity } = trade;
  if (entryNotional !== undefined)
    return words.say("why-entry-filled", {
      entry,
      notional: entryNotional,
      quantity: entryQuantity,
      planned: plan.entry,
    });
  return plan.entryType === "limit"
    ? words.say("why-entry-limit", { entry })
    : words.say("why-entry-market", { entry, at: trade.signal.knownAt });
}

function stopWhy(words: Words, trade: Trade, entry: string): string {
  const stop = wantedStop(trade);
  return words.say("why-stop", { stop, entry, distance: words.signedPercent(percentFromEntry(trade, stop)) });
}

/** How the planned quantity came about: by what was asked for, by risk, or by the largest position. */
function sizeReasons(words: Words, { plan }: Trade): readonly Row[] {
  const label = words.say("why-size-of");
  const { cappedAtPercent: percent, wish, quantity } = plan;
  const distance = toText(decimal(plan.entry).minus(plan.stop).abs());
  const rows: Row[] = [];
  if (percent !== undefined)
    rows.push([label, words.say("why-size-capped", { percent, entry: plan.entry, quantity })]);
  else if (wish?.kind === "quantity" || wish?.kind === "notional")
    rows.push([label, words.say("why-size-wished", { quantity })]);
  else rows.push([label, words.say("why-size-risk", { percent: plan.riskPercent, distance, quantity })]);
  return rows;
}

function riskWhy(words: Words, trade: Trade): string {
  const { plan, state } = trade;
  const { quote } = symbolParts(plan.symbol);
  const size = tradeSize(trade);
  const isHeld = state === "open" || state === "partially-filled";
  const quantity = isHeld ? openQuantity(trade) : size.quantity;
  const distance =
    decimal(size.riskMoney).gt(0) && decimal(quantity).gt(0)
      ? toText(decimal(size.riskMoney).div(quantity).toSignificantDigits(10))
      : "0";
  return words.say("why-risk", {
    quantity,
    distance,
    money: size.riskMoney,
    percent: size.riskPercent,
    quote,
  });
}

function resultRows(words: Words, trade: Trade): readonly Row[] {
  const { result, exitNotional, entryNotional, fees, plan } = trade;
  if (result === undefined || exitNotional === undefined || entryNotional === undefined) return [];
  const { quote } = symbolParts(plan.symbol);
  const [left, right] =
    plan.direction === "long" ? [exitNotional, entryNotional] : [entryNotional, exitNotional];
  return [
    [words.say("stats-result"), words.say("why-result", { left, right, fees, pnl: result.pnl, quote })],
    ["R", words.say("why-result-r", { pnl: result.pnl, risk: tradeSize(trade).riskMoney, r: result.r })],
  ];
}

function scoreBlocks(words: Words, { signal }: Trade): readonly CardBlock[] {
  if (signal.strategy === MANUAL || signal.parts.length === 0) return [];
  const lines = signal.parts.map(({ name, points, maxPoints: max, why }) =>
    words.say("why-part", { part: words.say("trade-part", { name, points, max }), why: words.phrase(why) }),
  );
  const score = words.say("trade-score", { score: signal.score, grade: signal.grade });
  return [text([score, ...lines].join("\n"))];
}
