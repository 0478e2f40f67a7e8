import type { OrderRequest } from "../../engine/trade/order.ts";
import type { Draws } from "../../exchange/simulated/draws.ts";
import type { VenueFault } from "./venue-log.ts";

/** What a run does to the desk besides the market. Everything unnamed goes well. */
export interface Scenario {
  /** How people tap the first card of each trade. */
  readonly taps?:
    | "once"
    | "fifty-times"
    | "two-approvers"
    | "approve-against-skip"
    | "after-expiry"
    | "stale-card"
    | "forged-token"
    | "viewer"
    | "foreign-chat";
  /** Fault of an order at the venue. */
  readonly faultOf?: (order: OrderRequest, draws: Draws) => VenueFault | undefined;
  /** Whether the desk is cut off: at one crossing, in most lives, or never. */
  readonly cuts?: "once" | "often";
  readonly scramblesFills?: boolean;
  /** What happens in the middle of the trade. */
  readonly middle?: "stops-cancelled" | "venue-down" | "foreign-order" | "terminated" | "redis-gone";
  /** SIGTERM while an approval is on its way to the venue. */
  readonly terminatesInSubmit?: boolean;
}

const onEntry =
  (fault: VenueFault): NonNullable<Scenario["faultOf"]> =>
  (order) =>
    order.reduceOnly ? undefined : fault;

const ALL_FAULTS: readonly VenueFault[] = [
  "answer-lost",
  "order-lost",
  "visible-late",
  "arrives-late",
  "filled-first",
  "cancelled-in-part",
];

/** Every scenario by its name. A run draws one from its seed unless `--only` names it. */
export const SCENARIOS = {
  kill: { cuts: "once" },
  "kill-often": { cuts: "often" },
  "kill-answer-lost": { cuts: "once", faultOf: onEntry("answer-lost") },
  "kill-everything": {
    cuts: "often",
    scramblesFills: true,
    faultOf: (_order, draws) =>
      draws.uniform() < 0.3 ? ALL_FAULTS[draws.whole(0, ALL_FAULTS.length - 1)] : undefined,
  },
  "double-tap": { taps: "fifty-times" },
  "kill-double-tap": { taps: "fifty-times", cuts: "once" },
  "two-approvers": { taps: "two-approvers" },
  "approve-against-skip": { taps: "approve-against-skip" },
  "kill-approve-against-skip": { taps: "approve-against-skip", cuts: "once" },
  "tap-after-expiry": { taps: "after-expiry" },
  "stale-card": { taps: "stale-card" },
  "forged-token": { taps: "forged-token" },
  viewer: { taps: "viewer" },
  "foreign-chat": { taps: "foreign-chat" },
  "answer-lost": { faultOf: onEntry("answer-lost") },
  "order-lost": { faultOf: onEntry("order-lost") },
  "visible-late": { faultOf: onEntry("visible-late") },
  "arrives-late": { faultOf: onEntry("arrives-late") },
  "filled-first": { faultOf: onEntry("filled-first") },
  "cancelled-in-part": { faultOf: onEntry("cancelled-in-part") },
  "exits-lost": {
    faultOf: (order, draws) =>
      order.reduceOnly && draws.uniform() < 0.6
        ? draws.uniform() < 0.5
          ? "answer-lost"
          : "order-lost"
        : undefined,
  },
  "stop-refused": { faultOf: (order) => (order.type === "stop" ? "refused" : undefined) },
  "entry-refused": { faultOf: onEntry("refused") },
  "scrambled-fills": { scramblesFills: true },
  "stop-cancelled-by-hand": { middle: "stops-cancelled" },
  "venue-down": { middle: "venue-down" },
  "kill-venue-down": { middle: "venue-down", cuts: "once" },
  "foreign-order": { middle: "foreign-order" },
  terminated: { middle: "terminated" },
  "terminated-in-submit": { terminatesInSubmit: true, faultOf: onEntry("answer-lost") },
  "redis-gone": { middle: "redis-gone" },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;

/** Scenarios that cost seconds of real time; drawn seldom. */
const SLOW: readonly ScenarioName[] = ["redis-gone"];
const SLOW_SHARE = 0.02;

export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name);
}

/** Half of the runs are plain kills, because every arrow has many places to die at. */
export function drawnScenario(draws: Draws): ScenarioName {
  if (draws.uniform() < SLOW_SHARE) return SLOW[draws.whole(0, SLOW.length - 1)] ?? "kill";
  const names = (Object.keys(SCENARIOS) as ScenarioName[]).filter((name) => !SLOW.includes(name));
  const kills = names.filter((name) => name.startsWith("kill"));
  const pool = draws.uniform() < 0.5 ? kills : names;
  return pool[draws.whole(0, pool.length - 1)] ?? "kill";
}
