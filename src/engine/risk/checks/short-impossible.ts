import { denial, type RiskCheck } from "../risk-input.ts";

/** At a spot market only what was bought can be sold. */
export const shortImpossible: RiskCheck = ({ direction, instrument }) =>
  instrument.isSpot === true && direction === "short" ? denial("short-impossible") : undefined;
