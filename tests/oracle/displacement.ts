import type { Bias } from "../../src/engine/detect/detection.ts";
import { at, BIASES, body, type Candles, isUp, range, seenAs, span } from "./candle-shape.ts";
import type { Draft } from "./draft.ts";
import type { OracleSettings } from "./options.ts";

/** Section 3: candle `i` displaces in the direction of `bias`. `atr` is a size: the same in both views. */
export function displaces(
  candles: Candles,
  atr: readonly (number | undefined)[],
  i: number,
  bias: Bias,
  { minBodyRatio, minBodyAtr }: OracleSettings["displacement"],
): boolean {
  const before = atr[i - 1];
  const [candle] = seenAs(bias, [at(candles, i)]);
  if (candle === undefined || before === undefined) return false;
  return isUp(candle) && body(candle) >= minBodyRatio * range(candle) && body(candle) >= minBodyAtr * before;
}

export function displacementDrafts(
  candles: Candles,
  atr: readonly (number | undefined)[],
  settings: OracleSettings,
): Draft[] {
  return BIASES.flatMap((bias) =>
    span(0, candles.length - 1)
      .filter((i) => displaces(candles, atr, i, bias, settings.displacement))
      .map((i) => ({
        step: 5,
        kind: "displacement",
        event: "detected",
        thing: `${bias}:${at(candles, i).openTime}`,
        bias,
        index: i,
        knownIndex: i,
      })),
  );
}
