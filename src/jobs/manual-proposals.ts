import { windowStates } from "../engine/clock/windows.ts";
import type { ProposalOutcome } from "../engine/ports/control.ts";
import type { Settings } from "../engine/settings/settings.ts";
import { type ManualOrder, manualSignal } from "../engine/trade/manual-order.ts";
import type { Actor } from "../engine/trade/trade.ts";
import type { DeskContext } from "./desk-context.ts";
import { assessAndStore } from "./signal-intake.ts";

/**
 * Makes a trade of what a person typed, on the way of every setup: judged by risk, proposed with a card, and
 * entered only after an approval. No rule approves it.
 */
export async function proposeByHand(
  context: DeskContext,
  order: ManualOrder,
  by: Actor,
): Promise<ProposalOutcome> {
  const instrument = context.instruments.get(order.symbol);
  if (instrument === undefined) return { status: "not-found" };
  const { settings, version } = await context.settings.current();
  const now = context.clock.now();
  const known = await context.candles.price(order.symbol);
  const isFresh = known !== undefined && now - known.at <= settings.risk.maxPriceAgeSeconds * 1000;
  const reading = manualSignal(order, {
    price: isFresh ? known.price : undefined,
    now,
    timeframe: settings.signals.timeframes.at(-1) ?? context.baseTimeframe,
    expiresAt: now + settings.signals.manualMinutes * 60_000,
    session: openWindow(context, settings, now),
    by,
  });
  if (reading.status === "refused") return reading;
  const rules = { settings, version, instrument, wish: reading.size };
  const trade = await assessAndStore(context, reading.signal, rules);
  if (trade.state !== "denied") return { status: "done", trade };
  return { status: "denied", trade, denials: trade.denials ?? [] };
}

/** The kill zone or session of this moment, which caps trades as it does for setups. */
function openWindow({ timeZones }: DeskContext, settings: Settings, now: number): string | undefined {
  const { session } = settings.detectors;
  return windowStates(now, session, timeZones.zone(session.timezone)).find(({ open }) => open)?.name;
}
