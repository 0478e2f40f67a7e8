import { z } from "zod";
import type { AccountKeys } from "../../../exchange/ccxt/private-client.ts";
import { type EmulatorState, stateSchema } from "../../faults/emulated-evidence.ts";
import { emulatedExchange } from "../../faults/emulated-exchanges.ts";
import type { EmulatorCommand } from "../../faults/emulator-process.ts";
import { startToldProcess } from "../../faults/told-process.ts";

/** Where a desk finds the exchange. */
export interface VenueReach {
  readonly exchange: string;
  readonly httpUrl: string;
  readonly wsUrl: string;
  readonly symbols: readonly string[];
}

/** An emulated exchange in the machine's own time, as a process of its own. */
export interface TradingVenue {
  readonly reach: VenueReach;
  readonly keys: AccountKeys;
  /** The exchange's name of a symbol. */
  idOf(symbol: string): string;
  tell(command: EmulatorCommand): Promise<unknown>;
  /** Its own books and journal. */
  state(): Promise<EmulatorState>;
  /** How often somebody began to listen to the account. */
  listeners(): Promise<number>;
  stop(): Promise<void>;
}

const EXCHANGE = "binanceusdm";
const logSchema = z.array(z.object({ type: z.string(), path: z.string().optional() }));
const urlsSchema = z.object({ httpUrl: z.string(), wsUrl: z.string() });

/** The emulated Binance futures with `count` symbols that all stand at 100, and a million in the account. */
export async function startTradingVenue(count: number): Promise<TradingVenue> {
  const { entry, idOf, keys } = emulatedExchange(EXCHANGE);
  const symbols = Array.from({ length: count }, (_, index) => `C${index}/USDT`);
  const told = await startToldProcess(entry);
  const urls = await told.tell({
    do: "renew",
    startMs: Date.now(),
    startBalance: "1000000",
    // Hundreds of symbols in the account of one; what a desk may ask of the real one is not measured here.
    weightPerMinute: 10_000_000,
    symbols: symbols.map((symbol) => ({
      id: idOf(symbol),
      base: symbol.split("/")[0] ?? "",
      quote: "USDT",
      firstPrice: 100,
      pricePrecision: 1,
      quantityPrecision: 3,
      tickSize: "0.1",
      stepSize: "0.001",
      minQuantity: "0.001",
      minNotional: "5",
    })),
  });
  return {
    reach: { exchange: EXCHANGE, ...urlsSchema.parse(urls), symbols },
    keys,
    idOf,
    tell: (command) => told.tell(command),
    state: async () => stateSchema.parse(await told.tell({ do: "state" })),
    listeners: async () => {
      const log = logSchema.parse(await told.tell({ do: "log" }));
      return log.filter(({ type, path }) => type === "socket-opened" && path?.includes("listenkey")).length;
    },
    stop: () => told.stop(),
  };
}
