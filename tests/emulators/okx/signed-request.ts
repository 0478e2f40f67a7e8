import { createHmac, timingSafeEqual } from "node:crypto";
import type { Credentials } from "../exchange/emulated-exchange.ts";
import type { Call } from "../exchange/http-server.ts";
import { OkxError } from "./okx-error.ts";

/** A request is taken for so long before and after the time in it. */
const VALID_MS = 30_000;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Throws as OKX does for a bad key, passphrase or signature, and for a time that is off. */
export function checkSignature(credentials: Credentials, call: Call, now: number): void {
  const { method, path, search, body } = call;
  const key = header(call, "key", 50103);
  const passphrase = header(call, "passphrase", 50104);
  const sign = header(call, "sign", 50106);
  const timestamp = header(call, "timestamp", 50107);
  if (!ISO_TIME.test(timestamp)) throw new OkxError(50112, "Invalid OK-ACCESS-TIMESTAMP", 401);
  if (Math.abs(now - Date.parse(timestamp)) > VALID_MS)
    throw new OkxError(50102, "Timestamp request expired", 401);
  if (key !== credentials.apiKey) throw new OkxError(50111, "Invalid OK-ACCESS-KEY", 401);
  if (passphrase !== credentials.passphrase)
    throw new OkxError(50105, "Request header OK-ACCESS-PASSPHRASE incorrect.", 401);
  const address = search === "" ? path : `${path}?${search}`;
  if (!isSignedBy(credentials, `${timestamp}${method}${address}${body}`, sign))
    throw new OkxError(50113, "Invalid Sign", 401);
}

/** Whether `sign` is that of the secret under a text. */
export function isSignedBy({ secret }: Credentials, text: string, sign: string): boolean {
  const expected = createHmac("sha256", secret).update(text).digest();
  const given = Buffer.from(sign, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function header({ headers }: Call, name: string, code: number): string {
  const value = headers[`ok-access-${name}`];
  if (typeof value !== "string" || value === "") {
    throw new OkxError(code, `Request header OK-ACCESS-${name.toUpperCase()} can not be empty.`, 401);
  }
  return value;
}

/** Throws for a deadline of the request that is past; it is a header, and not signed. */
export function checkDeadline({ headers }: Call, now: number): void {
  const deadline = headers.exptime;
  if (deadline === undefined) return;
  if (typeof deadline !== "string" || !/^\d{13}$/.test(deadline))
    throw new OkxError(51000, "Parameter expTime error", 400);
  if (Number(deadline) < now)
    throw new OkxError(50036, "The expTime can't be earlier than the current system time.", 400);
}
