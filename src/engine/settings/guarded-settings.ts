import type { Settings } from "./settings.ts";
import { settingAt } from "./settings-change.ts";

/** Above these a limit hardly limits: more needs an admin and, where one is configured, a one-time code. */
const CAPS: ReadonlyMap<string, number> = new Map([
  ["risk.riskPercent", 2],
  ["risk.maxPositionPercent", 50],
  ["risk.maxDailyLossPercent", 5],
  ["risk.maxOpenRiskPercent", 10],
  ["risk.maxTradesPerDay", 20],
  ["risk.maxOpenPositions", 20],
  ["risk.maxDriftR", 1],
  ["risk.maxPriceAgeSeconds", 600],
]);

/** Limits of which 0 means "none": switching one off is as much as raising it without end. */
const OFF_AT_ZERO: ReadonlySet<string> = new Set([
  "risk.coolDownLosses",
  "risk.maxDrawdownPercent",
  "risk.maxTradesPerSession",
  "risk.maxGroupRiskPercent",
  "risk.maxVolatilityPercent",
  "risk.maxSpreadPercent",
  "risk.maxOrderNotional",
  "risk.maxDailyNotional",
  "risk.maxOrdersPerMinute",
  "risk.maxLeverage",
  "risk.minLiquidationDistance",
  "approvals.secondAboveNotional",
  "approvals.traderMaxRiskPercent",
]);

/** Sections that only admins change. */
const ADMIN_SECTIONS = ["risk", "approvals", "live"] as const;

/** The least role that may change the setting (or the group) at the path; the empty path is everything. */
export function roleToChange(path: string): "trader" | "admin" {
  const [section = ""] = path.split(".");
  return section === "" || ADMIN_SECTIONS.some((each) => each === section) ? "admin" : "trader";
}

/** Limits that the change raises above their cap, or switches off. Such a change is dangerous. */
export function loosenedLimits(before: Settings, after: Settings): readonly string[] {
  return [
    ...[...CAPS].filter(([path, cap]) => above(before, after, path, cap)).map(([path]) => path),
    ...[...OFF_AT_ZERO].filter((path) => numberAt(before, path) > 0 && numberAt(after, path) === 0),
  ];
}

function above(before: Settings, after: Settings, path: string, cap: number): boolean {
  const next = numberAt(after, path);
  return next > cap && next > numberAt(before, path);
}

function numberAt(settings: Settings, path: string): number {
  const value = settingAt(settings, path);
  return typeof value === "number" ? value : 0;
}
