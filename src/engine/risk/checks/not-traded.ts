import { denial, type RiskCheck } from "../risk-input.ts";

/**
 * A symbol whose fills and positions the desk does not read at the exchange: an entry there would stay without a stop.
 * The universe may follow more than the account was prepared for at the start.
 */
export const notTraded: RiskCheck = ({ symbol, account: { tradedSymbols } }) =>
  tradedSymbols?.includes(symbol) === false ? denial("not-traded") : undefined;
