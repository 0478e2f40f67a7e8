import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { ZodError, z } from "zod";
import {
  type BinanceEmulator,
  type BinanceEmulatorOptions,
  startBinanceEmulator,
} from "./binance-emulator.ts";
import { BinanceError } from "./binance-error.ts";
import { control } from "./control.ts";
import { BTCUSDT, COINUSDT, ETHUSDT } from "./symbols.ts";

/**
 * The emulator as a process of its own:
 * `node --import tsx tests/emulators/binance/main.ts [--start MS] [--journal FILE] [--balance USDT]`.
 * Prints one line of JSON, `{httpUrl, wsUrl, controlUrl}`, and ends when its standard input does. Without
 * `--start` its time is the machine's. Commands are posted to `controlUrl` as JSON (control.ts); every journal
 * entry is a line of FILE before the client hears of it. The command `renew` puts a new exchange in the place of
 * the old one, with its own symbols and time, and answers `{httpUrl, wsUrl}`.
 */
const { values } = parseArgs({
  options: {
    start: { type: "string" },
    journal: { type: "string" },
    balance: { type: "string", default: "10000" },
  },
});

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
    }),
  ),
});

const file = values.journal;
let emulator = await startEmulator({
  startMs: values.start === undefined ? Date.now() : Number(values.start),
  startBalance: values.balance,
  symbols: [BTCUSDT, ETHUSDT, COINUSDT],
});
const ticking =
  values.start === undefined ? setInterval(() => emulator.market.advanceTo(Date.now()), 10) : undefined;

const controls = createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const [status, answer] = await answerTo(Buffer.concat(chunks).toString("utf8"));
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? null));
  })();
});

function startEmulator(options: BinanceEmulatorOptions): Promise<BinanceEmulator> {
  if (file === undefined) return startBinanceEmulator(options);
  return startBinanceEmulator({
    ...options,
    onJournal: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`),
  });
}

async function answerTo(text: string): Promise<readonly [number, unknown]> {
  try {
    const command: unknown = JSON.parse(text);
    const renewal = renewSchema.safeParse(command);
    return [200, renewal.success ? await renew(renewal.data) : control(emulator, command)];
  } catch (error) {
    const isCallers =
      error instanceof ZodError || error instanceof BinanceError || error instanceof RangeError;
    if (isCallers || error instanceof SyntaxError) return [400, { problem: error.message }];
    throw error;
  }
}

async function renew({ do: _, weightPerMinute, ...options }: z.infer<typeof renewSchema>) {
  await emulator.close();
  const limits = weightPerMinute === undefined ? {} : { weightPerMinute };
  emulator = await startEmulator({ ...options, ...limits });
  return { httpUrl: emulator.httpUrl, wsUrl: emulator.wsUrl };
}

await new Promise<void>((resolve) => controls.listen(0, "127.0.0.1", resolve));
// A server that listens on TCP has an address of this kind.
const { port } = controls.address() as AddressInfo;
const { httpUrl, wsUrl } = emulator;
process.stdout.write(`${JSON.stringify({ httpUrl, wsUrl, controlUrl: `http://127.0.0.1:${port}` })}\n`);
process.stdin.resume();
process.stdin.on("end", () => {
  clearInterval(ticking);
  controls.closeAllConnections();
  controls.close();
  void emulator.close();
});
