import { z } from "zod";
import { detectorSettingsSchema } from "../detect/registry.ts";
import { riskSettingsSchema } from "../risk/risk-settings.ts";
import { strategySettingsSchema } from "../strategy/registry.ts";
import { approvalSettingsSchema } from "../trade/approval-settings.ts";
import { managementSettingsSchema } from "../trade/management-settings.ts";
import { deskSettingsSchema } from "./desk-settings.ts";

/** Everything a person may change while the desk runs. The only place of types, ranges, defaults and help. */
export const settingsSchema = z.strictObject({
  ...deskSettingsSchema.shape,
  risk: riskSettingsSchema.prefault({}).describe("Limits that no strategy and no tap can pass"),
  approvals: approvalSettingsSchema
    .prefault({})
    .describe("Who must approve an entry, and what may do it without a tap"),
  management: managementSettingsSchema
    .prefault({})
    .describe("How a position is looked after; counts for trades approved from then on"),
  strategies: strategySettingsSchema
    .prefault({})
    .describe("Which setups are looked for, and how they are traded"),
  detectors: detectorSettingsSchema.prefault({}).describe("How each concept is measured"),
});

export type Settings = z.output<typeof settingsSchema>;
/** Settings as a person writes them: what is not named keeps its default. */
export type SettingsInput = z.input<typeof settingsSchema>;

/** Settings together with the number of the change that made them; 0 is the defaults. */
export interface VersionedSettings {
  readonly version: number;
  readonly settings: Settings;
}
