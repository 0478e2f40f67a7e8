import type { ChartRequest } from "../../charts/kinds/chart-kinds.ts";
import type { ExposedPosition } from "../../charts/kinds/exposure-model.ts";
import { decimal } from "../../engine/decimal.ts";
import type { Trade } from "../../engine/trade/trade.ts";
import { openQuantity, openRisk } from "../../engine/trade/trade-facts.ts";
import { POSITION_STATES } from "../position-states.ts";
import type { Easel } from "./easel.ts";
import { accountCurrency } from "./names.ts";

/** What is open, at the prices of its entries; unset when nothing is. */
export async function exposurePicture(easel: Easel): Promise<ChartRequest | undefined> {
  const { context, settings, say } = easel;
  const open = await context.ledger.inState(POSITION_STATES);
  if (open.length === 0) return undefined;
  const { balance } = await context.exchange.account();
  return {
    kind: "exposure",
    input: {
      ...easel.look,
      positions: open.map((trade) => exposed(trade, Number(balance))),
      currency: accountCurrency(easel),
      maxRiskPercent: settings.risk.maxOpenRiskPercent,
      labels: {
        title: say("picture-exposure"),
        long: say("picture-long"),
        short: say("picture-short"),
        net: say("picture-net"),
        risk: say("picture-risk"),
        none: say("positions-none"),
      },
    },
  };
}

function exposed(trade: Trade, balance: number): ExposedPosition {
  const { symbol, direction, entry } = trade.plan;
  const notional = decimal(trade.entryPrice ?? entry).mul(openQuantity(trade));
  const riskPercent = balance > 0 ? (Number(openRisk(trade)) / balance) * 100 : 0;
  return { symbol, direction, notional: notional.toNumber(), riskPercent };
}
