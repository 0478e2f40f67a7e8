import { DeskError, type ErrorCode } from "./engine/errors.ts";

type Args = DeskError["args"];

/** What a person at the terminal reads when the desk cannot start: what is wrong, and what to do. */
const TEXTS: Partial<Record<ErrorCode, (args: Args) => string>> = {
  "config-invalid": (args) =>
    `The configuration has mistakes${args.source ? ` (${args.source})` : ""}:\n${indented(args.faults ?? mistake(args))}`,
  "desk-already-running": ({ dir, pid }) =>
    `Another desk runs in ${dir} (process ${pid}). Stop it, or set KILLZONE_DATA_DIR to another folder.`,
  "redis-missing": () => "No Redis server was found. Install redis-server or valkey, or set REDIS_URL.",
  "redis-unsafe": ({ reason }) => `This Redis may lose trades and is refused: ${reason}`,
  "file-unreadable": ({ file, reason }) => `${file}: ${reason}`,
  "file-without-candles": withoutCandles,
  "settings-invalid": ({ file, faults }) => `The settings have mistakes (${file}):\n${indented(faults)}`,
  "exchange-key-unsafe": ({ exchange }) =>
    `The key of ${exchange} may withdraw money. Make another one without that right.`,
  "exchange-key-refused": ({ exchange, code }) => `The key was refused by ${exchange}: ${code}`,
  "exchange-clock-off": ({ clockOffsetMs }) =>
    `The clock of this machine is ${Math.round(Math.abs(Number(clockOffsetMs)) / 1000)} s wrong. Set it and start again.`,
  "exchange-unavailable": ({ exchange, reason }) =>
    UNFIT[String(reason)] ?? `The exchange ${exchange} cannot be read: ${reason}`,
  "web-password-required": ({ host }) =>
    `The web chat would be reached from other machines (${host}). Set KILLZONE_WEB_PASSWORD, or listen on 127.0.0.1.`,
  "web-port-taken": ({ host, port }) =>
    `Port ${port} of ${host} is taken. Stop what uses it, or set KILLZONE_WEB_PORT to another one.`,
  "market-unavailable": ({ reason }) => `The market cannot be read: ${reason}`,
};

/** Mistakes that only show when a part of the desk starts. */
const PROBLEMS: Readonly<Record<string, string>> = {
  empty: "nobody is named, so nobody may use the bot; set TELEGRAM_ALLOWED_USER_IDS to numeric user ids",
  "not-numeric": "numeric user ids only, a name can change hands",
  refused: "refused by Telegram; copy the token from @BotFather again",
  twice: "names one person twice",
  taken: "another program listens there; choose another one",
};

/** An account that can be read and cannot be traded as it is. */
const UNFIT: Readonly<Record<string, string>> = {
  AccountOfSpotOnly: "The account trades spot only. Set another account mode on the page of the exchange.",
  PositionInOtherMarginMode:
    "A position is open in another margin mode than live.marginMode. Close it, or set live.marginMode to its mode.",
};

/** The whole story of a fault in plain words, without a stack for the expected ones. */
export function describeFault(error: unknown): string {
  if (error instanceof DeskError) {
    return TEXTS[error.code]?.(error.args) ?? `${error.code}: ${JSON.stringify(error.args)}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function withoutCandles({ file, reason, columns, line, found, timeframe }: Args): string {
  if (reason === "columns-missing") return `${file} lacks the columns ${columns} in its first line.`;
  if (reason === "timeframe-too-coarse") {
    return `${file} holds ${found} candles, which do not make whole ${timeframe} candles.`;
  }
  return `${file} holds no usable candle: ${reason}${line === undefined ? "" : ` (line ${line})`}`;
}

function mistake({ path, field, problem, value }: Args): string {
  const what = PROBLEMS[String(problem)] ?? (problem === undefined ? "not known" : String(problem));
  return `${path ?? field}: ${what}${value === undefined ? "" : ` (${value})`}`;
}

function indented(text: string | number | undefined): string {
  return String(text)
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
