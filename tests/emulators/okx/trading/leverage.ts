import type { PositionSide } from "../../exchange/trading/trading-types.ts";
import { MAX_LEVERAGE } from "../instruments.ts";
import { OkxError } from "../okx-error.ts";
import { mandatory, parameterError, symbolOf } from "../request-params.ts";
import type { RouteContext, Words } from "../route.ts";
import { type MarginMode, posSideOf } from "./order-words.ts";

const DEFAULT_LEVERAGE = 10;

/** Leverage belongs to a symbol and a margin mode; isolated in hedge mode to a side of the position too. */
export function leverageKey(symbol: string, marginMode: MarginMode, posSide = "net"): string {
  return posSide === "net" ? `${symbol} ${marginMode}` : `${symbol} ${marginMode} ${posSide}`;
}

export function leverageOf(
  { trading }: RouteContext,
  symbol: string,
  marginMode: MarginMode,
  positionSide: PositionSide,
): number {
  const posSide = marginMode === "isolated" ? posSideOf(positionSide) : "net";
  return trading.leverage.get(leverageKey(symbol, marginMode, posSide)) ?? DEFAULT_LEVERAGE;
}

/** `POST /api/v5/account/set-leverage`. */
export function setLeverage({ market, trading }: RouteContext, query: Words): readonly unknown[] {
  const { id } = symbolOf(market, mandatory(query, "instId"));
  const mgnMode = mandatory(query, "mgnMode");
  if (mgnMode !== "cross" && mgnMode !== "isolated") throw parameterError("mgnMode");
  const lever = mandatory(query, "lever");
  if (!/^\d{1,3}$/.test(lever) || Number(lever) < 1) throw parameterError("lever");
  if (Number(lever) > MAX_LEVERAGE) throw new OkxError(59102, "Leverage exceeds the maximum leverage.", 200);
  const { posSide = "net" } = query;
  const sides = trading.hedged && mgnMode === "isolated" ? ["long", "short"] : ["net"];
  if (!sides.includes(posSide)) throw parameterError("posSide");
  trading.leverage.set(leverageKey(id, mgnMode, posSide), Number(lever));
  return [{ instId: id, lever, mgnMode, posSide }];
}
