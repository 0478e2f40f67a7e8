import type { Shape } from "./display-list.ts";
import type { ColourToken } from "./palette.ts";
import type { PixelX, PixelY, Price } from "./units.ts";

/** A place where a label would like to stand; `y` is the middle of its height. */
export interface LabelPlace {
  readonly x: PixelX;
  readonly y: PixelY;
  readonly align: "left" | "center" | "right";
}

/** A short text in the plot that goes to the best free place, or nowhere when all are taken. */
export interface LabelRequest {
  readonly text: string;
  readonly token: ColourToken;
  readonly size: number;
  /** Higher ones choose first. */
  readonly priority: number;
  /** Best first. */
  readonly places: readonly LabelPlace[];
  /** Without a ground the text stands on the picture itself. */
  readonly ground: boolean;
  /** Dark on its own colour instead of coloured: what made the setup. */
  readonly strong?: boolean;
  readonly alpha?: number;
}

/** A level with its price on the right axis. */
export interface TagRequest {
  readonly at: Price;
  readonly token: ColourToken;
  /** Short text before the price, such as `TP1 +1.8R`. */
  readonly label?: string;
  /** Where its line starts; a tag without one has no line. */
  readonly lineFrom?: PixelX;
  readonly dashed?: boolean;
  /** The lowest one gives way when there are more tags than room. */
  readonly priority: number;
}

/** What one overlay or layer adds to the picture. */
export interface Drawing {
  readonly shapes?: readonly Shape[];
  readonly labels?: readonly LabelRequest[];
  readonly tags?: readonly TagRequest[];
}

export const NOTHING: Drawing = {};

export interface Collected {
  readonly shapes: readonly Shape[];
  readonly labels: readonly LabelRequest[];
  readonly tags: readonly TagRequest[];
}

export function collect(drawings: readonly Drawing[]): Collected {
  return {
    shapes: drawings.flatMap(({ shapes }) => shapes ?? []),
    labels: drawings.flatMap(({ labels }) => labels ?? []),
    tags: drawings.flatMap(({ tags }) => tags ?? []),
  };
}
