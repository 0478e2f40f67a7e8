import type { WebSocket } from "@fastify/websocket";
import type { z } from "zod";
import type { Clock } from "../../engine/ports/clock.ts";
import type { DeskChat, Reader } from "../conversation.ts";
import type { Log } from "../log.ts";
import type { DeskDialog } from "./desk-dialog.ts";
import { type OpenPages, sendTo } from "./open-pages.ts";
import {
  CLOSE_FLOODED,
  CLOSE_SIGNED_OUT,
  type ClientMessage,
  ClientMessageSchema,
  type ServerMessage,
} from "./protocol.ts";
import { createRateLimit } from "./rate-limit.ts";
import { createSerial } from "./serial.ts";
import type { SignIn } from "./sign-in.ts";
import type { Thread } from "./thread.ts";

/** Messages that are refused without a break between them before the socket is closed. */
const MAX_REFUSED = 50;

export interface PageConnectionDeps {
  readonly pages: OpenPages;
  readonly thread: Thread;
  readonly dialog: DeskDialog;
  readonly deskChat: DeskChat;
  readonly signIn: SignIn;
  /** How the person reads now. */
  readonly reader: () => Promise<Reader>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Takes one browser tab's messages: limit, schema, session, and only then what it wants. */
export function connectPage(deps: PageConnectionDeps, socket: WebSocket, sessionKey: string): void {
  const { pages, log } = deps;
  if (!pages.admit(socket, sessionKey)) return;
  const inOrder = createSerial();
  const limit = createRateLimit({ burst: 30, perSecond: 10 }, deps.clock);
  let refused = 0;

  function refuse(refusal: Omit<Extract<ServerMessage, { type: "refused" }>, "type">): void {
    sendTo(socket, { type: "refused", ...refusal });
    refused += 1;
    if (refused >= MAX_REFUSED) socket.close(CLOSE_FLOODED);
  }

  async function take(message: ClientMessage): Promise<void> {
    if (!(await deps.signIn.isSignedIn(sessionKey))) return socket.close(CLOSE_SIGNED_OUT);
    await serve(deps, socket, message);
  }

  socket.on("message", (raw, isBinary) => {
    if (!limit.take()) return refuse({ reason: "too-fast" });
    const parsed = isBinary ? undefined : parseClientMessage(raw.toString());
    if (parsed?.message === undefined) {
      return refuse({ reason: "malformed", detail: parsed?.detail ?? "text frames only" });
    }
    refused = 0;
    const { message } = parsed;
    inOrder(() => take(message)).catch((error: unknown) => {
      log.error({ error, request: message.type }, "a request of the web chat failed");
      refuse({ reason: "failed", ...("id" in message ? { id: message.id } : {}) });
    });
  });
  socket.on("error", (error) => log.warn({ error }, "a socket of the web chat failed"));
}

async function serve(deps: PageConnectionDeps, socket: WebSocket, message: ClientMessage): Promise<void> {
  const reply = (answer: ServerMessage) => sendTo(socket, answer);
  switch (message.type) {
    case "hello": {
      const { locale, timeZone } = await deps.reader();
      return deps.thread.catchUp(message.after, (missed) => {
        const commands = deps.deskChat.commands(locale);
        reply({ type: "welcome", ...missed, busy: deps.dialog.isBusy(), commands, locale, timeZone });
        deps.pages.join(socket);
      });
    }
    case "text":
      return deps.dialog.hear(message.text, message.id, reply);
    case "tap":
      return deps.dialog.tap({ token: message.token, messageId: message.message }, message.id, reply);
    case "earlier":
      return reply(await deps.thread.earlier(message.before));
  }
}

function parseClientMessage(text: string): { message?: ClientMessage; detail: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { detail: "not JSON" };
    throw error;
  }
  const parsed = ClientMessageSchema.safeParse(json);
  return parsed.success ? { message: parsed.data, detail: "" } : { detail: describeIssue(parsed.error) };
}

function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? "invalid" : `${issue.path.join(".") || "message"}: ${issue.message}`;
}
