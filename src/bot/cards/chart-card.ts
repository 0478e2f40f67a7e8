import { type Timeframe, timeframeMs } from "../../engine/candles/timeframe.ts";
import { DETECTION_GROUPS, type DetectionGroup } from "../../engine/detect/detection-groups.ts";
import type { Card, CardButton } from "../card.ts";
import type { Words } from "../texts.ts";
import { commandButton, inRows, text, titled, withImage } from "./list-card.ts";

/** What a chart shows: one timeframe or two, and what is drawn over the candles; all of it when unset. */
export interface ShownChart {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly second?: Timeframe;
  readonly overlays?: readonly DetectionGroup[];
}

const OFFERED: readonly Timeframe[] = ["1m", "5m", "15m", "1h", "4h", "1d"];

/** The chart with buttons for other timeframes, for a second one beside it, and for what is drawn over it. */
export function chartCard(words: Words, shown: ShownChart, image: Uint8Array | undefined): Card {
  const { symbol, timeframe, second } = shown;
  const title =
    second === undefined
      ? words.say("chart-title", { symbol, timeframe })
      : words.say("chart-title-two", { symbol, timeframe, second });
  const missing = text(words.say("chart-none", { symbol, timeframe }));
  const card = titled(title, image === undefined ? [missing] : [], [
    timeframeButtons(shown),
    ...secondButton(words, shown),
    ...(image === undefined ? [] : inRows(overlayButtons(words, shown), 3)),
  ]);
  return withImage(card, image);
}

function timeframeButtons(shown: ShownChart): readonly CardButton[] {
  return OFFERED.filter((other) => other !== shown.timeframe && other !== shown.second).map((other) =>
    commandButton(other, commandOf({ ...shown, timeframe: other })),
  );
}

/** Shows the next larger timeframe beside it, or only one again. */
function secondButton(words: Words, shown: ShownChart): readonly (readonly CardButton[])[] {
  const { second, ...single } = shown;
  if (second !== undefined) return [[commandButton(words.say("button-chart-single"), commandOf(single))]];
  const larger = OFFERED.find((other) => timeframeMs(other) > timeframeMs(shown.timeframe) * 2);
  if (larger === undefined) return [];
  const label = words.say("button-chart-beside", { timeframe: larger });
  return [[commandButton(label, commandOf({ ...shown, second: larger }))]];
}

function overlayButtons(words: Words, shown: ShownChart): readonly CardButton[] {
  const { overlays = DETECTION_GROUPS } = shown;
  return DETECTION_GROUPS.map((name) => {
    const isShown = overlays.includes(name);
    const others = overlays.filter((other) => other !== name);
    const label = isShown
      ? words.say("button-overlay-hide", { name })
      : words.say("button-overlay-show", { name });
    return commandButton(label, commandOf({ ...shown, overlays: isShown ? others : [...others, name] }));
  });
}

function commandOf({ symbol, timeframe, second, overlays }: ShownChart): string {
  const isAll = overlays === undefined || DETECTION_GROUPS.every((name) => overlays.includes(name));
  const named = isAll ? [] : overlays.length === 0 ? ["none"] : overlays;
  return ["/chart", symbol, timeframe, second, ...named].filter((part) => part !== undefined).join(" ");
}
