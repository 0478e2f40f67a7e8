import type { Instrument } from "../../engine/instrument.ts";

/** One invented market: its trading rules and how it moves. */
export interface SimulatedSymbol {
  readonly instrument: Instrument;
  /** The price around which it wanders for years. */
  readonly anchorPrice: number;
  /** Digits after the point of its price grid; the tick is one unit of the last. */
  readonly priceDigits: number;
  /** Digits after the point of its quantities. */
  readonly quantityDigits: number;
  /** Standard deviation of a day's return: 0.03 is 3 %. */
  readonly dailyMove: number;
  /** Base currency traded in an average minute. */
  readonly minuteVolume: number;
  /** Symbols of one group share part of every move. */
  readonly group: "coins" | "dollar";
  /** How much of a move is the group's: 0 none, 1 all. */
  readonly groupShare: number;
}

interface Rules {
  readonly symbol: string;
  readonly kind: Instrument["kind"];
  readonly priceDigits: number;
  readonly quantityDigits: number;
  readonly minNotional: string;
  readonly makerFee: number;
  readonly takerFee: number;
}

const COIN_RULES = { kind: "crypto", minNotional: "5", makerFee: 0.0002, takerFee: 0.0005 } as const;
const FX_RULES = { kind: "fx", minNotional: "1", makerFee: 0.00002, takerFee: 0.00002 } as const;

/** The markets of the simulation, in the order in which they are listed. */
export const SIMULATED_SYMBOLS: readonly SimulatedSymbol[] = [
  simulated(
    { symbol: "BTC/USDT", ...COIN_RULES, priceDigits: 1, quantityDigits: 4 },
    { anchorPrice: 64_000, dailyMove: 0.023, minuteVolume: 40, group: "coins", groupShare: 0.85 },
  ),
  simulated(
    { symbol: "ETH/USDT", ...COIN_RULES, priceDigits: 2, quantityDigits: 3 },
    { anchorPrice: 3200, dailyMove: 0.029, minuteVolume: 500, group: "coins", groupShare: 0.8 },
  ),
  simulated(
    { symbol: "SOL/USDT", ...COIN_RULES, priceDigits: 2, quantityDigits: 2 },
    { anchorPrice: 150, dailyMove: 0.036, minuteVolume: 6000, group: "coins", groupShare: 0.7 },
  ),
  simulated(
    { symbol: "XRP/USDT", ...COIN_RULES, priceDigits: 4, quantityDigits: 1 },
    { anchorPrice: 0.62, dailyMove: 0.033, minuteVolume: 400_000, group: "coins", groupShare: 0.6 },
  ),
  simulated(
    { symbol: "EUR/USD", ...FX_RULES, priceDigits: 5, quantityDigits: 0 },
    { anchorPrice: 1.09, dailyMove: 0.0045, minuteVolume: 900_000, group: "dollar", groupShare: 0.6 },
  ),
  simulated(
    { symbol: "XAU/USD", ...FX_RULES, priceDigits: 2, quantityDigits: 2 },
    { anchorPrice: 2400, dailyMove: 0.0085, minuteVolume: 350, group: "dollar", groupShare: 0.5 },
  ),
];

function simulated(
  rules: Rules,
  moves: Omit<SimulatedSymbol, "instrument" | "priceDigits" | "quantityDigits">,
): SimulatedSymbol {
  const { priceDigits, quantityDigits, ...rest } = rules;
  const quantityStep = unit(quantityDigits);
  const instrument = { ...rest, priceTick: unit(priceDigits), quantityStep, minQuantity: quantityStep };
  return { instrument, priceDigits, quantityDigits, ...moves };
}

function unit(digits: number): string {
  return digits === 0 ? "1" : `0.${"0".repeat(digits - 1)}1`;
}
