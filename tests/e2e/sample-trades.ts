import type { Trade } from "../../src/engine/trade/trade.ts";
import type { FakeDesk } from "../fakes/chat-desk.ts";
import { createFakeDesk } from "../fakes/chat-desk.ts";
import { APPROVAL, openTrade, SAMPLE_PLAN, sampleSignal, sampleTrade } from "../fakes/control-trades.ts";

export const PROPOSED: Trade = sampleTrade();
/** The same trade after it was approved in the web chat, filled and protected. */
export const OPEN: Trade = openTrade({
  approval: { ...APPROVAL, by: { userId: "web:local", name: "local" } },
});

function position(id: string, symbol: string, patch: Partial<Trade>): Trade {
  const signal = sampleSignal({ symbol, direction: patch.plan?.direction ?? "long" });
  return openTrade({ id, signal, ...patch });
}

const ETH = position("t2", "ETH/USDT", {
  plan: { ...SAMPLE_PLAN, symbol: "ETH/USDT", direction: "short", entry: "2498.10", stop: "2516.00" },
  entryQuantity: "0.410",
  entryPrice: "2498.10",
  protectedAt: "2516.00",
});
const SOL = position("t3", "SOL/USDT", {
  plan: { ...SAMPLE_PLAN, symbol: "SOL/USDT", entry: "158.20", stop: "156.90" },
  entryQuantity: "12.0",
  entryPrice: "158.20",
  protectedAt: "156.90",
});

/** The real chat over a desk in memory that has a proposal and two positions. */
export function createSampleDesk(): FakeDesk {
  const desk = createFakeDesk([PROPOSED, ETH, SOL]);
  desk.control.prices.set("BTC/USDT", 61_480).set("ETH/USDT", 2_503.8).set("SOL/USDT", 160.05);
  return desk;
}
