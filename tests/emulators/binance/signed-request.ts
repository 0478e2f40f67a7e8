import { createHmac, timingSafeEqual } from "node:crypto";
import type { Credentials } from "../exchange/emulated-exchange.ts";
import type { Query } from "../exchange/http-server.ts";
import { BinanceError } from "./binance-error.ts";

const DEFAULT_WINDOW_MS = 5000;
const MAX_WINDOW_MS = 60_000;
const AHEAD_MS = 1000;

export const SIGNED_PARAMETERS = ["timestamp", "recvWindow", "signature"];

export function checkKey({ apiKey }: Credentials, sentKey: unknown): void {
  if (sentKey !== apiKey)
    throw new BinanceError(-2015, "Invalid API-key, IP, or permissions for action.", 401);
}

/**
 * Throws as Binance does for a bad key, a wrong signature, and a timestamp outside of the window. `payload` is
 * the query and the body as they were sent, joined.
 */
export function checkSignature(credentials: Credentials, payload: string, query: Query, now: number): void {
  const { signature = "", timestamp = "", recvWindow } = query;
  if (!/^\d{13}$/.test(timestamp)) {
    throw new BinanceError(
      -1102,
      "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.",
    );
  }
  const windowMs = Number(recvWindow ?? DEFAULT_WINDOW_MS);
  if (!(windowMs > 0 && windowMs <= MAX_WINDOW_MS))
    throw new BinanceError(-1131, "recvWindow must be less than 60000.");
  if (Number(timestamp) >= now + AHEAD_MS || now - Number(timestamp) > windowMs)
    throw new BinanceError(-1021, "Timestamp for this request is outside of the recvWindow.");
  const signed = payload.replace(/&?signature=[^&]*$/, "");
  const expected = createHmac("sha256", credentials.secret).update(signed).digest();
  const given = Buffer.from(signature, "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new BinanceError(-1022, "Signature for this request is not valid.");
}
