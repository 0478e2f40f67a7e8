import type { Detection } from "../../engine/detect/detection.ts";
import type { Drawing } from "../drawing.ts";
import type { Frame } from "../frame.ts";

/** One detected thing with its life so far. */
export interface Story {
  /** Its first event: where it is and what it is. */
  readonly born: Detection;
  /** Every event that is known of it, in the order it became known. */
  readonly events: readonly Detection[];
  /** It made the signal; drawn stronger and always. */
  readonly evidence: boolean;
}

/** How one kind of detection is drawn. */
export interface Overlay {
  /** Of what did not make the signal only this many are drawn, and of those only what is alive. */
  readonly limit: number;
  /** Which of them: the last ones that became known, or those that price is closest to. */
  readonly prefer: "newest" | "nearest";
  /** Of context with the same answer only the newest is drawn. */
  readonly replaces?: (born: Detection) => string;
  /** Close time after which it is history and drawn as evidence only; unset while it lives. */
  endedAt(story: Story, frame: Frame): number | undefined;
  draw(story: Story, frame: Frame): Drawing;
}

/** The decision that a kind has no picture of its own. */
export interface NotDrawn {
  readonly notDrawn: string;
}

/** It ends with the first of these events. */
export function endsWith(...names: readonly string[]): (story: Story) => number | undefined {
  return ({ events }) => events.find(({ event }) => names.includes(event))?.knownAt;
}

/** What happened once and does not end. */
export const neverEnds = (): undefined => undefined;
