import { z } from "zod";
import { breakerRetest } from "./breaker-retest.ts";
import { continuation } from "./continuation.ts";
import type { Strategy, StrategyContext } from "./contract.ts";
import { judasSwing } from "./judas-swing.ts";
import { orderBlockTouch } from "./order-block-touch.ts";
import { reversal } from "./reversal.ts";
import { silverBullet } from "./silver-bullet.ts";
import { smtDivergence } from "./smt-divergence.ts";
import { structureContinuation } from "./structure-continuation.ts";
import { sweepReversal } from "./sweep-reversal.ts";

/** Every strategy the desk knows. Settings, their types and their help follow from this array. */
const STRATEGIES = [
  orderBlockTouch,
  sweepReversal,
  silverBullet,
  breakerRetest,
  structureContinuation,
  continuation,
  reversal,
  judasSwing,
  smtDivergence,
] as const;

type Definition = (typeof STRATEGIES)[number];
type SettingsShape = {
  [D in Definition as D["settingsKey"]]: z.ZodPrefault<D["settings"]>;
};

function settingsOf({ settings, help }: Definition): z.ZodPrefault {
  const schema: z.ZodObject = settings;
  return schema.prefault({}).describe(help);
}

/** In the order of the registry. */
export const STRATEGY_NAMES: readonly string[] = STRATEGIES.map(({ name }) => name);

/** Settings of every strategy, by its name in camelCase. */
export const strategySettingsSchema = z.strictObject(
  Object.fromEntries(
    STRATEGIES.map((definition) => [definition.settingsKey, settingsOf(definition)]),
    // The keys and schemas are those of the array; `fromEntries` only forgets which belongs to which.
  ) as SettingsShape,
);

export type StrategySettings = z.output<typeof strategySettingsSchema>;

/** The part of the settings that strategies need. */
export interface StrategiesInput {
  readonly strategies: StrategySettings;
  readonly signals: StrategyContext;
}

/** The strategies in the order of the registry; one that is switched off stays silent. */
export function createStrategies({ strategies, signals }: StrategiesInput): readonly Strategy[] {
  return STRATEGIES.map((definition) => definition.create(strategies[definition.settingsKey], signals));
}
