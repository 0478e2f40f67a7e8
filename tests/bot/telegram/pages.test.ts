import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardLines, type Line } from "../../../src/bot/telegram/lines.ts";
import { firstPage, MAX_CAPTION, MAX_TEXT, textPages } from "../../../src/bot/telegram/pages.ts";

const plain = (text: string, opens = false): Line => ({ text, style: "plain", opens });

const line: fc.Arbitrary<Line> = fc.record({
  text: fc
    .string({ minLength: 1, maxLength: 300, unit: "grapheme" })
    .map((text) => `x${text.replaceAll("\n", " ")}x`),
  style: fc.constantFrom("plain", "bold", "italic", "mono"),
  opens: fc.boolean(),
});

describe("pages of a telegram text", () => {
  it("join lines of one block, and part blocks by an empty line", () => {
    const [page] = textPages([plain("a", true), plain("b"), plain("c", true)], MAX_TEXT);
    expect(page).toEqual({ text: "a\nb\n\nc", entities: [] });
  });

  it("make one range of a table and one of each title", () => {
    const lines = cardLines([
      { kind: "title", text: "Title" },
      { kind: "table", head: ["a", "bb"], rows: [["1", "2"]] },
      { kind: "note", text: "note" },
    ]);
    expect(textPages(lines, MAX_TEXT)).toEqual([
      {
        text: "Title\n\na  bb\n1  2\n\nnote",
        entities: [
          { type: "bold", offset: 0, length: 5 },
          { type: "pre", offset: 7, length: 10 },
          { type: "italic", offset: 19, length: 4 },
        ],
      },
    ]);
  });

  it("break between lines where that is possible", () => {
    const pages = textPages([plain("a".repeat(600)), plain("b".repeat(600)), plain("c")], MAX_CAPTION);
    expect(pages.map(({ text }) => [text[0], text.length])).toEqual([
      ["a", 600],
      ["b", 602],
    ]);
  });

  it("keep the beginning of what does not fit", () => {
    const lines = Array.from({ length: 300 }, (_, at) => plain(`line ${at}`, at === 0));
    const { text } = firstPage(lines, MAX_CAPTION);
    expect(text.startsWith("line 0\nline 1\n")).toBe(true);
    expect(text.endsWith("\n\n…")).toBe(true);
    expect(text.length).toBeLessThanOrEqual(MAX_CAPTION);
    expect(text.length).toBeGreaterThan(MAX_CAPTION - 20);
  });

  it("always fit, lose nothing and keep their ranges inside", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(64, 1024, 4096),
        (lines, limit) => {
          const pages = textPages(lines, limit);
          for (const { text, entities } of pages) {
            expect(text.length).toBeLessThanOrEqual(limit);
            for (const { offset, length } of entities) {
              expect(length).toBeGreaterThan(0);
              expect(offset + length).toBeLessThanOrEqual(text.length);
            }
          }
          const all = pages.map(({ text }) => text.replaceAll("\n", "")).join("");
          expect(all).toBe(lines.map(({ text }) => text).join(""));
          expect(firstPage(lines, limit).text.length).toBeLessThanOrEqual(limit);
        },
      ),
      { seed: 42, numRuns: 200 },
    );
  });
});
