import { denial, type RiskCheck } from "../risk-input.ts";
import { isOnLosingSide } from "../sizing.ts";

/**
 * The stop must lie where the position loses, at least a tick away. In a proposal every target must lie on the
 * other side; at an approval `price-moved` tells when a target is already reached.
 */
export const stopOnWrongSide: RiskCheck = ({ direction, entry, stop, targets, approval }) => {
  if (!isOnLosingSide(direction, stop, entry)) {
    return denial("stop-on-wrong-side", stop.toNumber(), entry.toNumber());
  }
  if (approval !== undefined) return undefined;
  const wrong = targets.find((target) => target.eq(entry) || isOnLosingSide(direction, target, entry));
  return wrong && denial("stop-on-wrong-side", wrong.toNumber(), entry.toNumber());
};
