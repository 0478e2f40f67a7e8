import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { fitText, textBox, textWidth } from "../../../src/charts/text/text-width.ts";
import { pixelX, pixelY } from "../../../src/charts/units.ts";

const FONTS = "node_modules/@fontsource";
for (const weight of [500, 700]) {
  for (const subset of ["latin", "cyrillic"]) {
    GlobalFonts.registerFromPath(
      `${FONTS}/inter/files/inter-${subset}-${weight}-normal.woff2`,
      `Width ${subset}`,
    );
  }
}
GlobalFonts.registerFromPath(
  `${FONTS}/jetbrains-mono/files/jetbrains-mono-latin-500-normal.woff2`,
  "Width Mono",
);

const CSS = {
  text: '500 20px "Width latin", "Width cyrillic"',
  strong: '700 20px "Width latin", "Width cyrillic"',
  digits: '500 20px "Width Mono"',
} as const;

describe("textWidth", () => {
  it.each([
    ["text", "Order block touch · New York AM"],
    ["text", "Касание ордер-блока, сессия"],
    ["text", "21 Dec 2022, 17:00 GMT+5:30"],
    ["strong", "TP1 +1.8R"],
    ["strong", "SL −1R"],
    ["strong", "CHoCH ↑ ×"],
    ["strong", "ЛОНГ"],
    ["digits", "61\u202f234.5"],
    ["digits", "−0.00001620"],
  ] as const)("in %s of %s is what the font measures, never less", (font, written) => {
    const context = createCanvas(1, 1).getContext("2d");
    context.font = CSS[font];
    const measured = context.measureText(written).width;
    const width = textWidth(written, font, 20);
    expect(width).toBeGreaterThanOrEqual(measured - 0.01);
    expect(width).toBeLessThan(measured * 1.06 + 1);
  });

  it("counts nothing for letters that nobody sees", () => {
    expect(textWidth("\u202eBTC\u2066\u0007", "strong", 20)).toBe(textWidth("BTC", "strong", 20));
  });

  it("takes unknown glyphs as wide", () => {
    expect(textWidth("市", "text", 20)).toBe(22);
  });
});

describe("fitText", () => {
  it("keeps what fits and shortens the rest with an ellipsis", () => {
    expect(fitText("Order block touch", "text", 22, 400)).toBe("Order block touch");
    expect(fitText("Order block touch", "text", 22, 120)).toBe("Order blo…");
    expect(fitText("Order block touch", "text", 22, 10)).toBe("");
  });
});

describe("textBox", () => {
  it("stands on the side that the alignment says", () => {
    const at = { text: "00", x: pixelX(100), y: pixelY(50), font: "digits", size: 20 } as const;
    expect(textBox({ ...at, align: "left" })).toEqual({ left: 100, top: 40, right: 124, bottom: 62 });
    expect(textBox({ ...at, align: "center" }).left).toBe(88);
    expect(textBox({ ...at, align: "right" }).left).toBe(76);
  });
});
