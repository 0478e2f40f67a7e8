import type { FastifyReply, FastifyRequest } from "fastify";

const LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"];

/** What every answer carries. The page has no inline script or style, and nothing comes from elsewhere. */
export const SECURITY_HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "cache-control": "no-store",
} as const;

export function isLoopback(host: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(host) || host === "::1" || host === "localhost";
}

/** `Host` values that mean this server; any other is a name that somebody pointed at us (DNS rebinding). */
export function allowedHosts(host: string, port: number, more: readonly string[]): ReadonlySet<string> {
  const own = isLoopback(host) ? [] : [host];
  return new Set([...[...LOOPBACK_NAMES, ...own].map((name) => `${name}:${port}`), ...more]);
}

/**
 * The guard that runs before every route: knows the `Host`, and lets whatever changes something (or opens a
 * socket) only come from a page of this very host.
 */
export function createRequestGuard(hosts: () => ReadonlySet<string>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    reply.headers(SECURITY_HEADERS);
    const host = request.headers.host ?? "";
    if (!hosts().has(host)) return reply.code(421).send({ error: "foreign-host" });
    if (needsOrigin(request) && !isSameOrigin(request.headers.origin, host)) {
      return reply.code(403).send({ error: "foreign-origin" });
    }
    return undefined;
  };
}

function needsOrigin(request: FastifyRequest): boolean {
  return request.ws || !["GET", "HEAD"].includes(request.method);
}

function isSameOrigin(origin: string | undefined, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}

/** Value of a cookie of the request; the last one wins as nothing of ours is set twice. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.findLast((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
