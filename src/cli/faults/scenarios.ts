import type { OrderRequest } from "../../engine/trade/order.ts";
import type { Draws } from "../../exchange/simulated/draws.ts";
import { EMULATED, type EmulatedFault } from "./emulated-faults.ts";
import type { VenueDisturbance } from "./fault-venue.ts";
import type { RedisDisturbance } from "./redis-faults.ts";
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
  /** Fault of an order at the venue inside of the process. */
  readonly faultOf?: (order: OrderRequest, draws: Draws) => VenueFault | undefined;
  /** The same at the emulated exchange: what it is told before each tap. */
  readonly emulated?: EmulatedFault;
  /** The emulated exchange cancels what is left of an entry after the taps. */
  readonly cancelsEntry?: boolean;
  /** The desk listens to the stream of its account, which tells fills so. */
  readonly streams?: "once" | "twice" | "reversed";
  /** Only one kind of exchange can do this. */
  readonly venue?: "emulated";
  /** Whether the desk is cut off: at one crossing, in most lives, or never. */
  readonly cuts?: "once" | "often";
  readonly scramblesFills?: boolean;
  /** What happens in the middle of the trade. */
  readonly middle?: VenueDisturbance | RedisDisturbance | "terminated";
  /** People move stops and targets, reduce and close by hand while the market moves. */
  readonly acts?: boolean;
  /** The desk's process is blocked for 40 s at a drawn crossing; another desk may take its place meanwhile. */
  readonly blocks?: "alone" | "taken-over";
  /** SIGTERM while an approval is on its way to the venue. */
  readonly terminatesInSubmit?: boolean;
  /** The ledger itself forgets: what is promised then is that nothing is doubled or left unprotected. */
  readonly forgets?: boolean;
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
  "kill-answer-lost": { cuts: "once", faultOf: onEntry("answer-lost"), emulated: EMULATED.answerLost },
  "kill-everything": {
    cuts: "often",
    scramblesFills: true,
    faultOf: (_order, draws) =>
      draws.uniform() < 0.3 ? ALL_FAULTS[draws.whole(0, ALL_FAULTS.length - 1)] : undefined,
    emulated: EMULATED.anything,
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
  "answer-lost": { faultOf: onEntry("answer-lost"), emulated: EMULATED.answerLost },
  "answer-hangs": { venue: "emulated", emulated: EMULATED.answerHangs },
  "answer-unclear": { venue: "emulated", emulated: EMULATED.answerUnclear },
  "order-lost": { faultOf: onEntry("order-lost"), emulated: EMULATED.orderLost },
  "visible-late": { faultOf: onEntry("visible-late"), emulated: EMULATED.visibleLate },
  "arrives-late": { faultOf: onEntry("arrives-late"), emulated: EMULATED.arrivesLate },
  "kill-arrives-late": { cuts: "once", faultOf: onEntry("arrives-late"), emulated: EMULATED.arrivesLate },
  "filled-first": { faultOf: onEntry("filled-first"), emulated: EMULATED.answerLost },
  "cancelled-in-part": {
    faultOf: onEntry("cancelled-in-part"),
    emulated: EMULATED.filledInPart,
    cancelsEntry: true,
  },
  "exits-lost": {
    faultOf: (order, draws) =>
      order.reduceOnly && draws.uniform() < 0.6
        ? draws.uniform() < 0.5
          ? "answer-lost"
          : "order-lost"
        : undefined,
    emulated: EMULATED.exitsLost,
  },
  "stop-refused": {
    faultOf: (order) => (order.type === "stop" ? "refused" : undefined),
    emulated: EMULATED.exitsRefused,
  },
  "entry-refused": { faultOf: onEntry("refused"), emulated: EMULATED.entryRefused },
  "scrambled-fills": { scramblesFills: true, streams: "twice" },
  "fills-reversed": { scramblesFills: true, streams: "reversed" },
  "kill-with-stream": { cuts: "once", streams: "once" },
  "network-slow": {
    faultOf: (_order, draws) => (draws.uniform() < 0.3 ? "answer-lost" : undefined),
    emulated: EMULATED.answersSlow,
  },
  acts: { acts: true },
  "kill-acts": { acts: true, cuts: "once" },
  "kill-acts-often": { acts: true, cuts: "often" },
  "acts-exits-lost": {
    acts: true,
    faultOf: (order, draws) => (order.reduceOnly && draws.uniform() < 0.3 ? "answer-lost" : undefined),
    emulated: EMULATED.exitsLost,
  },
  blocked: { blocks: "alone" },
  "blocked-taken-over": { blocks: "taken-over" },
  "stop-cancelled-by-hand": { middle: "stops-cancelled" },
  "venue-down": { middle: "venue-down" },
  "kill-venue-down": { middle: "venue-down", cuts: "once" },
  "rate-limited": { middle: "rate-limited" },
  "rate-limited-entry": { venue: "emulated", emulated: EMULATED.entryRateLimited },
  banned: { middle: "banned" },
  "clock-jump": { middle: "clock-jump" },
  "kill-clock-jump": { middle: "clock-jump", cuts: "once" },
  "clock-far": { middle: "clock-far" },
  "foreign-order": { middle: "foreign-order" },
  terminated: { middle: "terminated" },
  "terminated-in-submit": {
    terminatesInSubmit: true,
    faultOf: onEntry("answer-lost"),
    emulated: EMULATED.answerLost,
  },
  "redis-killed": { middle: "redis-killed" },
  "disk-full": { middle: "disk-full" },
  "redis-log-cut": { middle: "redis-log-cut", forgets: true },
  "redis-emptied": { middle: "redis-emptied", forgets: true },
  "redis-gone": { middle: "redis-gone" },
  "redis-gone-long": { middle: "redis-gone-long" },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;

/** Scenarios that cost seconds of real time; drawn seldom. The long one is ten times as rare. */
const SLOW: readonly ScenarioName[] = ["redis-gone", "redis-gone-long"];
const SLOW_SHARE = 0.02;
const LONG_SHARE = 0.002;

export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name);
}

/** The scenario with everything that it leaves open. */
export function scenarioOf(name: ScenarioName): Scenario {
  return SCENARIOS[name];
}

/** Half of the runs are plain kills, because every arrow has many places to die at. */
export function drawnScenario(draws: Draws, kind: "in-process" | "emulated"): ScenarioName {
  const slow = draws.uniform();
  if (slow < SLOW_SHARE) return slow < LONG_SHARE ? "redis-gone-long" : "redis-gone";
  const names = (Object.keys(SCENARIOS) as ScenarioName[])
    .filter((name) => !SLOW.includes(name))
    .filter((name) => kind === "emulated" || scenarioOf(name).venue === undefined);
  const kills = names.filter((name) => name.startsWith("kill"));
  const pool = draws.uniform() < 0.5 ? kills : names;
  return pool[draws.whole(0, pool.length - 1)] ?? "kill";
}
