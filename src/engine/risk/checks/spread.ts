import { decimal } from "../../decimal.ts";
import { denial, type RiskCheck } from "../risk-input.ts";
import { percentOf } from "../sizing.ts";

/** At an approval: bid and ask, where they are known, may not be further apart than `maxSpreadPercent` of price. */
export const spread: RiskCheck = ({ approval, settings }) => {
  const limit = settings.maxSpreadPercent;
  const known = approval?.price;
  if (limit === 0 || known?.spread === undefined || !Number.isFinite(known.spread)) return undefined;
  if (!Number.isFinite(known.price)) return undefined;
  const actual = percentOf(decimal(known.spread), decimal(known.price).toFixed());
  return actual > limit ? denial("spread", limit, actual) : undefined;
};
