import { decimal, toText } from "../../../../src/engine/decimal.ts";
import type { Query } from "../../exchange/http-server.ts";
import { isAlive } from "../../exchange/trading/trading-book.ts";
import type { BookPosition } from "../../exchange/trading/trading-types.ts";
import { BinanceError } from "../binance-error.ts";
import { knownSymbol, oneOf, wholeNumber } from "../request-params.ts";
import type { Route, RouteContext } from "../route.ts";

const listenKeyOf = (context: RouteContext) => ({ listenKey: context.user.listenKey });

/** Money, positions and settings of the account. */
export const ACCOUNT_ROUTES: Readonly<Record<string, Route>> = {
  "GET /fapi/v3/account": { weight: 5, security: "signed", parameters: [], answer: account },
  "GET /fapi/v2/account": { weight: 5, security: "signed", parameters: [], answer: account },
  "GET /fapi/v3/balance": {
    weight: 5,
    security: "signed",
    parameters: [],
    answer: (context) => [assetOf(context)],
  },
  "GET /fapi/v2/positionRisk": {
    weight: 5,
    security: "signed",
    parameters: ["symbol"],
    answer: positionRisk,
  },
  "GET /fapi/v3/positionRisk": {
    weight: 5,
    security: "signed",
    parameters: ["symbol"],
    answer: positionRisk,
  },
  "GET /fapi/v1/leverageBracket": {
    weight: 1,
    security: "signed",
    parameters: ["symbol"],
    answer: ({ market }) =>
      market.symbols.map(({ id }) => ({ symbol: id, notionalCoef: 1, brackets: [BRACKET] })),
  },
  "POST /fapi/v1/leverage": {
    weight: 1,
    security: "signed",
    parameters: ["symbol", "leverage"],
    answer: setLeverage,
  },
  "POST /fapi/v1/marginType": {
    weight: 1,
    security: "signed",
    parameters: ["symbol", "marginType"],
    answer: setMarginType,
  },
  "GET /fapi/v1/positionSide/dual": {
    weight: 30,
    security: "signed",
    parameters: [],
    answer: ({ trading }) => ({ dualSidePosition: trading.hedged }),
  },
  "POST /fapi/v1/positionSide/dual": {
    weight: 1,
    security: "signed",
    parameters: ["dualSidePosition"],
    answer: setPositionMode,
  },
  "POST /fapi/v1/listenKey": { weight: 1, security: "key", parameters: [], answer: listenKeyOf },
  "PUT /fapi/v1/listenKey": { weight: 1, security: "key", parameters: ["listenKey"], answer: listenKeyOf },
  "GET /sapi/v1/account/apiRestrictions": {
    weight: 1,
    security: "signed",
    parameters: [],
    answer: ({ user }) => user.keyPermissions,
  },
};

const BRACKET = {
  bracket: 1,
  initialLeverage: 125,
  notionalCap: 10_000_000,
  notionalFloor: 0,
  maintMarginRatio: 0.004,
  cum: 0,
};

function account(context: RouteContext): unknown {
  const { trading } = context;
  const asset = assetOf(context);
  return {
    totalWalletBalance: asset.walletBalance,
    totalUnrealizedProfit: asset.unrealizedProfit,
    totalMarginBalance: asset.marginBalance,
    availableBalance: asset.availableBalance,
    maxWithdrawAmount: asset.availableBalance,
    assets: [asset],
    positions: held(trading.positions.all).map((position) => positionJson(context, position)),
  };
}

function assetOf({ trading, market }: RouteContext) {
  const wallet = toText(trading.wallet());
  const margin = toText(trading.wallet().plus(trading.unrealised()));
  return {
    asset: "USDT",
    balance: wallet,
    walletBalance: wallet,
    unrealizedProfit: toText(trading.unrealised()),
    marginBalance: margin,
    maintMargin: "0",
    initialMargin: "0",
    positionInitialMargin: "0",
    openOrderInitialMargin: "0",
    crossWalletBalance: wallet,
    crossUnPnl: toText(trading.unrealised()),
    availableBalance: margin,
    maxWithdrawAmount: margin,
    updateTime: market.now(),
  };
}

function positionRisk(context: RouteContext, { symbol }: Query): unknown {
  return held(context.trading.positions.all)
    .filter((position) => symbol === undefined || position.symbol === symbol)
    .map((position) => positionJson(context, position));
}

function held(all: readonly BookPosition[]): readonly BookPosition[] {
  return all.filter(({ quantity }) => !decimal(quantity).isZero());
}

function positionJson({ trading, market }: RouteContext, position: BookPosition): unknown {
  const { symbol, positionSide, quantity, cost } = position;
  const mark = trading.lastPrice(symbol);
  const notional = toText(mark.mul(quantity));
  const entry = toText(decimal(cost).div(quantity).toSignificantDigits(15));
  return {
    symbol,
    positionSide,
    positionAmt: quantity,
    entryPrice: entry,
    breakEvenPrice: entry,
    markPrice: toText(mark),
    unRealizedProfit: toText(mark.mul(quantity).minus(cost)),
    unrealizedProfit: toText(mark.mul(quantity).minus(cost)),
    liquidationPrice: "0",
    isolatedMargin: "0",
    isolatedWallet: "0",
    notional,
    marginAsset: "USDT",
    leverage: String(trading.leverage.get(symbol) ?? 20),
    marginType: trading.isolated.has(symbol) ? "isolated" : "cross",
    initialMargin: "0",
    maintMargin: "0",
    positionInitialMargin: "0",
    openOrderInitialMargin: "0",
    adl: 1,
    bidNotional: "0",
    askNotional: "0",
    updateTime: market.now(),
  };
}

function setLeverage({ market, trading }: RouteContext, query: Query): unknown {
  const symbol = knownSymbol(market, query);
  const leverage = wholeNumber(query, "leverage") ?? 0;
  if (leverage < 1 || leverage > 125) throw new BinanceError(-4028, `Leverage ${leverage} is not valid.`);
  trading.leverage.set(symbol, leverage);
  return { leverage, maxNotionalValue: "1000000", symbol };
}

function setMarginType({ market, trading }: RouteContext, query: Query): unknown {
  const symbol = knownSymbol(market, query);
  const isolated = oneOf(query, "marginType", ["ISOLATED", "CROSSED"], -4044) === "ISOLATED";
  if (isolated === trading.isolated.has(symbol))
    throw new BinanceError(-4046, "No need to change margin type.");
  if (trading.orders.some((order) => order.symbol === symbol && isAlive(order)))
    throw new BinanceError(-4047, "Margin type cannot be changed if there exists open orders.");
  if (!trading.positions.net(symbol).isZero())
    throw new BinanceError(-4048, "Margin type cannot be changed if there exists position.");
  if (isolated) trading.isolated.add(symbol);
  else trading.isolated.delete(symbol);
  return { code: 200, msg: "success" };
}

function setPositionMode({ trading }: RouteContext, query: Query): unknown {
  const hedged = oneOf(query, "dualSidePosition", ["true", "false"], -1130) === "true";
  if (hedged === trading.hedged) throw new BinanceError(-4059, "No need to change position side.");
  if (trading.orders.some(isAlive))
    throw new BinanceError(-4067, "Position side cannot be changed if there exists open orders.");
  if (held(trading.positions.all).length > 0)
    throw new BinanceError(-4068, "Position side cannot be changed if there exists position.");
  trading.hedged = hedged;
  return { code: 200, msg: "success" };
}
