import { type ColourToken, PALETTES, type Paint, type Theme } from "./palette.ts";

/** The part of a canvas that a pen sets. */
interface Inkable {
  fillStyle: unknown;
  strokeStyle: unknown;
  font: string;
  setLineDash(segments: number[]): void;
}

/**
 * Sets colours, fonts and dashes only when they change: every setting is parsed anew, and a picture has hundreds of
 * shapes with a handful of looks. Opacity is part of the colour, so that it is one setting and not two.
 */
export class Pen {
  readonly #context: Inkable;
  readonly #colours: Readonly<Record<ColourToken, string>>;
  #fill = "";
  #stroke = "";
  #font = "";
  #dash = "";

  constructor(context: Inkable, theme: Theme) {
    this.#context = context;
    this.#colours = PALETTES[theme];
  }

  fill(paint: Paint): void {
    const ink = this.#ink(paint);
    if (ink === this.#fill) return;
    this.#fill = ink;
    this.#context.fillStyle = ink;
  }

  stroke(paint: Paint, dash: readonly number[] = []): void {
    const ink = this.#ink(paint);
    if (ink !== this.#stroke) this.#context.strokeStyle = ink;
    this.#stroke = ink;
    const key = dash.join(" ");
    if (key !== this.#dash) this.#context.setLineDash([...dash]);
    this.#dash = key;
  }

  font(font: string): void {
    if (font === this.#font) return;
    this.#font = font;
    this.#context.font = font;
  }

  /** `#rrggbbaa`. */
  #ink({ token, alpha = 1 }: Paint): string {
    if (alpha >= 1) return this.#colours[token];
    const opacity = Math.round(Math.max(0, alpha) * 255);
    return `${this.#colours[token]}${opacity.toString(16).padStart(2, "0")}`;
  }
}
