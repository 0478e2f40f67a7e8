import { z } from "zod";
import { TIMEFRAMES } from "../engine/candles/timeframe.ts";
import { LOCALES } from "../engine/locales.ts";
import { settingsSchema } from "../engine/settings/settings.ts";

const symbol = z
  .string()
  .regex(
    /^[A-Z0-9.]{1,20}\/[A-Z0-9.]{1,20}(:[A-Z0-9.]{1,20})?$/,
    "a symbol looks like BTC/USDT or BTC/USDT:USDT",
  );

const simulatedMarket = z.strictObject({
  kind: z.literal("simulated").describe("A seeded market made on this machine: no file, no internet"),
  seed: z.int().min(0).default(7).describe("The same seed always makes the same prices"),
  speed: z.number().min(1).max(600).default(60).describe("Simulated seconds for each real second"),
  startAt: z.iso
    .datetime()
    .optional()
    .describe("Where a new desk begins, such as 2026-03-02T13:00:00Z; the present moment when left out"),
  symbols: z
    .array(symbol)
    .min(1)
    .default(["BTC/USDT", "ETH/USDT", "SOL/USDT", "XRP/USDT", "EUR/USD", "XAU/USD"])
    .describe("Which of the simulated symbols the desk follows"),
});

const replayMarket = z.strictObject({
  kind: z.literal("replay").describe("Candles of a CSV file, played as if they happened now"),
  file: z.string().min(1).describe("CSV with timestamp,open,high,low,close,volume"),
  symbol: symbol.describe("What the file holds"),
  timeframe: z.enum(TIMEFRAMES).describe("Timeframe of the file's candles"),
  candlesPerSecond: z.number().gt(0).max(10_000).default(4).describe("How fast the file is played"),
});

const ccxtMarket = z.strictObject({
  kind: z.literal("ccxt").describe("Public candles of a real exchange; needs internet, but no account"),
  exchange: z
    .string()
    .regex(/^[a-z0-9]{2,30}$/, "an exchange id of ccxt such as binanceusdm")
    .default("binanceusdm")
    .describe("Exchange id as ccxt names it"),
  symbols: z.array(symbol).min(1).default(["BTC/USDT", "ETH/USDT"]).describe("Symbols to follow"),
});

const person = z.strictObject({
  id: z.int().min(1).describe("Numeric user id, not the @name"),
  name: z.string().min(1).max(64).optional().describe("Shown beside what the person did"),
  role: z.enum(["viewer", "trader", "admin"]).default("trader").describe("What the person may do"),
});

const webhook = z
  .strictObject({
    url: z
      .url({ protocol: /^https$/, error: "an https address" })
      .refine(isWebhookAddress, "a path that nobody guesses, and the port 443, 80, 88 or 8443")
      .optional()
      .describe("Public https address that Telegram calls; left out, the bot fetches its updates by itself"),
    host: z
      .union([z.ipv4(), z.ipv6(), z.literal("localhost")], "an IP address or localhost")
      .default("127.0.0.1")
      .describe("Address to listen on, behind the proxy that holds the certificate"),
    port: z.int().min(0).max(65_535).default(8421).describe("0 takes any free port"),
  })
  .prefault({})
  .describe("Updates that Telegram brings itself, for desks with a public address");

const live = z
  .strictObject({
    leverage: z
      .int()
      .min(1)
      .max(125)
      .optional()
      .describe("Set for every symbol at the start; left out, the account keeps what it has"),
    marginMode: z
      .enum(["isolated", "cross"])
      .optional()
      .describe("Set for every symbol at the start; left out, the account keeps what it has"),
  })
  .prefault({})
  .describe("The account at a real exchange, in live mode only; the exchange is that of the market");

const bootConfigShape = z.strictObject({
  mode: z
    .enum(["paper", "live"])
    .default("paper")
    .describe(
      "paper: orders never leave this machine. live: real money; needs KILLZONE_LIVE=yes, keys and a code",
    ),
  role: z
    .enum(["all", "engine", "worker", "bot"])
    .default("all")
    .describe("What this process does; all in one is right for one machine"),
  instance: z
    .string()
    .regex(/^[a-z0-9]{1,6}$/, "1 to 6 lower-case letters and digits")
    .default("kz")
    .describe("Names this desk: begins its Redis keys and its order ids"),
  dataDir: z.string().min(1).default("data").describe("Where the embedded Redis keeps everything"),
  market: z
    .discriminatedUnion("kind", [simulatedMarket, replayMarket, ccxtMarket])
    .prefault({ kind: "simulated" })
    .describe("Where prices come from"),
  paper: z
    .strictObject({
      startBalance: z
        .string()
        .regex(/^\d{1,12}(\.\d{1,8})?$/, 'a positive amount in quotes such as "10000"')
        .default("10000")
        .describe("Money of the paper account at its first start"),
      slippagePercent: z
        .number()
        .min(0)
        .max(5)
        .default(0.02)
        .describe("How much worse than the seen price a market or stop order fills"),
    })
    .prefault({})
    .describe("The paper exchange"),
  live,
  history: z
    .strictObject({
      keepMonths: z
        .int()
        .min(0)
        .max(1200)
        .default(0)
        .describe("Months of history files that a backfill keeps; 0 keeps all"),
    })
    .prefault({})
    .describe("Files of candles below the data folder"),
  chat: z
    .strictObject({
      locale: z.enum(LOCALES).default("en").describe("Language of the texts"),
      timeZone: z
        .string()
        .refine(isTimeZone, "an IANA zone such as Europe/Berlin")
        .default("America/New_York")
        .describe("Zone in which times are shown"),
      web: z
        .strictObject({
          enabled: z.boolean().default(true).describe("Serve the local web chat"),
          host: z
            .union([z.ipv4(), z.ipv6(), z.literal("localhost")], "an IP address or localhost")
            .default("127.0.0.1")
            .describe("Address to listen on; beyond loopback KILLZONE_WEB_PASSWORD is needed"),
          port: z.int().min(0).max(65_535).default(8420).describe("0 takes any free port"),
          names: z
            .array(
              z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/i, "a name such as desk.example.org, with its port"),
            )
            .default([])
            .describe("Other names under which browsers reach it, such as that of a proxy with TLS"),
          telegramId: z
            .int()
            .min(1)
            .optional()
            .describe(
              "Numeric Telegram id of whoever uses it: where several people must approve, both are one person",
            ),
        })
        .prefault({})
        .describe("The web chat on this machine"),
      telegram: z
        .strictObject({
          people: z.array(person).default([]).describe("Who may use the bot; empty refuses to start it"),
          webhook,
        })
        .prefault({})
        .describe("Telegram runs when TELEGRAM_BOT_TOKEN is set"),
    })
    .prefault({})
    .describe("Where people talk to the desk"),
  log: z
    .strictObject({
      level: z
        .enum(["debug", "info", "warn", "error"])
        .default("info")
        .describe("Least severity that is logged"),
    })
    .prefault({})
    .describe("The log on standard error"),
  settings: settingsSchema
    .prefault({})
    .describe("Live settings of a new desk; from then on they are changed in chat"),
});

/** What the process reads once at its start. Secrets are not in it: they come from the environment only. */
export const bootConfigSchema = bootConfigShape.refine(
  ({ mode, market }) => mode === "paper" || market.kind === "ccxt",
  { path: ["market", "kind"], error: "live mode trades at the exchange of its market: ccxt" },
);

export type BootConfig = z.output<typeof bootConfigSchema>;
export type MarketConfig = BootConfig["market"];

/** Telegram calls no other port; without a path everybody would find it. */
function isWebhookAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { pathname, port, search } = new URL(text);
  return /^\/[\w/-]{7,}$/.test(pathname) && ["", "80", "88", "8443"].includes(port) && search === "";
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
