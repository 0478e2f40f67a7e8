import { type Box, box, type PixelX, type PixelY } from "../units.ts";
import { INTER_500, INTER_700 } from "./inter-advances.ts";

/** `text` and `strong` are Inter in two weights; `digits` is JetBrains Mono, for prices. */
export type FontName = "text" | "strong" | "digits";

/** Advance of every glyph of JetBrains Mono; the narrow space between thousands is half of it. */
const MONO_ADVANCE = 0.6;
const NARROW_SPACE = "\u202f";
/** No glyph of a bundled font is wider; unknown ones are taken from another font. */
const UNKNOWN_ADVANCE = 1.1;
/** Nobody sees them: they turn the direction of writing, join, or end a line. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

const advances: Record<"text" | "strong", ReadonlyMap<string, number>> = {
  text: unfold(INTER_500),
  strong: unfold(INTER_700),
};

/** Width of a text in pixels, never less than what is drawn. Kerning is ignored: it only makes text narrower. */
export function textWidth(text: string, font: FontName, size: number): number {
  let ems = 0;
  for (const glyph of text) {
    ems += font === "digits" ? monoAdvance(glyph) : (advances[font].get(glyph) ?? unknownAdvance(glyph));
  }
  return ems * size;
}

/** Without letters that nobody sees, so that a name that someone else has chosen cannot turn words around. */
export function seenText(text: string): string {
  return text.replace(UNSEEN, "");
}

/** The text, or as much of its start as fits into `maxWidth` with an ellipsis; empty when nothing fits. */
export function fitText(text: string, font: FontName, size: number, maxWidth: number): string {
  if (textWidth(text, font, size) <= maxWidth) return text;
  const glyphs = [...text];
  while (glyphs.length > 0) {
    glyphs.pop();
    const shorter = `${glyphs.join("").trimEnd()}…`;
    if (glyphs.length > 0 && textWidth(shorter, font, size) <= maxWidth) return shorter;
  }
  return "";
}

/** The pixels a text may touch: from above its capitals to below its descenders. */
export function textBox(text: {
  readonly text: string;
  readonly x: PixelX;
  readonly y: PixelY;
  readonly align: "left" | "center" | "right";
  readonly font: FontName;
  readonly size: number;
}): Box {
  const width = textWidth(text.text, text.font, text.size);
  const left = text.x - { left: 0, center: width / 2, right: width }[text.align];
  return box(left, text.y - text.size * 0.5, left + width, text.y + text.size * 0.6);
}

function unknownAdvance(glyph: string): number {
  return seenText(glyph) === "" ? 0 : UNKNOWN_ADVANCE;
}

function monoAdvance(glyph: string): number {
  if (glyph === NARROW_SPACE) return MONO_ADVANCE / 2;
  return (glyph.codePointAt(0) ?? 0) < 0x2500 ? MONO_ADVANCE : UNKNOWN_ADVANCE;
}

function unfold(byWidth: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(byWidth).flatMap(([width, glyphs]) =>
      [...glyphs].map((glyph): [string, number] => [glyph, Number(width) / 1000]),
    ),
  );
}
