import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type EmulatedExchange, emulatedExchange } from "./emulated-exchanges.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A command of the emulator's control (tests/emulators/exchange/control.ts). */
export type EmulatorCommand = { readonly do: string } & Readonly<Record<string, unknown>>;

/** An emulated exchange as a process of its own, driven from here over its control address. */
export interface EmulatorProcess {
  readonly of: EmulatedExchange;
  /** Throws when the emulator does not know the command. */
  tell(command: EmulatorCommand): Promise<unknown>;
  stop(): Promise<void>;
}

const urlsSchema = z.object({ controlUrl: z.url() });

/** Starts an emulator; it ends with this process, because it reads its standard input to the end. */
export async function startEmulatorProcess(exchange = "binanceusdm"): Promise<EmulatorProcess> {
  const of = emulatedExchange(exchange);
  const child = spawn(process.execPath, ["--import", "tsx", of.entry, "--start", "0"], {
    cwd: ROOT,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const line = await Promise.race([firstLine(child.stdout), ended]);
  if (typeof line !== "string") throw new Error("the emulator ended before it listened");
  const { controlUrl } = urlsSchema.parse(JSON.parse(line));
  return {
    of,
    tell: async (command) => {
      const answer = await fetch(controlUrl, { method: "POST", body: JSON.stringify(command) });
      const body: unknown = await answer.json();
      if (!answer.ok) throw new Error(`${command.do}: ${JSON.stringify(body)}`);
      return body;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  const [line] = await once(createInterface({ input: output }), "line");
  return String(line);
}
