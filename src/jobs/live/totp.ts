import { createHmac, timingSafeEqual } from "node:crypto";

const STEP_MS = 30_000;
const DIGITS = 6;
/** Codes of the step before and after are taken too: clocks of phones are not exact (RFC 6238, 5.2). */
const DRIFT_STEPS = 1;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Bytes of a base32 text (RFC 4648) as authenticator apps show it. Throws `RangeError` for other characters. */
export function decodeBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text.toUpperCase().replace(/[\s=-]/g, "")) {
    const value = BASE32.indexOf(letter);
    if (value < 0) throw new RangeError("not a base32 text");
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

/** The number of a 30 s step since 1970 (RFC 6238, 4.2). */
export function totpStep(now: number): number {
  return Math.floor(now / STEP_MS);
}

/** Six digits of a step: HOTP with SHA-1 (RFC 4226, 5.3; RFC 6238), which every authenticator app computes. */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** The step whose code this is, among those that are valid at `now` (epoch ms); unset when it is none of them. */
export function stepOfCode(secret: Uint8Array, code: string, now: number): number | undefined {
  let found: number | undefined;
  for (let drift = -DRIFT_STEPS; drift <= DRIFT_STEPS; drift += 1) {
    const step = totpStep(now) + drift;
    // Every step is compared, in constant time, so that the time of an answer tells nothing.
    if (step >= 0 && isSame(totpCode(secret, step), code)) found = step;
  }
  return found;
}

function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
