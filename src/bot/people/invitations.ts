import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "../../engine/ports/clock.ts";
import type { MemberRole, Newcomer, PersonKey, Roster } from "../../engine/ports/roster.ts";
import type { Actor } from "../../engine/trade/trade.ts";

/** 144 random bits. */
const CODE_BYTES = 18;
const CODE_FORM = /^[A-Za-z0-9_-]{24}$/;
export const INVITE_TTL_MS = 24 * 3_600_000;
const MAX_NAME = 64;

/** What follows `/start` in an invitation's link. */
const PAYLOAD = /^join_([A-Za-z0-9_-]{24})$/;

/** A new code, which is not kept: only its hash is. */
export async function createInvitation(roster: Roster, role: MemberRole, by: Actor): Promise<string> {
  const code = randomBytes(CODE_BYTES).toString("base64url");
  await roster.invite(hashOf(code), { role, by }, INVITE_TTL_MS);
  return code;
}

export function invitationPayload(code: string): string {
  return `join_${code}`;
}

/** The code in what follows `/start`. */
export function codeOfPayload(payload: string): string | undefined {
  return PAYLOAD.exec(payload)?.[1];
}

/** Uses the code up, and lets the guest wait for an admin; unset when the code is none (any more). */
export async function useInvitation(
  roster: Roster,
  guest: PersonKey & { readonly name: string },
  code: string,
  clock: Clock,
): Promise<Newcomer | undefined> {
  if (!CODE_FORM.test(code)) return undefined;
  const invite = await roster.takeInvite(hashOf(code));
  if (invite === undefined) return undefined;
  const { platform, id } = guest;
  const newcomer: Newcomer = {
    platform,
    id,
    name: guest.name.slice(0, MAX_NAME),
    ...invite,
    at: clock.now(),
  };
  await roster.addNewcomer(newcomer);
  return newcomer;
}

function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
