import type { Shape } from "../display-list.ts";
import type { Drawing } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { type ColourToken, paint } from "../palette.ts";
import { rect, text } from "../shapes.ts";
import { STYLE } from "../style.ts";
import { type FontName, fitText, textWidth } from "../text/text-width.ts";
import { box } from "../units.ts";

const GAP = 16;
const PILL_PADDING = 12;

/** One text of a header, on its own ground if it has one. */
export interface HeaderPiece {
  readonly text: string;
  readonly font: FontName;
  readonly size: number;
  readonly token: ColourToken;
  /** Colour behind it. */
  readonly ground?: ColourToken;
}

/** Symbol, timeframe, direction, strategy, state and result from the left; the time at the right. */
export function drawHeader(frame: Frame): Drawing {
  const middle = frame.header.bottom / 2;
  const time = writtenTime(frame);
  const right = frame.width - STYLE.margin;
  const timeShape = text("header", time, [right, middle], {
    align: "right",
    size: STYLE.timeSize,
    fill: paint("quietText"),
  });
  const limit = right - textWidth(time, "text", STYLE.timeSize) - GAP * 2;
  return { shapes: [...headerRow(pieces(frame), middle, limit), timeShape] };
}

/** From the left as many as fit; the last one is shortened. */
export function headerRow(all: readonly HeaderPiece[], middle: number, limit: number): readonly Shape[] {
  const shapes: Shape[] = [];
  let left: number = STYLE.margin;
  for (const piece of all) {
    const padding = piece.ground === undefined ? 0 : PILL_PADDING;
    const written = fitText(piece.text, piece.font, piece.size, limit - left - padding * 2);
    if (written === "") break;
    const width = textWidth(written, piece.font, piece.size) + padding * 2;
    if (piece.ground !== undefined) {
      const area = box(left, middle - STYLE.tagHeight / 2, left + width, middle + STYLE.tagHeight / 2);
      shapes.push(rect("header", area, { fill: paint(piece.ground), radius: 6 }));
    }
    shapes.push(
      text("header", written, [left + padding, middle], {
        font: piece.font,
        size: piece.size,
        fill: paint(piece.token),
      }),
    );
    left += width + GAP;
  }
  return shapes;
}

function pieces({ input, levels, writeR }: Frame): readonly HeaderPiece[] {
  const { labels = {} } = input;
  const long = levels?.direction === "long";
  const openPnl = input.life?.openPnl;
  const all: (HeaderPiece | undefined)[] = [
    { text: input.symbol, font: "strong", size: STYLE.symbolSize, token: "text" },
    { text: input.timeframe, font: "text", size: STYLE.titleSize, token: "quietText" },
    labels.direction === undefined ? undefined : pill(labels.direction, long ? "target" : "stop"),
    levels?.resultR === undefined
      ? undefined
      : pill(writeR(levels.resultR), levels.resultR >= 0 ? "target" : "stop"),
    openPnl === undefined ? undefined : pill(openPnl, /^[−-]/.test(openPnl) ? "stop" : "target"),
    labels.strategy === undefined ? undefined : plain(labels.strategy, "text"),
    labels.state === undefined ? undefined : plain(`· ${labels.state}`, "quietText"),
  ];
  return all.filter((piece) => piece !== undefined);
}

/** A text on a coloured ground. */
export function pill(written: string, ground: ColourToken): HeaderPiece {
  return { text: written, font: "strong", size: STYLE.strategySize, token: "tagText", ground };
}

export function plain(written: string, token: ColourToken): HeaderPiece {
  return { text: written, font: "text", size: STYLE.strategySize, token };
}

/** The moment of the signal, or the close of the newest candle, in the reader's zone. */
function writtenTime({ input, candleMs }: Frame): string {
  const newest = (input.candles.at(-1)?.openTime ?? 0) + candleMs;
  return new Intl.DateTimeFormat(input.locale ?? "en-GB", {
    timeZone: input.timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).format(input.signal?.knownAt ?? input.trade?.signal.knownAt ?? newest);
}
