import { inspect } from "node:util";
import { expect } from "vitest";

/** Words that must be seen nowhere outside of the request itself. */
export const CANARY_KEYS = {
  apiKey: "canarykey0000000001",
  secret: "canarysecret0000001",
  passphrase: "canarypassphrase001",
} as const;

/** Everything that a logger could make of a value: message, stack, causes, hidden properties. */
export function allOf(value: unknown): string {
  const shown = inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null });
  return `${shown} ${JSON.stringify(value)} ${String(value)}`;
}

/** `signature` is what stands before a signature in the venue's requests. */
export function expectNoSecret(value: unknown, signature: string): void {
  const text = allOf(value);
  for (const canary of [...Object.values(CANARY_KEYS), signature]) expect(text).not.toContain(canary);
}

/** What a promise was rejected with; throws when it was not. */
export async function caught(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
