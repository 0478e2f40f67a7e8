import { isAlive } from "../../exchange/trading/trading-book.ts";
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

/** `GET /api/v5/account/leverage-info`. */
export function leverageInfo({ market, trading }: RouteContext, query: Words): readonly unknown[] {
  const { id } = symbolOf(market, mandatory(query, "instId"));
  const mgnMode = marginModeIn(query);
  return sidesOf(trading.hedged, mgnMode).map((posSide) => {
    const lever = trading.leverage.get(leverageKey(id, mgnMode, posSide)) ?? DEFAULT_LEVERAGE;
    return { instId: id, mgnMode, posSide, lever: String(lever) };
  });
}

function marginModeIn(query: Words): MarginMode {
  const mgnMode = mandatory(query, "mgnMode");
  if (mgnMode !== "cross" && mgnMode !== "isolated") throw parameterError("mgnMode");
  return mgnMode;
}

function sidesOf(hedged: boolean, mgnMode: MarginMode): readonly string[] {
  return hedged && mgnMode === "isolated" ? ["long", "short"] : ["net"];
}

/** `POST /api/v5/account/set-leverage`. Refused, whatever the leverage, while something isolated is open. */
export function setLeverage({ market, trading }: RouteContext, query: Words): readonly unknown[] {
  const { id } = symbolOf(market, mandatory(query, "instId"));
  const mgnMode = marginModeIn(query);
  const lever = mandatory(query, "lever");
  if (!/^\d{1,3}$/.test(lever) || Number(lever) < 1) throw parameterError("lever");
  if (Number(lever) > MAX_LEVERAGE) throw new OkxError(59102, "Leverage exceeds the maximum leverage.", 200);
  const { posSide = "net" } = query;
  if (!sidesOf(trading.hedged, mgnMode).includes(posSide)) throw parameterError("posSide");
  if (mgnMode === "isolated" && isBusy(trading, id))
    throw new OkxError(
      59101,
      "Leverage can't be modified. Please cancel all pending isolated margin orders first.",
    );
  trading.leverage.set(leverageKey(id, mgnMode, posSide), Number(lever));
  return [{ instId: id, lever, mgnMode, posSide }];
}

function isBusy({ isolated, orders, algos, positions }: RouteContext["trading"], symbol: string): boolean {
  if (!isolated.has(symbol)) return false;
  const isOpen = orders.some((order) => order.symbol === symbol && isAlive(order));
  const isWaiting = algos.some((algo) => algo.symbol === symbol && algo.status === "NEW");
  return isOpen || isWaiting || !positions.net(symbol).isZero();
}
