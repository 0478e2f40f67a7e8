import { z } from "zod";
import { dayRollSchema } from "../clock/day-roll.ts";
import type { DetectionKind } from "./detection.ts";
import type { Detector, DetectorContext } from "./detector.ts";
import { balancedPriceRange } from "./detectors/balanced-price-range.ts";
import { breakerBlock } from "./detectors/breaker-block.ts";
import { changeInDelivery } from "./detectors/change-in-delivery.ts";
import { dealingRange } from "./detectors/dealing-range.ts";
import { displacement } from "./detectors/displacement.ts";
import { fairValueGap } from "./detectors/fair-value-gap.ts";
import { inverseFairValueGap } from "./detectors/inverse-fair-value-gap.ts";
import { judasSwing } from "./detectors/judas-swing.ts";
import { liquidityPool } from "./detectors/liquidity-pool.ts";
import { liquiditySweep } from "./detectors/liquidity-sweep.ts";
import { marketStructure } from "./detectors/market-structure.ts";
import { mitigationBlock } from "./detectors/mitigation-block.ts";
import { newDayOpeningGap } from "./detectors/new-day-opening-gap.ts";
import { newWeekOpeningGap } from "./detectors/new-week-opening-gap.ts";
import { openingGap } from "./detectors/opening-gap.ts";
import { orderBlock } from "./detectors/order-block.ts";
import { previousRange } from "./detectors/previous-range.ts";
import { session } from "./detectors/session.ts";
import { smtDivergence } from "./detectors/smt-divergence.ts";
import { swing } from "./detectors/swing.ts";
import { volumeImbalance } from "./detectors/volume-imbalance.ts";

/** Every detector, in the order in which events of one step are reported. A new kind is one more line. */
export const DETECTORS = [
  swing,
  marketStructure,
  displacement,
  orderBlock,
  breakerBlock,
  mitigationBlock,
  fairValueGap,
  inverseFairValueGap,
  balancedPriceRange,
  volumeImbalance,
  openingGap,
  liquidityPool,
  liquiditySweep,
  dealingRange,
  previousRange,
  newDayOpeningGap,
  newWeekOpeningGap,
  session,
  changeInDelivery,
  judasSwing,
  smtDivergence,
] as const;

type Entry = (typeof DETECTORS)[number];

type CamelCase<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Text;

type DetectorShape = {
  [One in Entry as CamelCase<One["kind"]>]: z.ZodPrefault<One["settings"]>;
};

/** The key of a kind in the settings: `fair-value-gap` is `fairValueGap`. */
export function settingsKey<Kind extends DetectionKind>(kind: Kind): CamelCase<Kind> {
  return kind.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<Kind>;
}

function settingsOf({ settings, help }: Entry): z.ZodPrefault {
  const schema: z.ZodObject = settings;
  return schema.prefault({}).describe(help);
}

// `fromEntries` forgets which key has which schema; the type above states what the line below builds.
const shape = Object.fromEntries(
  DETECTORS.map((entry) => [settingsKey(entry.kind), settingsOf(entry)]),
) as DetectorShape;

/** By kind: computed once, because every engine asks for every kind. */
const KEYS = new Map(DETECTORS.map(({ kind }) => [kind, settingsKey(kind)]));

/** Settings of every detector, by its kind in camelCase, and the day roll that several of them share. */
export const detectorSettingsSchema = z.strictObject({ ...shape, dayRoll: dayRollSchema });

export type DetectorSettings = z.output<typeof detectorSettingsSchema>;

type CreateAny = (context: DetectorContext, settings: unknown) => Detector;

/** One detector of each of `kinds`. A disabled one works too, because others build on it; it only stays silent. */
export function createDetectors(
  context: DetectorContext,
  settings: DetectorSettings,
  kinds: readonly DetectionKind[],
): ReadonlyMap<DetectionKind, Detector> {
  return new Map(
    DETECTORS.filter(({ kind }) => kinds.includes(kind)).map((entry) => {
      // The shape above pairs every entry with its own settings; the type system cannot follow the pairs.
      const create = entry.create as CreateAny;
      return [entry.kind, create(context, settings[settingsKey(entry.kind)])];
    }),
  );
}

/** Whether events of the kind are reported. */
export function isKindEnabled(settings: DetectorSettings, kind: DetectionKind): boolean {
  const key = KEYS.get(kind);
  return key !== undefined && settings[key].enabled;
}
