import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseDotenv } from "dotenv";
import { parseDocument } from "yaml";
import { z } from "zod";
import { DeskError } from "../engine/errors.ts";
import { type BootConfig, bootConfigSchema } from "./boot-config.ts";

/** Everything the environment may say. Secrets live here and nowhere else. */
const environmentSchema = z.object({
  KILLZONE_CONFIG: z.string().min(1).optional(),
  KILLZONE_DATA_DIR: z.string().min(1).optional(),
  KILLZONE_ROLE: z.enum(["all", "engine", "worker", "bot"]).optional(),
  KILLZONE_WEB_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  KILLZONE_WEB_PASSWORD: z.string().min(12, "at least 12 characters").max(200).optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/|^unix:\/\//, "starts with redis://, rediss:// or unix://")
    .optional(),
  REDIS_SERVER_BIN: z.string().min(1).optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{30,}$/, "the token from @BotFather, digits, a colon and letters")
    .optional(),
  TELEGRAM_API_ROOT: z.url().optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{32,256}$/, "32 to 256 letters, digits, _ and -")
    .optional(),
  TELEGRAM_ALLOWED_USER_IDS: z
    .string()
    .regex(/^\d+(\s*,\s*\d+)*$/, "numeric user ids with commas between them")
    .optional(),
});

/** Read in live mode alone: a paper process never looks at them. */
const liveEnvironmentSchema = z.object({
  KILLZONE_LIVE: z.literal("yes", 'mode: live needs "yes" here as well'),
  EXCHANGE_API_KEY: z.string("the key of the exchange account").min(8),
  EXCHANGE_API_SECRET: z.string("the secret of the exchange account").min(8),
  EXCHANGE_API_PASSPHRASE: z.string().min(1).optional(),
  KILLZONE_TOTP_SECRET: z
    .string("a base32 secret that an authenticator app knows too")
    .regex(/^([A-Za-z2-7][\s-]?){26,128}=*$/, "base32, at least 26 letters and digits (16 bytes)"),
});

/** What only a live process holds. */
export interface LiveSecrets {
  readonly keys: { readonly apiKey: string; readonly secret: string; readonly passphrase?: string };
  /** Base32, as an authenticator app takes it. */
  readonly totpSecret: string;
}

export interface Secrets {
  readonly redisUrl?: string;
  readonly redisServerBin?: string;
  readonly telegramToken?: string;
  /** Signs in to the web chat beside the one-time link. */
  readonly webPassword?: string;
  readonly telegramApiRoot?: string;
  /** Comes with every update of the webhook; unset, each start makes one. */
  readonly telegramWebhookSecret?: string;
  /** Set in live mode, and only there. */
  readonly live?: LiveSecrets;
}

export interface LoadedConfig {
  readonly config: BootConfig;
  readonly secrets: Secrets;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Boot configuration of the desk below `root`: `.env`, the environment (which wins), and one YAML file
 * (`KILLZONE_CONFIG`, else `config/default.yaml`). Throws `DeskError` `config-invalid` whose `faults` names
 * every mistake with its path, one a line.
 */
export function loadConfig(root: string, environment: Environment): LoadedConfig {
  const dotenv = readDotenv(root);
  const env = readEnvironment(environmentSchema, dotenv, environment);
  const file = env.KILLZONE_CONFIG ?? join(root, "config", "default.yaml");
  const fromFile = existsSync(file) || env.KILLZONE_CONFIG ? readYaml(file) : {};
  const config = checked(file, bootConfigSchema, overlay(fromFile, env));
  const secrets = secretsOf(env);
  if (config.mode === "paper") return { config, secrets };
  const live = liveSecretsOf(readEnvironment(liveEnvironmentSchema, dotenv, environment));
  return { config, secrets: { ...secrets, live } };
}

/** Takes the secrets of live trading out of an environment, so that no child process inherits them. */
export function forgetLiveSecrets(environment: Record<string, string | undefined>): void {
  for (const name of Object.keys(liveEnvironmentSchema.shape)) delete environment[name];
}

function readDotenv(root: string): Environment {
  const file = join(root, ".env");
  return existsSync(file) ? parseDotenv(readFileSync(file, "utf8")) : {};
}

/** The variables of a schema and no others; the later source wins. */
function readEnvironment<S extends z.ZodObject>(schema: S, ...sources: readonly Environment[]): z.output<S> {
  const found: Record<string, string> = {};
  for (const source of sources) {
    for (const name of Object.keys(schema.shape)) {
      const value = source[name];
      // An empty variable means "not set", as in a copied `.env.example`.
      if (value !== undefined && value !== "") found[name] = value;
    }
  }
  return checked("environment", schema, found);
}

function readYaml(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new DeskError("config-invalid", { source: file, faults: "the file cannot be read" }, { cause });
  }
  const document = parseDocument(text, { prettyErrors: true });
  const faults = document.errors.map((error) => error.message).join("\n");
  if (faults !== "") throw new DeskError("config-invalid", { source: file, faults });
  const value: unknown = document.toJS({ maxAliasCount: 20 }) ?? {};
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new DeskError("config-invalid", { source: file, faults: "the file must hold keys and values" });
  }
  return value as Record<string, unknown>;
}

/** The file's values with those of the environment laid over them. */
function overlay(file: Record<string, unknown>, env: z.output<typeof environmentSchema>): unknown {
  const result: Record<string, unknown> = { ...file };
  if (env.KILLZONE_DATA_DIR) result.dataDir = env.KILLZONE_DATA_DIR;
  if (env.KILLZONE_ROLE) result.role = env.KILLZONE_ROLE;
  const chat = asRecord(result.chat);
  if (env.KILLZONE_WEB_PORT !== undefined) chat.web = { ...asRecord(chat.web), port: env.KILLZONE_WEB_PORT };
  if (env.TELEGRAM_ALLOWED_USER_IDS) chat.telegram = withOwners(chat.telegram, env.TELEGRAM_ALLOWED_USER_IDS);
  return Object.keys(chat).length === 0 ? result : { ...result, chat };
}

/** The ids of the environment as admins, before the people that the file names. */
function withOwners(telegram: unknown, ids: string): Record<string, unknown> {
  const known = asRecord(telegram);
  const people = Array.isArray(known.people) ? known.people : [];
  const owners = ids.split(",").map((id) => ({ id: Number(id), role: "admin" }));
  return { ...known, people: [...owners, ...people] };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function secretsOf(env: z.output<typeof environmentSchema>): Secrets {
  return {
    ...(env.REDIS_URL && { redisUrl: env.REDIS_URL }),
    ...(env.REDIS_SERVER_BIN && { redisServerBin: env.REDIS_SERVER_BIN }),
    ...(env.KILLZONE_WEB_PASSWORD && { webPassword: env.KILLZONE_WEB_PASSWORD }),
    ...(env.TELEGRAM_BOT_TOKEN && { telegramToken: env.TELEGRAM_BOT_TOKEN }),
    ...(env.TELEGRAM_API_ROOT && { telegramApiRoot: env.TELEGRAM_API_ROOT }),
    ...(env.TELEGRAM_WEBHOOK_SECRET && { telegramWebhookSecret: env.TELEGRAM_WEBHOOK_SECRET }),
  };
}

function liveSecretsOf(env: z.output<typeof liveEnvironmentSchema>): LiveSecrets {
  const passphrase = env.EXCHANGE_API_PASSPHRASE;
  return {
    keys: {
      apiKey: env.EXCHANGE_API_KEY,
      secret: env.EXCHANGE_API_SECRET,
      ...(passphrase !== undefined && { passphrase }),
    },
    totpSecret: env.KILLZONE_TOTP_SECRET,
  };
}

/** The value as the schema makes it. Throws `DeskError` `config-invalid` with every mistake of `source`. */
export function checked<S extends z.ZodType>(source: string, schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".") || "(top)"}: ${issue.message}`);
  throw new DeskError("config-invalid", { source, faults: faults.join("\n") });
}
