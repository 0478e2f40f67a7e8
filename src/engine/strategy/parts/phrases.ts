import type { Detection } from "../../detect/detection.ts";
import type { Phrase } from "../../signal.ts";
import type { Zone } from "../zone.ts";
import type { Structure } from "./reading.ts";

/** Which liquidity was taken, as the text of a sweep names it. */
export function sweepPhrase({ source = "", name = "", side = "low", level }: Structure): Phrase {
  return { key: "reason-sweep", args: { source, name, side, level } };
}

/** A change of character; with a displacement it is a market structure shift. */
export function shiftPhrase({ bias = "bullish", level, facts }: Structure): Phrase {
  const args = { bias, level };
  return facts?.displacement === true
    ? { key: "reason-structure-shift", args }
    : { key: "reason-change-of-character", args };
}

export function breakPhrase({ bias = "bullish", level }: Structure): Phrase {
  return { key: "reason-break-of-structure", args: { bias, level } };
}

/** The gap or block at which the trade is entered. */
export function entryZonePhrase({ kind, top, bottom }: Zone): Phrase {
  return kind === "fair-value-gap"
    ? { key: "reason-entry-gap", args: { top, bottom } }
    : { key: "reason-entry-block", args: { top, bottom } };
}

export function windowPhrase(name: string): Phrase {
  return { key: "reason-window", args: { name } };
}

/** A run of candles whose open was closed through again. */
export function deliveryPhrase({ bias = "bullish" }: Detection, close: number): Phrase {
  return { key: "reason-change-in-delivery", args: { bias, close } };
}
