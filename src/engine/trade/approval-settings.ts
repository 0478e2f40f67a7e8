import { z } from "zod";
import { broken, isPlainName } from "../settings/setting-rules.ts";

/** What a setup must be so that a rule may approve it; an empty list asks for nothing. */
const approvalRuleSchema = z.strictObject({
  name: z
    .string()
    .refine(isPlainName, broken("plain-name"))
    .max(20)
    .describe("Name of the rule; /rules on NAME switches it on"),
  grades: z
    .array(z.enum(["A", "B", "C"]))
    .default([])
    .describe("Grades it takes; empty: all"),
  strategies: z.array(z.string().max(40)).max(50).default([]).describe("Strategies it takes; empty: all"),
  sessions: z
    .array(z.string().max(40))
    .max(20)
    .default([])
    .describe("Sessions it takes; empty: any, or none"),
  maxNotional: z.number().gt(0).max(1e12).describe("Largest entry it approves, in the quote currency"),
  sizeFactor: z.number().gt(0).max(1).default(1).describe("Share of the proposed size that it approves"),
});

export const approvalSettingsSchema = z.strictObject({
  secondAboveNotional: z
    .number()
    .min(0)
    .max(1e12)
    .default(0)
    .describe("Entries above this notional need several people; 0 switches it off"),
  neededPeople: z.int().min(2).max(5).default(2).describe("How many people such an entry needs"),
  traderMaxRiskPercent: z
    .number()
    .min(0)
    .max(100)
    .default(0)
    .describe("Above this risk, in percent of the balance, an admin must approve; 0 switches it off"),
  rules: z
    .array(approvalRuleSchema)
    .max(20)
    .refine(
      (rules) => new Set(rules.map(({ name }) => name)).size === rules.length,
      broken("different-names"),
    )
    .default([])
    .describe("Rules that may approve a setup once a person has switched them on; all limits still hold"),
});

export type ApprovalSettings = z.output<typeof approvalSettingsSchema>;
export type ApprovalRule = z.output<typeof approvalRuleSchema>;
