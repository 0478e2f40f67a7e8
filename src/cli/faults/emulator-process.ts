import { type EmulatedExchange, emulatedExchange } from "./emulated-exchanges.ts";
import { startToldProcess } from "./told-process.ts";

/** A command of the emulator's control (tests/emulators/exchange/control.ts). */
export type EmulatorCommand = { readonly do: string } & Readonly<Record<string, unknown>>;

/** An emulated exchange as a process of its own, driven from here over its control address. */
export interface EmulatorProcess {
  readonly of: EmulatedExchange;
  /** Throws when the emulator does not know the command. */
  tell(command: EmulatorCommand): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts an emulator; it ends with this process, because it reads its standard input to the end. */
export async function startEmulatorProcess(exchange = "binanceusdm"): Promise<EmulatorProcess> {
  const of = emulatedExchange(exchange);
  const told = await startToldProcess(of.entry, "--start", "0");
  return { of, ...told };
}
