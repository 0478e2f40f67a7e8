import { decimal, toText } from "../../../../src/engine/decimal.ts";
import { isAlive } from "../../exchange/trading/trading-book.ts";
import type { BookPosition } from "../../exchange/trading/trading-types.ts";
import { OkxError } from "../okx-error.ts";
import { mandatory, parameterError } from "../request-params.ts";
import type { Route, RouteContext, Words } from "../route.ts";
import { leverageInfo, leverageOf, setLeverage } from "./leverage.ts";
import { marginModeOf, posSideOf } from "./order-words.ts";

/** Money, positions and settings of the account. */
export const ACCOUNT_ROUTES: Readonly<Record<string, Route>> = {
  "GET /api/v5/account/balance": {
    parameters: ["ccy"],
    right: "read_only",
    limit: 10,
    answer: (context) => [balanceRow(context)],
  },
  "GET /api/v5/account/positions": {
    parameters: ["instType", "instId", "posId"],
    right: "read_only",
    limit: 10,
    answer: (context, { instId, instType }) => {
      if (instType !== undefined && instType !== "SWAP") throw parameterError("instType");
      const rows = [...positionRows(context), ...(instType === undefined ? marginRows(context) : [])];
      return rows.filter((row) => instId === undefined || instId.split(",").includes(row.instId));
    },
  },
  "GET /api/v5/account/config": {
    parameters: [],
    right: "read_only",
    limit: 5,
    answer: ({ trading, user }) => [
      {
        ...user.key,
        uid: "44705892343619584",
        mainUid: "44705892343619584",
        posMode: trading.hedged ? "long_short_mode" : "net_mode",
        autoLoan: false,
        greeksType: "PA",
        level: "Lv1",
        ctIsoMode: "automatic",
        mgnIsoMode: "automatic",
        label: "desk",
        roleType: "0",
        kycLv: "2",
        type: "0",
      },
    ],
  },
  "GET /api/v5/account/leverage-info": {
    parameters: ["instId", "mgnMode", "ccy"],
    right: "read_only",
    limit: 20,
    answer: leverageInfo,
  },
  "POST /api/v5/account/set-leverage": {
    parameters: ["instId", "ccy", "lever", "mgnMode", "posSide"],
    right: "trade",
    limit: 20,
    answer: setLeverage,
  },
  "POST /api/v5/account/set-position-mode": {
    parameters: ["posMode"],
    right: "trade",
    limit: 5,
    answer: setPositionMode,
  },
};

function held(all: readonly BookPosition[]): readonly BookPosition[] {
  return all.filter(({ quantity }) => !decimal(quantity).isZero());
}

/** The margin of isolated positions is not among the cash. */
export function balanceRow(context: RouteContext) {
  const { trading, market } = context;
  const upl = trading.unrealised();
  const isolated = held(trading.positions.all)
    .filter(({ symbol }) => trading.isolated.has(symbol))
    .reduce((sum, position) => sum.plus(marginOf(context, position)), decimal(0));
  const equity = toText(trading.wallet().plus(upl));
  const uTime = String(market.now());
  return {
    uTime,
    totalEq: equity,
    adjEq: "",
    isoEq: toText(isolated),
    ordFroz: "",
    imr: "",
    mmr: "",
    mgnRatio: "",
    notionalUsd: "",
    details: [
      {
        ccy: "USDT",
        eq: equity,
        cashBal: toText(trading.wallet().minus(isolated)),
        availBal: toText(trading.wallet().minus(isolated)),
        availEq: toText(trading.wallet().minus(isolated)),
        frozenBal: "0",
        ordFrozen: "0",
        isoEq: toText(isolated),
        upl: toText(upl),
        isoUpl: "0",
        eqUsd: equity,
        uTime,
      },
    ],
  };
}

function marginOf(context: RouteContext, position: BookPosition) {
  const { symbol, positionSide, cost } = position;
  const size = contractSizeOf(context, symbol);
  const mode = marginModeOf(context, symbol);
  return decimal(cost)
    .abs()
    .mul(size)
    .div(leverageOf(context, symbol, mode, positionSide));
}

function contractSizeOf({ market }: RouteContext, symbol: string): string {
  return market.symbols.find(({ id }) => id === symbol)?.contractSize ?? "1";
}

export function positionRows(context: RouteContext) {
  return held(context.trading.positions.all).map((position) => positionRow(context, position));
}

/** In net mode the sign tells the side; in hedge mode the side stands beside a plain quantity. */
function positionRow(context: RouteContext, position: BookPosition) {
  const { trading, market } = context;
  const { symbol, positionSide, quantity, cost } = position;
  const mgnMode = marginModeOf(context, symbol);
  const mark = trading.lastPrice(symbol);
  const size = contractSizeOf(context, symbol);
  const upl = toText(mark.mul(quantity).minus(cost).mul(size));
  const now = String(market.now());
  return {
    instType: "SWAP",
    instId: symbol,
    mgnMode,
    posId: `1${market.symbols.findIndex(({ id }) => id === symbol)}`,
    posSide: posSideOf(positionSide),
    pos: positionSide === "BOTH" ? quantity : toText(decimal(quantity).abs()),
    availPos: "",
    posCcy: "",
    avgPx: toText(decimal(cost).div(quantity).toSignificantDigits(15)),
    markPx: toText(mark),
    last: toText(mark),
    upl,
    uplRatio: "0",
    lever: String(leverageOf(context, symbol, mgnMode, positionSide)),
    liqPx: "",
    margin: mgnMode === "isolated" ? toText(marginOf(context, position)) : "",
    imr: mgnMode === "cross" ? toText(marginOf(context, position)) : "",
    mmr: "0",
    mgnRatio: "",
    notionalUsd: toText(mark.mul(quantity).abs().mul(size)),
    ccy: "USDT",
    tradeId: "",
    adl: "1",
    cTime: now,
    uTime: now,
  };
}

/** A margin position of the spot market of the first symbol, of the same account. */
function marginRows({ user, market }: RouteContext) {
  const { base = "", quote = "" } = market.symbols[0] ?? {};
  const row = {
    instType: "MARGIN",
    instId: `${base}-${quote}`,
    mgnMode: "cross",
    posId: "77",
    posSide: "net",
  };
  return user.tradesElsewhere ? [{ ...row, pos: "5", posCcy: base, avgPx: "100", lever: "3" }] : [];
}

function setPositionMode({ trading }: RouteContext, query: Words): readonly unknown[] {
  const posMode = mandatory(query, "posMode");
  if (posMode !== "long_short_mode" && posMode !== "net_mode") throw parameterError("posMode");
  const hedged = posMode === "long_short_mode";
  const isBusy = held(trading.positions.all).length > 0 || trading.orders.some(isAlive);
  if (hedged !== trading.hedged && isBusy) {
    throw new OkxError(
      59000,
      "Setting failed. Cancel any open orders, close positions and stop trading bots first.",
    );
  }
  trading.hedged = hedged;
  return [{ posMode }];
}
