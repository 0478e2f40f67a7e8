import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTradingDesk, type TradingDesk, untilListening } from "./trading-desk.ts";
import { startTradingVenue, type TradingVenue } from "./trading-venue.ts";

/** A live desk that has compared ledger and exchange, at a venue of `symbols`, for as long as `play` takes. */
export async function withTradingDesk<T>(
  symbols: number,
  play: (desk: TradingDesk, venue: TradingVenue) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), "killzone-bench-"));
  const venue = await startTradingVenue(symbols);
  let desk: TradingDesk | undefined;
  try {
    desk = await startTradingDesk({ reach: venue.reach, keys: venue.keys, dir });
    await untilListening(venue);
    return await play(desk, venue);
  } finally {
    await desk?.stop();
    await venue.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
