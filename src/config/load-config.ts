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
  TELEGRAM_ALLOWED_USER_IDS: z
    .string()
    .regex(/^\d+(\s*,\s*\d+)*$/, "numeric user ids with commas between them")
    .optional(),
});

export interface Secrets {
  readonly redisUrl?: string;
  readonly redisServerBin?: string;
  readonly telegramToken?: string;
  readonly telegramApiRoot?: string;
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
  const env = parseEnvironment({ ...readDotenv(root), ...withoutEmpty(environment) });
  const file = env.KILLZONE_CONFIG ?? join(root, "config", "default.yaml");
  const fromFile = existsSync(file) || env.KILLZONE_CONFIG ? readYaml(file) : {};
  return { config: checked(file, bootConfigSchema, overlay(fromFile, env)), secrets: secretsOf(env) };
}

function readDotenv(root: string): Environment {
  const file = join(root, ".env");
  return existsSync(file) ? withoutEmpty(parseDotenv(readFileSync(file, "utf8"))) : {};
}

/** An empty variable means "not set", as in a copied `.env.example`. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
}

function parseEnvironment(environment: Environment): z.output<typeof environmentSchema> {
  return checked("environment", environmentSchema, environment);
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
    ...(env.TELEGRAM_BOT_TOKEN && { telegramToken: env.TELEGRAM_BOT_TOKEN }),
    ...(env.TELEGRAM_API_ROOT && { telegramApiRoot: env.TELEGRAM_API_ROOT }),
  };
}

/** The value as the schema makes it. Throws `DeskError` `config-invalid` with every mistake of `source`. */
export function checked<S extends z.ZodType>(source: string, schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".") || "(top)"}: ${issue.message}`);
  throw new DeskError("config-invalid", { source, faults: faults.join("\n") });
}
