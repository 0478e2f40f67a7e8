import { VenueError } from "../exchange/venue-error.ts";

/** An error as Binance answers it: HTTP 400 unless it is said otherwise. */
export class BinanceError extends VenueError {}
