import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../../engine/ports/clock.ts";
import type { WebHistory, WebSession } from "../../engine/ports/web-history.ts";
import { createRateLimit } from "./rate-limit.ts";

const SECRET_BYTES = 32;
export const SESSION_MS = 30 * 24 * 3_600_000;

export type SignInOutcome =
  /** `secret` is for the browser's cookie only; what is kept is its hash. */
  | { readonly status: "signed-in"; readonly secret: string }
  | { readonly status: "refused" }
  | { readonly status: "too-many" };

/** Who may see the chat: one-time links, an optional password, and the sessions they open. */
export interface SignIn {
  /** A new one-time secret; one that was not used yet becomes invalid. */
  newLinkSecret(): string;
  signIn(secret: string): Promise<SignInOutcome>;
  /** Key of the session behind a cookie; `undefined` when there is none (any more). */
  sessionKey(cookie: string | undefined): Promise<string | undefined>;
  /** Read anew for every message, so that a sign-out works at once. */
  isSignedIn(key: string): Promise<boolean>;
  signOut(key: string): Promise<void>;
}

export interface SignInOptions {
  readonly history: WebHistory;
  readonly clock: Clock;
  readonly userId: string;
  readonly password?: string;
}

export function createSignIn({ history, clock, userId, password }: SignInOptions): SignIn {
  // All tries share one allowance: whoever guesses from many addresses gains nothing.
  const tries = createRateLimit({ burst: 10, perSecond: 0.2 }, clock);
  let linkHash: Buffer | undefined;
  const passwordHash = password === undefined ? undefined : hash(password);

  function accepts(secret: string): boolean {
    const given = hash(secret);
    if (linkHash !== undefined && timingSafeEqual(given, linkHash)) {
      linkHash = undefined;
      return true;
    }
    return passwordHash !== undefined && timingSafeEqual(given, passwordHash);
  }

  async function isSignedIn(key: string): Promise<boolean> {
    const session = await history.session(key);
    return session !== undefined && session.userId === userId && session.expiresAt > clock.now();
  }

  return {
    newLinkSecret() {
      const secret = newSecret();
      linkHash = hash(secret);
      return secret;
    },
    async signIn(given) {
      if (!tries.take()) return { status: "too-many" };
      if (!accepts(given)) return { status: "refused" };
      const secret = newSecret();
      const now = clock.now();
      const session: WebSession = { userId, createdAt: now, expiresAt: now + SESSION_MS };
      await history.saveSession(hash(secret).toString("hex"), session);
      return { status: "signed-in", secret };
    },
    async sessionKey(cookie) {
      if (cookie === undefined) return undefined;
      const key = hash(cookie).toString("hex");
      return (await isSignedIn(key)) ? key : undefined;
    },
    isSignedIn,
    signOut: (key) => history.endSession(key),
  };
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

function hash(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
