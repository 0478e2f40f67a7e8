import { timeframeMs } from "../../candles/timeframe.ts";
import type { Detection } from "../../detect/detection.ts";
import type { EntryType, Phrase, SetupEnd, Signal } from "../../signal.ts";
import type { StrategyContext, TimeframeView } from "../contract.ts";
import type { Zone } from "../zone.ts";
import { confluenceParts, confluenceScore, gradeOf, type ScoredPlan } from "./confluence.ts";
import { commonFeatures } from "./features.ts";
import type { PlanSettings } from "./plan-settings.ts";
import { gapInBlock, newestIndex, type Structure } from "./reading.ts";
import { isAhead, type TradeSide } from "./side.ts";
import { targetPools } from "./targets.ts";

/** What a strategy tells of its setup beside the prices. */
export interface Told {
  readonly story: readonly Phrase[];
  readonly evidence: readonly Detection[];
  readonly endsOn: readonly SetupEnd[];
  /** Numbers that only this strategy knows. */
  readonly features?: Readonly<Record<string, number>>;
}

/** What a strategy found: where to enter, what protects it and the facts that tell its story. */
export interface Setup extends Told {
  readonly side: TradeSide;
  /** Price of the setup; the newest close takes its place when the settings say to enter at the market. */
  readonly entry: number;
  /** The price that must hold; the stop stands `stopBufferAtr` beyond it. */
  readonly protection: number;
  readonly zone?: Zone | undefined;
  readonly sweep?: Structure | undefined;
}

/** Every price of a trade, and the liquidity that its targets are. */
export interface Plan extends ScoredPlan {
  readonly entryType: EntryType;
  readonly pools: readonly Structure[];
}

/**
 * The setup as a signal, or nothing when its prices make no trade: no ATR yet, the stop on the wrong side or within
 * the noise, price beyond the entry already, no liquidity ahead that is worth the risk, or its window over at once.
 */
export function setupSignal(
  strategy: string,
  view: TimeframeView,
  setup: Setup,
  settings: PlanSettings,
  context: StrategyContext,
): Signal | undefined {
  const plan = planOf(view, setup, settings);
  return plan && plannedSignal(strategy, view, plan, setup, context);
}

/** A signal with these prices, scored as every other; nothing when its window is over at once. */
export function plannedSignal(
  strategy: string,
  view: TimeframeView,
  plan: Plan,
  told: Told,
  context: StrategyContext,
): Signal | undefined {
  const { symbol, series, session } = view;
  const { timeframe } = series;
  const { direction } = plan.side;
  const knownAt = series.openTime(newestIndex(view)) + timeframeMs(timeframe);
  const expiresAt = expiryOf(told, knownAt + context.expireAfterCandles * timeframeMs(timeframe));
  if (expiresAt <= knownAt) return undefined;
  const parts = confluenceParts(view, plan, context.weights);
  const score = confluenceScore(parts);
  return {
    id: `${symbol}|${timeframe}|${strategy}|${direction}|${knownAt}`,
    symbol,
    timeframe,
    strategy,
    direction,
    knownAt,
    expiresAt,
    entryType: plan.entryType,
    entry: plan.entry,
    stop: plan.stop,
    targets: plan.targets,
    score,
    grade: gradeOf(score),
    parts,
    reasons: distinct([...told.story, ...parts.filter(({ points }) => points > 0).map(({ why }) => why)]),
    endsOn: told.endsOn,
    evidence: [...told.evidence, ...plan.pools],
    ...(session === undefined ? {} : { session }),
    features: { ...commonFeatures(view, plan), ...told.features },
  };
}

function planOf(view: TimeframeView, setup: Setup, settings: PlanSettings): Plan | undefined {
  const { side, protection, zone, sweep } = setup;
  const { entryType } = settings;
  const { atr } = view;
  if (atr === undefined) return undefined;
  const close = view.series.close(newestIndex(view));
  const entry = entryType === "market" ? close : setup.entry;
  const stop = protection - side.sign * settings.stopBufferAtr * atr;
  if (!isAhead(entry, stop, side) || isAhead(entry, close, side)) return undefined;
  if (side.sign * (entry - stop) < settings.minStopAtr * atr) return undefined;
  const pools = targetPools(view, { entry, stop }, side, settings);
  if (pools.length === 0) return undefined;
  const targets = pools.map(({ level }) => level);
  const overlap = zone && gapInBlock(view, zone, side);
  return { side, entryType, entry, stop, targets, pools, zone, overlap, sweep };
}

/** The window of the setup ends it also when its candles are not used up. */
function expiryOf({ endsOn }: Told, byAge: number): number {
  const windows = endsOn.flatMap((end) => (end.kind === "kill-zone-over" ? end.at : []));
  return Math.min(byAge, ...windows);
}

function distinct(phrases: readonly Phrase[]): readonly Phrase[] {
  return [...new Map(phrases.map((phrase) => [JSON.stringify(phrase), phrase])).values()];
}

/** What ends a setup that waits at a zone: the gap filled, the block invalidated. */
export function zoneEnd({ kind, top, bottom }: Zone): SetupEnd {
  return { kind: kind === "fair-value-gap" ? "gap-filled" : "block-invalidated", top, bottom };
}

/** The detections of a setup as evidence, without those that are missing. */
export function evidenceOf(...found: readonly (Detection | undefined)[]): readonly Detection[] {
  return found.filter((detection) => detection !== undefined);
}
