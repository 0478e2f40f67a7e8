import type { CardBlock } from "../card.ts";

/** How a line of a message looks. */
export type LineStyle = "plain" | "bold" | "italic" | "mono";

export interface Line {
  readonly text: string;
  readonly style: LineStyle;
  /** A block begins here: an empty line is put before it. */
  readonly opens: boolean;
  /** The trade that the line names. */
  readonly tradeId?: string;
  /** Where a tap on the line leads. */
  readonly url?: string;
}

/** Wider tables break on a phone; their rows are written one below the other instead. */
const MAX_TABLE_WIDTH = 42;

/** The card's text as lines, free of entities and limits. */
export function cardLines(blocks: readonly CardBlock[]): readonly Line[] {
  return blocks.flatMap((block) =>
    blockLines(block)
      .filter(({ text }) => text !== "")
      .map((line, at) => ({ ...line, opens: at === 0 })),
  );
}

/** In a group the line that names a trade leads to its card in the private chat with the bot. */
export function withLinks(
  lines: readonly Line[],
  chatId: string,
  botName: string | undefined,
): readonly Line[] {
  if (botName === undefined || !chatId.startsWith("-")) return lines;
  return lines.map((line) =>
    line.tradeId === undefined
      ? line
      : { ...line, url: `https://t.me/${botName}?start=trade_${line.tradeId}` },
  );
}

type BareLine = Omit<Line, "opens">;

function blockLines(block: CardBlock): readonly BareLine[] {
  switch (block.kind) {
    case "title":
      return split(block.text, "bold");
    case "text":
      return split(block.text, "plain");
    case "code":
      return split(block.text, "mono");
    case "note": {
      const { tradeId } = block;
      return split(block.text, "italic").map((line) => (tradeId === undefined ? line : { ...line, tradeId }));
    }
    case "facts":
      return block.rows.flatMap(([label, value]) => split(`${label}: ${value}`, "plain"));
    case "table":
      return tableLines(block.head, block.rows);
  }
}

function split(text: string, style: LineStyle): readonly BareLine[] {
  return text.split("\n").map((line) => ({ text: line.trim(), style }));
}

type Row = readonly string[];

function tableLines(head: Row, rows: readonly Row[]): readonly BareLine[] {
  const widths = head.map((cell, at) => Math.max(length(cell), ...rows.map((row) => length(row[at] ?? ""))));
  const width = widths.reduce((sum, each) => sum + each + 2, -2);
  if (width > MAX_TABLE_WIDTH) return rows.flatMap((row) => stacked(head, row));
  return [head, ...rows].map((row) => ({ text: padded(row, widths), style: "mono" }));
}

function padded(row: Row, widths: readonly number[]): string {
  return row
    .map((cell, at) => cell + " ".repeat(Math.max(0, (widths[at] ?? 0) - length(cell))))
    .join("  ")
    .trimEnd();
}

/** First three cells as a headline, the others with their names below. */
function stacked(head: Row, row: Row): readonly BareLine[] {
  const rest = row.slice(3).map((cell, at) => `${head[at + 3] ?? ""} ${cell}`.trim());
  return [
    { text: row.slice(0, 3).join(" "), style: "bold" },
    { text: rest.join(" · "), style: "plain" },
  ];
}

/** Characters as they are seen, not UTF-16 units. */
function length(text: string): number {
  return [...text].length;
}
