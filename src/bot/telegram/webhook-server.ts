import { timingSafeEqual } from "node:crypto";
import type { AddressInfo } from "node:net";
import fastify, { type FastifyInstance } from "fastify";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { z } from "zod";
import { DeskError } from "../../engine/errors.ts";
import type { Clock } from "../../engine/ports/clock.ts";
import type { Log } from "../log.ts";
import type { UpdateWork } from "./update-work.ts";

/** How Telegram reaches the desk, when it does not fetch its updates itself. */
export interface TelegramWebhook {
  /** Public https address with the path that only Telegram is told. */
  readonly url: string;
  /** Goes with every update; 1 to 256 letters, digits, `_` and `-`. */
  readonly secret: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface WebhookServerOptions {
  readonly webhook: TelegramWebhook;
  /** Updates can be handled as soon as it knows its own name. */
  readonly bot: Pick<Bot, "isInited">;
  readonly work: Pick<UpdateWork, "handle">;
  readonly log: Log;
  readonly clock: Clock;
}

export interface WebhookServer {
  /** Answers the port. Throws `DeskError` `config-invalid` when somebody else listens there. */
  listen(): Promise<number>;
  /** Lets what is being handled end. */
  close(): Promise<void>;
}

/** Several times the largest update that Telegram makes. */
const MAX_BODY_BYTES = 256 * 1024;
/** Refused calls are noted once in this time: anybody can send them. */
const NOTE_EVERY_MS = 60_000;

/** Fields beyond the id are grammY's to read; what it does not know, no handler hears of. */
const updateSchema = z.looseObject({ update_id: z.int() });

/**
 * Takes updates that Telegram posts. An update is confirmed by the answer, after it was handled: what was not
 * confirmed comes again. A call without the secret is refused before its body is read.
 */
export function createWebhookServer(options: WebhookServerOptions): WebhookServer {
  const { webhook, bot, work } = options;
  const app = fastify({ bodyLimit: MAX_BODY_BYTES });
  app.removeContentTypeParser("text/plain");
  const noteRefusal = refusals(options);
  guard(app, webhook.secret, noteRefusal);
  app.post(new URL(webhook.url).pathname, async (request, reply) => {
    const update = updateSchema.safeParse(request.body);
    if (!update.success) return reply.code(400).send({ error: "malformed" });
    // Telegram tries again; until then nothing is lost.
    if (!bot.isInited()) return reply.code(503).send({ error: "starting" });
    await work.handle([update.data as unknown as Update]);
    return reply.send({});
  });
  return {
    listen: () => listen(app, webhook),
    close: () => app.close(),
  };
}

function guard(app: FastifyInstance, secret: string, noteRefusal: (ip: string) => void): void {
  app.addHook("onRequest", async (request, reply) => {
    if (isSame(request.headers["x-telegram-bot-api-secret-token"], secret)) return undefined;
    noteRefusal(request.ip);
    return reply.code(401).send({ error: "refused" });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: "not-found" }));
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    return reply.code(status).send({ error: status >= 500 ? "failed" : "malformed" });
  });
}

function isSame(given: string | readonly string[] | undefined, secret: string): boolean {
  const [ours, theirs] = [Buffer.from(secret), Buffer.from(typeof given === "string" ? given : "")];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

function refusals({ log, clock }: WebhookServerOptions): (ip: string) => void {
  let notedAt = Number.NEGATIVE_INFINITY;
  let refused = 0;
  return (ip) => {
    refused += 1;
    if (clock.now() - notedAt < NOTE_EVERY_MS) return;
    log.warn({ ip, refused }, "a call of the telegram webhook had a wrong secret");
    notedAt = clock.now();
    refused = 0;
  };
}

async function listen(app: FastifyInstance, { host, port }: TelegramWebhook): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    const args = { path: "chat.telegram.webhook.port", problem: "taken", value: `${host}:${port}` };
    throw new DeskError("config-invalid", args, { cause: error });
  }
  return (app.server.address() as AddressInfo).port;
}
