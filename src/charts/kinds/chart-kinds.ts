import type { SignalChartInput } from "../chart-input.ts";
import { chartScene, type Scene } from "../scene.ts";
import { type CalendarInput, calendarScene } from "./calendar.ts";
import { type EquityInput, equityScene } from "./equity.ts";
import { type ExposureInput, exposureScene } from "./exposure.ts";
import { type PerformanceInput, performanceScene } from "./performance.ts";
import { type ScanOverviewInput, scanOverviewScene } from "./scan-overview.ts";
import { type SessionBriefInput, sessionBriefScene } from "./session-brief.ts";
import { type TwoTimeframesInput, twoTimeframesScene } from "./two-timeframes.ts";

/** What each kind of picture is drawn from. */
interface ChartInputs {
  /** A signal, a trade, a position through its life, or a plain chart. */
  readonly signal: SignalChartInput;
  readonly "two-timeframes": TwoTimeframesInput;
  readonly "session-brief": SessionBriefInput;
  readonly equity: EquityInput;
  readonly calendar: CalendarInput;
  readonly performance: PerformanceInput;
  readonly "scan-overview": ScanOverviewInput;
  readonly exposure: ExposureInput;
}

type ChartKind = keyof ChartInputs;

/** A picture as plain values: it can be sent to a thread, hashed and stored. */
export type ChartRequest = {
  readonly [Kind in ChartKind]: { readonly kind: Kind; readonly input: ChartInputs[Kind] };
}[ChartKind];

/** Every kind of picture by its name; a kind without a model does not compile. */
const SCENES: { readonly [Kind in ChartKind]: (input: ChartInputs[Kind]) => Scene } = {
  signal: chartScene,
  "two-timeframes": twoTimeframesScene,
  "session-brief": sessionBriefScene,
  equity: equityScene,
  calendar: calendarScene,
  performance: performanceScene,
  "scan-overview": scanOverviewScene,
  exposure: exposureScene,
};

/** What the picture consists of. Pure. Throws `RangeError` for an input that holds nothing to draw. */
export function sceneOf<Kind extends ChartKind>(request: {
  readonly kind: Kind;
  readonly input: ChartInputs[Kind];
}): Scene {
  return SCENES[request.kind](request.input);
}
