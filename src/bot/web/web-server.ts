import websocket from "@fastify/websocket";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { z } from "zod";
import type { WebHistory } from "../../engine/ports/web-history.ts";
import type { Log } from "../log.ts";
import { loadPageFiles } from "./page-files.ts";
import type { PageTexts } from "./page-texts.ts";
import { createRequestGuard, readCookie } from "./request-guard.ts";
import { SESSION_MS, type SignIn } from "./sign-in.ts";
import { WEB_ADDRESS } from "./web-address.ts";

/** Room for the longest text with every character escaped. */
const MAX_SOCKET_BYTES = 32 * 1024;
const MAX_BODY_BYTES = 4 * 1024;

const SignInSchema = z.strictObject({ secret: z.string().min(1).max(200) });
const ImageParamsSchema = z.strictObject({ id: z.string().regex(/^\d{1,15}$/) });

type PageSocket = Parameters<websocket.WebsocketHandler>[0];

export interface WebServerOptions {
  readonly history: WebHistory;
  readonly signIn: SignIn;
  readonly texts: () => Promise<PageTexts>;
  readonly log: Log;
  readonly health: () => Promise<{ readonly ok: boolean; readonly mode?: string }>;
  /** `Host` values that mean this server. */
  readonly hosts: () => ReadonlySet<string>;
  readonly onPage: (socket: PageSocket, sessionKey: string) => void;
  readonly onSignOut: (sessionKey: string) => void;
}

/** The web chat over HTTP: page, sign-in, images, socket. Not listening yet. */
export async function createWebServer(options: WebServerOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true });
  await app.register(websocket, { options: { maxPayload: MAX_SOCKET_BYTES, perMessageDeflate: false } });
  app.addHook("onRequest", createRequestGuard(options.hosts));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: "not-found" }));
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.log.error({ error }, "a request of the web chat failed");
    return reply.code(status).send({ error: status >= 500 ? "failed" : "malformed" });
  });
  servePage(app, options);
  serveSession(app, options);
  serveConversation(app, options);
  return app;
}

function servePage(app: FastifyInstance, { texts, health }: WebServerOptions): void {
  for (const { path, type, content } of loadPageFiles()) {
    app.get(path, (_request, reply) => reply.type(type).send(content));
  }
  app.get("/texts.json", () => texts());
  app.get("/health", async (_request, reply) => {
    const answer = await health();
    return reply.code(answer.ok ? 200 : 503).send(answer);
  });
}

function serveSession(app: FastifyInstance, { signIn, log, onSignOut }: WebServerOptions): void {
  app.get("/session", async (request) => ({ signedIn: (await keyOf(request, signIn)) !== undefined }));
  app.post("/session", async (request, reply) => {
    const body = SignInSchema.safeParse(request.body);
    if (!body.success) return reply.code(400).send({ error: "malformed" });
    const outcome = await signIn.signIn(body.data.secret);
    if (outcome.status !== "signed-in") {
      log.warn({ outcome: outcome.status, ip: request.ip }, "a sign-in to the web chat was refused");
      return reply.code(outcome.status === "too-many" ? 429 : 401).send({ error: outcome.status });
    }
    log.info({ ip: request.ip }, "somebody signed in to the web chat");
    setCookie(request, reply, outcome.secret, SESSION_MS / 1000);
    return { signedIn: true };
  });
  app.delete("/session", async (request, reply) => {
    const key = await keyOf(request, signIn);
    if (key !== undefined) {
      await signIn.signOut(key);
      onSignOut(key);
    }
    setCookie(request, reply, "", 0);
    return { signedIn: false };
  });
}

function serveConversation(app: FastifyInstance, { history, signIn, onPage }: WebServerOptions): void {
  app.get("/images/:id", async (request, reply) => {
    if ((await keyOf(request, signIn)) === undefined) return reply.code(401).send({ error: "signed-out" });
    const params = ImageParamsSchema.safeParse(request.params);
    const image = params.success ? await history.image(WEB_ADDRESS.chatId, params.data.id) : undefined;
    if (image === undefined) return reply.code(404).send({ error: "not-found" });
    return reply.type(imageType(image)).send(Buffer.from(image));
  });
  const keys = new WeakMap<FastifyRequest, string>();
  app.get(
    "/live",
    {
      websocket: true,
      preValidation: async (request, reply) => {
        const key = await keyOf(request, signIn);
        if (key === undefined) return reply.code(401).send({ error: "signed-out" });
        keys.set(request, key);
        return undefined;
      },
    },
    (socket, request) => onPage(socket, keys.get(request) ?? ""),
  );
}

function keyOf(request: FastifyRequest, signIn: SignIn): Promise<string | undefined> {
  return signIn.sessionKey(readCookie(request.headers.cookie, cookieName(request)));
}

/** Browsers share cookies between the ports of a host; two desks on one machine must not sign each other out. */
function cookieName(request: FastifyRequest): string {
  return `killzone-${request.socket.localPort ?? 0}`;
}

function setCookie(request: FastifyRequest, reply: FastifyReply, value: string, maxAgeSeconds: number): void {
  const secure = request.headers.origin?.startsWith("https://") === true ? "; Secure" : "";
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${secure}`;
  reply.header("set-cookie", `${cookieName(request)}=${value}; ${attributes}`);
}

/** Charts are PNG or JPEG; a PNG begins with byte 0x89. */
function imageType(image: Uint8Array): string {
  return image[0] === 0x89 ? "image/png" : "image/jpeg";
}
