import { VenueError } from "../exchange/venue-error.ts";

/** An error of the request as a whole: its code stands at the top of the answer. */
export class OkxError extends VenueError {
  constructor(code: number, message: string, status = 200) {
    super(code, message, status);
  }
}

/** What is wrong with the one order of a request: HTTP 200, and its code stands beside the order. */
export class OrderRefusal extends VenueError {
  constructor(code: number, message: string) {
    super(code, message, 200);
  }
}
