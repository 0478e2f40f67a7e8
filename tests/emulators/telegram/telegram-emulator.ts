import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiError } from "./api-error.ts";
import { Callbacks } from "./callbacks.ts";
import { Chats } from "./chats.ts";
import { MESSAGE_METHODS, type Method } from "./methods.ts";
import { People } from "./people.ts";
import { type CallBody, readBody } from "./request-body.ts";
import { UpdateQueue } from "./updates.ts";
import { Webhook } from "./webhook.ts";

export const TOKEN = "123456:canary-token-that-must-never-leak";

/** What happens to one call instead of its answer. */
export type CallFault =
  | {
      readonly kind: "refuse";
      readonly code: number;
      readonly description: string;
      readonly retryAfter?: number;
    }
  /** The connection breaks before anything happened. */
  | { readonly kind: "drop" }
  /** It happens, but the answer never arrives. */
  | { readonly kind: "drop-after" }
  /** It happens, and the answer says it failed. */
  | { readonly kind: "fail-after" };

export interface Call {
  readonly method: string;
  readonly fields: CallBody["fields"];
  /** By the emulator's clock, epoch ms. */
  readonly at: number;
  /** Unset while the server is away. */
  readonly arrived: boolean;
}

export interface TelegramEmulator {
  readonly apiRoot: string;
  readonly chats: Chats;
  readonly people: People;
  readonly callbacks: Callbacks;
  readonly updates: UpdateQueue;
  readonly webhook: Webhook;
  /** Every call but `getUpdates`, in order, refused ones too. */
  readonly calls: readonly Call[];
  /** Names of the commands the bot has set, by language ("" is the default), or by `chat ID`. */
  readonly menus: ReadonlyMap<string, readonly string[]>;
  /** The next call of the method fails like this; more than once queues up. */
  failNext(method: string, fault: CallFault): void;
  /** While it is away every connection breaks. */
  setAway(away: boolean): void;
  /** Moves the emulator's clock. */
  advance(ms: number): void;
  /** Resolves as soon as the condition holds; looked at after each call. */
  until(condition: () => boolean): Promise<void>;
  /** Resolves when the bot has confirmed every update. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const ME = { id: 1, is_bot: true, first_name: "Killzone", username: "killzone_bot" };

/** A Bot API server on loopback, stricter than the real one where that finds mistakes. */
export async function startTelegramEmulator(): Promise<TelegramEmulator> {
  const chats = new Chats();
  const callbacks = new Callbacks();
  const updates = new UpdateQueue();
  const webhook = new Webhook(updates);
  const calls: Call[] = [];
  const menus = new Map<string, readonly string[]>();
  const faults = new Map<string, CallFault[]>();
  const watchers = new Set<() => void>();
  let away = false;
  let nowMs = Date.UTC(2026, 2, 10, 13, 45);
  const now = () => nowMs;
  const people = new People({ chats, callbacks, updates, now });

  const stateMethods: Readonly<Record<string, Method>> = {
    getMe: () => ME,
    setWebhook: (body) => webhook.set(body),
    deleteWebhook: () => webhook.delete(),
    getWebhookInfo: () => webhook.info(),
    answerCallbackQuery: (body) => callbacks.answer(body, nowMs),
    setMyCommands: ({ fields }) => {
      const commands = fields.commands as { command: string; description: string }[];
      for (const { command, description } of commands) checkCommand(command, description);
      if (commands.length > 100) throw new ApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
      if (!/^([a-z]{2})?$/.test(String(fields.language_code ?? "")))
        throw new ApiError(400, "Bad Request: LANG_CODE_INVALID");
      const scope = fields.scope as { type: string; chat_id?: number } | undefined;
      if (scope?.type === "chat") chats.reachable(scope.chat_id);
      menus.set(
        scope?.type === "chat" ? `chat ${scope.chat_id}` : String(fields.language_code ?? ""),
        commands.map(({ command }) => command),
      );
      return true;
    },
    sendChatAction: ({ fields }) => chats.reachable(fields.chat_id) !== undefined,
  };

  async function getUpdates({ fields }: CallBody, response: ServerResponse): Promise<unknown> {
    const { offset = 0, limit = 100, timeout = 0, allowed_updates: allowed = [] } = fields;
    if (webhook.state !== undefined) {
      throw new ApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    updates.confirm(Number(offset));
    notify();
    const wanted = allowed as readonly string[];
    if (updates.read(Number(limit), wanted).length === 0) {
      response.on("close", () => updates.endWait());
      const waited = updates.wait(Number(timeout) * 1000);
      notify();
      const outcome = await waited;
      if (outcome === "conflict") {
        throw new ApiError(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        );
      }
    }
    return updates.handOut(updates.read(Number(limit), wanted));
  }

  function notify(): void {
    for (const watch of [...watchers]) watch();
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    const body = await readBody(request);
    if (token !== TOKEN) throw new ApiError(401, "Unauthorized");
    if (method !== "getUpdates") calls.push({ method, fields: body.fields, at: nowMs, arrived: !away });
    if (away) throw new DroppedConnection();
    const fault = faults.get(method)?.shift();
    if (fault?.kind === "refuse") throw refusal(fault);
    if (fault?.kind === "drop") throw new DroppedConnection();
    if (method === "getUpdates") return getUpdates(body, response);
    const run = MESSAGE_METHODS[method] ?? stateMethods[method];
    if (run === undefined) throw new ApiError(404, "Not Found: method not found");
    const result = run(body, { chats, now });
    if (fault?.kind === "drop-after") throw new DroppedConnection();
    if (fault?.kind === "fail-after") throw new ApiError(500, "Internal Server Error");
    return result;
  }

  const server = createServer((request, response) => {
    answer(request, response)
      .then((result) => reply(response, 200, { ok: true, result }))
      .catch((error: unknown) => replyError(response, error))
      .finally(notify);
  });
  const port = await listen(server);

  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const watch = () => {
        if (!condition()) return;
        watchers.delete(watch);
        resolve();
      };
      watchers.add(watch);
      watch();
    });

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    chats,
    people,
    callbacks,
    updates,
    webhook,
    calls,
    menus,
    until,
    settled: () => until(() => updates.unconfirmed === 0),
    failNext: (method, fault) => faults.set(method, [...(faults.get(method) ?? []), fault]),
    setAway: (value) => {
      away = value;
    },
    advance: (ms) => {
      nowMs += ms;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

class DroppedConnection extends Error {}

function refusal({ code, description, retryAfter }: Extract<CallFault, { kind: "refuse" }>): ApiError {
  return new ApiError(code, description, retryAfter === undefined ? undefined : { retry_after: retryAfter });
}

function checkCommand(command: string, description: string): void {
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw new ApiError(400, "Bad Request: BOT_COMMAND_INVALID");
  if (description.length < 1 || description.length > 256) {
    throw new ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function replyError(response: ServerResponse, error: unknown): void {
  if (error instanceof DroppedConnection) {
    response.destroy();
  } else if (error instanceof ApiError) {
    const { code, message: description, parameters } = error;
    reply(response, code, { ok: false, error_code: code, description, ...(parameters && { parameters }) });
  } else {
    reply(response, 500, { ok: false, error_code: 500, description: `emulator: ${String(error)}` });
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
