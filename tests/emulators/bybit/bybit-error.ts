import { VenueError } from "../exchange/venue-error.ts";

/** A refusal of Bybit: its code stands in the answer, and HTTP says 200 unless it is the gateway's. */
export class BybitError extends VenueError {
  constructor(code: number, message: string, status = 200) {
    super(code, message, status);
  }
}
