import type { MessageEntity } from "grammy/types";
import type { Line, LineStyle } from "./lines.ts";

/** Text with its formatting as ranges, so that nothing in it can be taken for markup. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Limits of the Bot API, in UTF-16 units after formatting. */
export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;

/** The lines in as many texts as the limit needs; they are only broken between lines where that is possible. */
export function textPages(lines: readonly Line[], limit: number): readonly FormattedText[] {
  const pages: Line[][] = [];
  let used = 0;
  for (const line of lines.flatMap((each) => broken(each, limit))) {
    const page = pages.at(-1);
    const gap = line.opens ? 2 : 1;
    if (page === undefined || used + gap + line.text.length > limit) {
      pages.push([line]);
      used = line.text.length;
    } else {
      page.push(line);
      used += gap + line.text.length;
    }
  }
  return pages.map(formatted);
}

const MORE = { text: "…", style: "plain", opens: true } as const;

/** As much of the beginning as fits into one text: what a card says first matters most. */
export function firstPage(lines: readonly Line[], limit: number): FormattedText {
  const [whole, ...others] = textPages(lines, limit);
  if (whole !== undefined && others.length === 0) return whole;
  const [page] = textPages(lines, limit - MORE.text.length - 2);
  const kept = lines.slice(0, linesIn(lines, page?.text ?? ""));
  return formatted([...kept, MORE]);
}

/** How many lines the page holds in full. */
function linesIn(lines: readonly Line[], page: string): number {
  let count = 0;
  let text = "";
  for (const line of lines) {
    text = joined(text, line);
    if (!page.startsWith(text)) break;
    count += 1;
  }
  return count;
}

function joined(text: string, line: Line): string {
  return text === "" ? line.text : `${text}${line.opens ? "\n\n" : "\n"}${line.text}`;
}

/** A line longer than the limit, in pieces; surrogate pairs stay together. */
function broken(line: Line, limit: number): readonly Line[] {
  if (line.text.length <= limit) return [line];
  const pieces: string[] = [""];
  for (const character of line.text) {
    const last = pieces.length - 1;
    if ((pieces[last] ?? "").length + character.length > limit) pieces.push(character);
    else pieces[last] += character;
  }
  return pieces.map((text, at) => ({ ...line, text, opens: line.opens && at === 0 }));
}

const ENTITIES: Readonly<Record<Exclude<LineStyle, "plain">, "bold" | "italic" | "pre">> = {
  bold: "bold",
  italic: "italic",
  mono: "pre",
};

/** Neighbouring lines of one style become one range: a table is one block. */
function formatted(lines: readonly Line[]): FormattedText {
  const entities: { type: "bold" | "italic" | "pre"; offset: number; length: number }[] = [];
  const links: MessageEntity[] = [];
  let text = "";
  let previous: Line | undefined;
  for (const line of lines) {
    text = joined(text, line);
    const offset = text.length - line.text.length;
    if (line.url !== undefined) {
      links.push({ type: "text_link", offset, length: line.text.length, url: line.url });
    }
    const last = entities.at(-1);
    if (line.style === previous?.style && !line.opens && last !== undefined && line.style !== "plain") {
      last.length = text.length - last.offset;
    } else if (line.style !== "plain") {
      entities.push({ type: ENTITIES[line.style], offset, length: line.text.length });
    }
    previous = line;
  }
  return { text, entities: [...entities, ...links] };
}
