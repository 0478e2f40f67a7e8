import { z } from "zod";
import type { Strategy, StrategyContext } from "./contract.ts";
import { orderBlockTouch } from "./order-block-touch.ts";

/** Every strategy the desk knows. Settings, their types and their help follow from this array. */
const STRATEGIES = [orderBlockTouch] as const;

type Definition = (typeof STRATEGIES)[number];
type SettingsShape = {
  [D in Definition as D["settingsKey"]]: z.ZodPrefault<D["settings"]>;
};

/** Settings of every strategy, by its name in camelCase. */
export const strategySettingsSchema = z.strictObject(
  Object.fromEntries(
    STRATEGIES.map(({ settingsKey, settings, help }) => [settingsKey, settings.prefault({}).describe(help)]),
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
