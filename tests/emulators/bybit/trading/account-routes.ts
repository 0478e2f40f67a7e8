import { decimal, toText } from "../../../../src/engine/decimal.ts";
import { isAlive } from "../../exchange/trading/trading-book.ts";
import type { BookPosition, PositionSide } from "../../exchange/trading/trading-types.ts";
import { BybitError } from "../bybit-error.ts";
import { MAX_LEVERAGE } from "../instruments.ts";
import { contractOf, mandatory, pageOf, parameterError, symbolOf, wordOf } from "../request-params.ts";
import type { Route, RouteContext, Words } from "../route.ts";
import { DEFAULT_LEVERAGE } from "./filters.ts";
import { positionIdxOf, sideWord } from "./order-rows.ts";

const MARGIN_MODES = ["REGULAR_MARGIN", "ISOLATED_MARGIN", "PORTFOLIO_MARGIN"] as const;

/** Money, positions and settings of the account. */
export const ACCOUNT_ROUTES: Readonly<Record<string, Route>> = {
  "GET /v5/user/query-api": {
    parameters: [],
    right: "read",
    limit: 10,
    answer: ({ user: { key } }) => ({
      id: "13770661",
      note: "desk",
      ...key,
      secret: "",
      type: 1,
      isMaster: true,
    }),
  },
  "GET /v5/account/info": {
    parameters: [],
    right: "read",
    limit: 50,
    answer: ({ market, user: { marginMode, key } }) => ({
      marginMode,
      unifiedMarginStatus: key.uta === 1 ? 5 : 1,
      updatedTime: String(market.now()),
      isMasterTrader: false,
      spotHedgingStatus: "OFF",
      dcpStatus: "OFF",
      timeWindow: 0,
      smpGroup: 0,
    }),
  },
  "POST /v5/account/set-margin-mode": {
    parameters: ["setMarginMode"],
    right: "Position",
    limit: 5,
    answer: setMarginMode,
  },
  "GET /v5/account/wallet-balance": {
    parameters: ["accountType", "coin"],
    right: "read",
    limit: 50,
    answer: (context, query) => {
      wordOf(query, "accountType", ["UNIFIED"]);
      const coins = query.coin?.split(",") ?? ["USDT"];
      return { list: [walletRow(context, coins)] };
    },
  },
  "GET /v5/position/list": {
    parameters: "category symbol baseCoin settleCoin limit cursor".split(" "),
    right: "read",
    limit: 50,
    answer: positions,
  },
  "POST /v5/position/set-leverage": {
    parameters: ["category", "symbol", "buyLeverage", "sellLeverage"],
    right: "Position",
    limit: 10,
    answer: setLeverage,
  },
  "POST /v5/position/switch-mode": {
    parameters: ["category", "symbol", "coin", "mode"],
    types: { mode: "number" },
    right: "Position",
    limit: 10,
    answer: switchMode,
  },
};

/** The sums over all coins are in dollars; a coin that was never held is not listed. */
export function walletRow({ trading }: RouteContext, coins: readonly string[]): object {
  const balance = toText(trading.wallet());
  const profit = toText(trading.unrealised());
  const equity = toText(trading.wallet().plus(trading.unrealised()));
  const usdt = {
    coin: "USDT",
    equity,
    usdValue: equity,
    walletBalance: balance,
    unrealisedPnl: profit,
    cumRealisedPnl: "0",
    borrowAmount: "0",
    accruedInterest: "0",
    spotBorrow: "0",
    locked: "0",
    bonus: "0",
    availableToWithdraw: "",
    availableToBorrow: "",
    collateralSwitch: true,
    marginCollateral: true,
  };
  return {
    accountType: "UNIFIED",
    totalEquity: equity,
    totalWalletBalance: balance,
    totalMarginBalance: equity,
    totalAvailableBalance: equity,
    totalPerpUPL: profit,
    totalInitialMargin: "0",
    totalMaintenanceMargin: "0",
    accountIMRate: "0",
    accountMMRate: "0",
    accountLTV: "0",
    coin: coins.includes("USDT") ? [usdt] : [],
  };
}

function held(all: readonly BookPosition[]): readonly BookPosition[] {
  return all.filter(({ quantity }) => !decimal(quantity).isZero());
}

/** With a symbol every side of it, also an empty one; else those that are open. */
function positions(context: RouteContext, query: Words): object {
  const { trading, market } = context;
  wordOf(query, "category", ["linear"]);
  if (query.symbol === undefined && query.settleCoin === undefined)
    throw new BybitError(10001, "Missing some parameters that must be filled in, symbol or settleCoin");
  const rows =
    query.symbol === undefined
      ? held(trading.positions.all).map(({ symbol, positionSide }) =>
          positionRow(context, symbol, positionSide),
        )
      : sidesOf(context, query.symbol).map((side) =>
          positionRow(context, symbolOf(market, query.symbol ?? "").id, side),
        );
  return pageOf(
    rows.map((row, index) => ({ id: rows.length - index, row })),
    query,
    200,
    20,
  );
}

function sidesOf({ trading, user }: RouteContext, symbol: string): readonly PositionSide[] {
  return trading.hedged && !user.oneWaySymbols.includes(symbol) ? ["LONG", "SHORT"] : ["BOTH"];
}

export function positionRow({ trading, market }: RouteContext, symbol: string, positionSide: PositionSide) {
  const found = trading.positions.all.find(
    (each) => each.symbol === symbol && each.positionSide === positionSide,
  );
  const quantity = decimal(found?.quantity ?? 0);
  const mark = trading.lastPrice(symbol);
  const cost = decimal(found?.cost ?? 0);
  const isEmpty = quantity.isZero();
  const now = String(market.now());
  return {
    positionIdx: positionIdxOf(positionSide),
    symbol,
    side: isEmpty ? "" : sideWord(quantity.isPositive() ? "BUY" : "SELL"),
    size: toText(quantity.abs()),
    avgPrice: isEmpty ? "0" : toText(cost.div(quantity).toSignificantDigits(15)),
    positionValue: toText(cost.abs()),
    markPrice: toText(mark),
    leverage: String(trading.leverage.get(symbol) ?? DEFAULT_LEVERAGE),
    unrealisedPnl: isEmpty ? "" : toText(mark.mul(quantity).minus(cost)),
    curRealisedPnl: "0",
    cumRealisedPnl: "0",
    positionStatus: "Normal",
    riskId: 1,
    riskLimitValue: "2000000",
    liqPrice: "",
    bustPrice: "",
    positionIM: "",
    positionMM: "",
    positionBalance: "0",
    takeProfit: "",
    stopLoss: "",
    trailingStop: "0",
    tpslMode: "Full",
    tradeMode: 0,
    autoAddMargin: 0,
    adlRankIndicator: 2,
    isReduceOnly: false,
    seq: trading.trades.length,
    createdTime: now,
    updatedTime: now,
  };
}

function setLeverage({ trading, market }: RouteContext, query: Words): object {
  const { id } = contractOf(market, query);
  const leverage = mandatory(query, "buyLeverage");
  if (leverage !== query.sellLeverage || !/^\d{1,3}(\.\d{1,2})?$/.test(leverage))
    throw parameterError("buyLeverage");
  if (Number(leverage) < 1 || Number(leverage) > MAX_LEVERAGE)
    throw new BybitError(110013, "Cannot set leverage due to risk limit level.");
  if ((trading.leverage.get(id) ?? DEFAULT_LEVERAGE) === Number(leverage))
    throw new BybitError(110043, "Set leverage has not been modified.");
  trading.leverage.set(id, Number(leverage));
  return {};
}

/** Refused as long as something is open. */
function setMarginMode({ trading, user }: RouteContext, query: Words): object {
  const mode = wordOf(query, "setMarginMode", MARGIN_MODES);
  if (mode !== user.marginMode && isBusy(trading)) throw new BybitError(3400045, "Set margin mode failed");
  user.marginMode = mode;
  return { reasons: [] };
}

/** Of the whole account here; at Bybit each symbol may have its own. */
function switchMode({ trading, market }: RouteContext, query: Words): object {
  wordOf(query, "category", ["linear"]);
  const hedged = wordOf(query, "mode", ["0", "3"]) === "3";
  if (query.symbol === undefined) wordOf(query, "coin", ["USDT"]);
  else symbolOf(market, query.symbol);
  if (hedged === trading.hedged) throw new BybitError(110025, "Position mode has not been modified.");
  if (held(trading.positions.all).length > 0)
    throw new BybitError(110024, "You have an existing position, so the position mode cannot be switched.");
  if (isBusy(trading))
    throw new BybitError(110028, "You have existing open orders, so the position mode cannot be switched.");
  trading.hedged = hedged;
  return {};
}

function isBusy({ positions: { all }, orders, algos }: RouteContext["trading"]): boolean {
  return held(all).length > 0 || orders.some(isAlive) || algos.some(({ status }) => status === "NEW");
}
