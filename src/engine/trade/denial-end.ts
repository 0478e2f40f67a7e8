import type { Denial } from "../risk/denial.ts";
import type { Trade } from "./trade.ts";

/** How a denied trade tells why: every denial, and the first one as its text `denied-CODE`. */
export function denialEnd(denials: readonly Denial[]): Pick<Trade, "denials" | "ended"> {
  const [first] = denials;
  if (first === undefined) return { denials };
  const args = {
    ...(first.limit === undefined ? {} : { limit: first.limit }),
    ...(first.actual === undefined ? {} : { actual: first.actual }),
    ...(first.until === undefined ? {} : { until: first.until }),
  };
  return { denials, ended: { key: `denied-${first.code}`, args } };
}
