import type { Detection } from "../../detect/detection.ts";
import type { Phrase } from "../../signal.ts";
import type { TimeframeView } from "../contract.ts";
import { deliveryPhrase, shiftPhrase } from "./phrases.ts";
import { isLevel, SETUP_LAYER } from "./reading.ts";
import type { TradeSide } from "./side.ts";

/** Remembered turns in the direction of the trade known at `since` or later, oldest first: CHoCH and CISD. */
export function turnsSince(view: TimeframeView, side: TradeSide, since: number): readonly Detection[] {
  const shifts = (view.recent?.("market-structure", SETUP_LAYER) ?? []).filter(
    ({ event }) => event === "choch",
  );
  const deliveries = view.recent?.("change-in-delivery") ?? [];
  return [...shifts, ...deliveries]
    .filter(({ bias, knownIndex }) => bias === side.bias && knownIndex >= since)
    .sort((one, other) => one.knownIndex - other.knownIndex);
}

/** What the turn was, in words with its price. */
export function turnPhrase(view: TimeframeView, turn: Detection): Phrase {
  return isLevel(turn) ? shiftPhrase(turn) : deliveryPhrase(turn, view.series.close(turn.knownIndex));
}
