import type { AccountKeys } from "../../exchange/ccxt/private-client.ts";

/** An emulated exchange that runs may trade at: how it is started, reached, named and broken. */
export interface EmulatedExchange {
  /** ccxt's name. */
  readonly exchange: string;
  /** Its process (tests/emulators/exchange/emulator-process.ts). */
  readonly entry: string;
  /** Of its one account. */
  readonly keys: AccountKeys;
  /** Base currency in one unit of its quantities. */
  readonly contractSize: string;
  /** Positions are balances: whatever sells is an exit. */
  readonly isSpot?: true;
  /** Its name of a desk's symbol. */
  idOf(symbol: string): string;
  /** How it tells the number that a trade has in its journal; as it stands unless it says otherwise. */
  tradeIdOf?(tradeNumber: number): string;
  /** How the path of every request begins. */
  readonly root: string;
  readonly orderPath: string;
  readonly algoPath: string;
  /** Answers to an order that say that nobody knows. */
  readonly unclear: readonly { readonly code: number; readonly status: number }[];
  /** Codes that refuse an exit for its number, and an entry for its margin. */
  readonly tooMany: number;
  readonly noMargin: number;
}

const KEYS = { apiKey: "emulated-key", secret: "emulated-secret" };

const BINANCE: EmulatedExchange = {
  exchange: "binanceusdm",
  entry: "tests/emulators/binance/main.ts",
  keys: KEYS,
  contractSize: "1",
  idOf: (symbol) => symbol.replace("/", ""),
  root: "/fapi",
  orderPath: "/fapi/v1/order",
  algoPath: "/fapi/v1/algoOrder",
  unclear: [
    { code: -1006, status: 400 },
    { code: -1007, status: 408 },
    { code: -1000, status: 400 },
    { code: -1008, status: 503 },
  ],
  tooMany: -4045,
  noMargin: -2019,
};

const BYBIT: EmulatedExchange = {
  exchange: "bybit",
  entry: "tests/emulators/bybit/main.ts",
  keys: KEYS,
  contractSize: "1",
  idOf: (symbol) => symbol.replace("/", ""),
  tradeIdOf: (tradeNumber) =>
    `${[...String(tradeNumber).padStart(8, "0")].reverse().join("")}-0000-4000-8000-000000000000`,
  root: "/v5",
  orderPath: "/v5/order/create",
  // Its emulator tells conditional orders from others by this word, for faults alone.
  algoPath: "/v5/order/create trigger",
  unclear: [
    { code: 10_000, status: 200 },
    { code: 10_014, status: 200 },
    { code: 10_016, status: 200 },
    { code: 110_079, status: 200 },
  ],
  tooMany: 110_009,
  noMargin: 110_007,
};

const OKX: EmulatedExchange = {
  exchange: "okx",
  entry: "tests/emulators/okx/main.ts",
  keys: { ...KEYS, passphrase: "emulated-passphrase" },
  // Not one, so that a quantity that is not converted is noticed.
  contractSize: "0.1",
  idOf: (symbol) => `${symbol.replace("/", "-")}-SWAP`,
  root: "/api/v5",
  orderPath: "/api/v5/trade/order",
  algoPath: "/api/v5/trade/order-algo",
  unclear: [
    { code: 50001, status: 503 },
    { code: 50004, status: 400 },
    { code: 50013, status: 429 },
    { code: 50026, status: 500 },
    { code: 51149, status: 200 },
  ],
  tooMany: 51261,
  noMargin: 51008,
};

const BINANCE_SPOT: EmulatedExchange = {
  ...BINANCE,
  exchange: "binance",
  entry: "tests/emulators/binance-spot/main.ts",
  isSpot: true,
  root: "/api/v3",
  // One place for all orders.
  orderPath: "/api/v3/order",
  algoPath: "/api/v3/order",
  tooMany: -1015,
  noMargin: -1013,
};

/** Those that runs may trade at, by ccxt's name. */
export const EMULATED_EXCHANGES: Readonly<Record<string, EmulatedExchange>> = {
  [BINANCE.exchange]: BINANCE,
  [BINANCE_SPOT.exchange]: BINANCE_SPOT,
  [BYBIT.exchange]: BYBIT,
  [OKX.exchange]: OKX,
};

/** Throws `RangeError` for an exchange that has no emulator. */
export function emulatedExchange(exchange: string): EmulatedExchange {
  const found = Object.hasOwn(EMULATED_EXCHANGES, exchange) ? EMULATED_EXCHANGES[exchange] : undefined;
  if (!found) throw new RangeError(`${exchange} has no emulator`);
  return found;
}
