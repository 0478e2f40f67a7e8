import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { ZodError, z } from "zod";
import { control } from "./control.ts";
import type { EmulatedExchange, EmulatedExchangeOptions } from "./emulated-exchange.ts";
import type { EmulatedSymbol } from "./symbols.ts";
import { VenueError } from "./venue-error.ts";

export type StartEmulator = (
  options: EmulatedExchangeOptions & { readonly weightPerMinute?: number },
) => Promise<EmulatedExchange>;

const decimals = z.string().regex(/^\d+(\.\d+)?$/);
const renewSchema = z.strictObject({
  do: z.literal("renew"),
  startMs: z.int(),
  startBalance: decimals,
  weightPerMinute: z.int().optional(),
  symbols: z.array(
    z.strictObject({
      id: z.string(),
      base: z.string(),
      quote: z.string(),
      firstPrice: z.number(),
      pricePrecision: z.int(),
      quantityPrecision: z.int(),
      tickSize: decimals,
      stepSize: decimals,
      minQuantity: decimals,
      minNotional: decimals,
      contractSize: decimals.exactOptional(),
      isSpot: z.literal(true).exactOptional(),
      feeAsset: z.string().exactOptional(),
    }),
  ),
});

/**
 * An emulator as a process of its own, by the words of its command line: `[--start MS] [--journal FILE]
 * [--balance USDT]`. Prints one line of JSON, `{httpUrl, wsUrl, controlUrl}`, and ends when its standard input does.
 * Without `--start` its time is the machine's. Commands are posted to `controlUrl` as JSON (control.ts); every journal
 * entry is a line of FILE before the client hears of it. The command `renew` puts a new exchange in the place of the
 * old one, with its own symbols and time, and answers `{httpUrl, wsUrl}`.
 */
export async function runEmulator(start: StartEmulator, symbols: readonly EmulatedSymbol[]): Promise<void> {
  const { values } = parseArgs({
    options: {
      start: { type: "string" },
      journal: { type: "string" },
      balance: { type: "string", default: "10000" },
    },
  });
  const file = values.journal;
  const startNoted: StartEmulator = (options) =>
    start(
      file === undefined
        ? options
        : { ...options, onJournal: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`) },
    );
  const startMs = values.start === undefined ? Date.now() : Number(values.start);
  let emulator = await startNoted({ startMs, startBalance: values.balance, symbols });
  const renew = async ({ do: _, weightPerMinute, symbols: renewed, ...options }: Renewal) => {
    await emulator.close();
    const limits = weightPerMinute === undefined ? {} : { weightPerMinute };
    emulator = await startNoted({ ...options, symbols: renewed, ...limits });
    return { httpUrl: emulator.httpUrl, wsUrl: emulator.wsUrl };
  };
  const controls = await listenForCommands(async (command) => {
    const renewal = renewSchema.safeParse(command);
    return renewal.success ? await renew(renewal.data) : control(emulator, command);
  });
  const ticking =
    values.start === undefined ? setInterval(() => emulator.market.advanceTo(Date.now()), 10) : undefined;
  const { httpUrl, wsUrl } = emulator;
  process.stdout.write(`${JSON.stringify({ httpUrl, wsUrl, controlUrl: controls.url })}\n`);
  process.stdin.resume();
  process.stdin.on("end", () => {
    clearInterval(ticking);
    controls.close();
    void emulator.close();
  });
}

type Renewal = z.infer<typeof renewSchema>;

async function listenForCommands(carryOut: (command: unknown) => Promise<unknown>) {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const [status, answer] = await answerTo(carryOut, Buffer.concat(chunks).toString("utf8"));
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(answer ?? null));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

async function answerTo(
  carryOut: (command: unknown) => Promise<unknown>,
  text: string,
): Promise<readonly [number, unknown]> {
  try {
    return [200, await carryOut(JSON.parse(text))];
  } catch (error) {
    const isCallers = error instanceof ZodError || error instanceof VenueError || error instanceof RangeError;
    if (isCallers || error instanceof SyntaxError) return [400, { problem: error.message }];
    throw error;
  }
}
