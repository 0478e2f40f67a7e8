import { z } from "zod";
import type { Signal } from "../signal.ts";
import { defineStrategy, type StrategyContext, type TimeframeView } from "./contract.ts";
import { planSettings, switchSettings } from "./parts/plan-settings.ts";
import { isFresh, newestIndex } from "./parts/reading.ts";
import { evidenceOf, setupSignal, zoneEnd } from "./parts/setup.ts";
import { adverse, farEdge, isAhead, nearEdge, SIDES, type TradeSide } from "./parts/side.ts";
import { isZone, type Zone } from "./zone.ts";

const NAME = "breaker-retest";

const settingsSchema = z.strictObject({
  ...switchSettings(true),
  ...planSettings("market"),
  mitigationBlocks: z
    .boolean()
    .default(false)
    .describe("Trade mitigation blocks too: failed blocks before which no liquidity was taken"),
  rejection: z
    .boolean()
    .default(true)
    .describe("The candle that comes back must close outside of the block again"),
});

type BreakerRetestSettings = z.output<typeof settingsSchema>;

/**
 * An order block that took liquidity and then failed holds trapped traders. When price comes back to it from the
 * other side for the first time and closes away from it again, I trade with the break. I am wrong beyond the
 * block and the wick that tested it, and I take profit at the next liquidity.
 *
 * Known at the close of the retesting candle.
 */
export const breakerRetest = defineStrategy({
  name: NAME,
  settingsKey: "breakerRetest",
  help: "A failed order block is tested from the other side and holds",
  settings: settingsSchema,
  isDue: (view, { mitigationBlocks }) =>
    isFresh(view, "breaker-block", "retested") ||
    (mitigationBlocks && isFresh(view, "mitigation-block", "retested")),
  evaluate: (view, settings, context) =>
    SIDES.flatMap((side) => signalOf(view, side, settings, context) ?? []),
});

function signalOf(
  view: TimeframeView,
  side: TradeSide,
  settings: BreakerRetestSettings,
  context: StrategyContext,
): Signal | undefined {
  const block = retested(view, side, settings);
  if (block === undefined) return undefined;
  const far = farEdge(block, side);
  const wick = adverse(view.series, newestIndex(view), side);
  const setup = {
    side,
    entry: nearEdge(block, side),
    protection: isAhead(far, wick, side) ? wick : far,
    zone: block,
    story: [
      {
        key: block.kind === "breaker-block" ? "reason-breaker-retest" : "reason-mitigation-retest",
        args: { top: block.top, bottom: block.bottom },
      },
    ],
    evidence: evidenceOf(block),
    endsOn: [zoneEnd(block)],
    features: { isBreaker: block.kind === "breaker-block" ? 1 : 0 },
  };
  return setupSignal(NAME, view, setup, settings, context);
}

/** The latest block that the newest candle came back to and did not close through. */
function retested(
  view: TimeframeView,
  side: TradeSide,
  { mitigationBlocks, rejection }: BreakerRetestSettings,
): Zone | undefined {
  const close = view.series.close(newestIndex(view));
  const fresh = mitigationBlocks
    ? view.fresh("breaker-block", "mitigation-block")
    : view.fresh("breaker-block");
  return fresh
    .filter(isZone)
    .filter((zone) => zone.event === "retested" && zone.bias === side.bias)
    .filter(({ id }) => !fresh.some((other) => other.id === id && other.event === "invalidated"))
    .filter((zone) => !rejection || isAhead(close, nearEdge(zone, side), side))
    .findLast(() => true);
}
