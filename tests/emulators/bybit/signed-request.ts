import { createHmac, timingSafeEqual } from "node:crypto";
import type { Credentials } from "../exchange/emulated-exchange.ts";
import type { Call } from "../exchange/http-server.ts";
import { BybitError } from "./bybit-error.ts";

const DEFAULT_WINDOW_MS = 5000;
/** So far ahead of the exchange a request may be. */
const AHEAD_MS = 1000;

/** Throws as Bybit does for a bad key or signature, and for a time outside of the request's own window. */
export function checkSignature(credentials: Credentials, call: Call, now: number): void {
  const { method, search, body } = call;
  const key = header(call, "api-key");
  const timestamp = header(call, "timestamp");
  const sign = header(call, "sign");
  if (key === undefined || timestamp === undefined || sign === undefined)
    throw new BybitError(10001, "empty value: apiTimestamp[] apiKey[] apiSignature[]");
  const windowText = header(call, "recv-window");
  const windowMs = windowText === undefined ? DEFAULT_WINDOW_MS : Number(windowText);
  if (!/^\d{13}$/.test(timestamp) || !Number.isInteger(windowMs) || windowMs < 1)
    throw new BybitError(10001, "params error: invalid timestamp or recv_window");
  const at = Number(timestamp);
  if (at < now - windowMs || at >= now + AHEAD_MS) {
    throw new BybitError(
      10002,
      `invalid request, please check your server timestamp or recv_window param. req_timestamp[${at}],server_timestamp[${now}],recv_window[${windowMs}]`,
    );
  }
  if (key !== credentials.apiKey) throw new BybitError(10003, "API key is invalid.");
  const text = `${timestamp}${key}${windowText ?? ""}${method === "GET" ? search : body}`;
  if (!isSignedBy(credentials, text, sign))
    throw new BybitError(10004, "error sign! please check your signature generation algorithm.");
}

/** Whether `sign` is that of the secret under a text. */
export function isSignedBy({ secret }: Credentials, text: string, sign: string): boolean {
  const expected = createHmac("sha256", secret).update(text).digest();
  const given = Buffer.from(sign, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function header({ headers }: Call, name: string): string | undefined {
  const value = headers[`x-bapi-${name}`];
  return typeof value === "string" && value !== "" ? value : undefined;
}
