import type { Control, PositionView } from "../../engine/ports/control.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import type { Card } from "../card.ts";
import type { Words } from "../texts.ts";
import { findSymbol } from "./find-symbol.ts";
import { positionPicker, unknownTradeCard } from "./pickers.ts";

/** The position with that id, or else those of the symbol. */
export function positionsMeant(target: string, open: readonly PositionView[]): readonly PositionView[] {
  const byId = open.filter(({ trade }) => trade.id === target);
  if (byId.length > 0) return byId;
  const match = findSymbol(target, [...new Set(open.map(({ trade }) => trade.plan.symbol))]);
  switch (match.status) {
    case "found":
      return open.filter(({ trade }) => trade.plan.symbol === match.symbol);
    case "several":
      return open.filter(({ trade }) => match.symbols.includes(trade.plan.symbol));
    case "unknown":
      return [];
  }
}

/** The one trade that is meant, by id or by the symbol of its position, or a card that asks which one. */
export async function oneTrade(
  control: Control,
  words: Words,
  command: string,
  target: string,
): Promise<{ readonly trade: Trade } | { readonly card: Card }> {
  const [only, ...others] = positionsMeant(target, await control.positions());
  if (others.length > 0) return { card: await positionPicker(words, control, command) };
  const trade = only?.trade ?? (await control.trade(target))?.trade;
  return trade === undefined
    ? { card: await unknownTradeCard(words, control, "close", target, command) }
    : { trade };
}
