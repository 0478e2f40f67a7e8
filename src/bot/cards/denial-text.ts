import { DENIAL_CODES, type Denial, type DenialCode } from "../../engine/risk/denial.ts";
import type { Phrase } from "../../engine/signal.ts";
import type { Words } from "../texts.ts";

/** Which limit said no, with what it allows and what it would have been when both are known. */
export function denialText(words: Words, denial: Denial): string {
  const { until } = denial;
  const text = plainText(words, denial);
  return until === undefined ? text : words.say("denied-until", { text, until });
}

function plainText(words: Words, { code, limit, actual }: Denial): string {
  const measured = `denied-${code}.measured`;
  if (limit === undefined || actual === undefined || !words.has(measured)) return words.say(`denied-${code}`);
  return words.say(`denied-${code}.measured`, { limit, actual });
}

/** The denial that a stored phrase such as `denied-daily-loss` {limit, actual} stands for, if it is one. */
export function denialOf({ key, args = {} }: Phrase): Denial | undefined {
  const code = DENIAL_CODES.find((known): known is DenialCode => key === `denied-${known}`);
  if (code === undefined) return undefined;
  const limit = numeric(args.limit);
  const actual = numeric(args.actual);
  const until = numeric(args.until);
  return {
    code,
    ...(limit === undefined ? {} : { limit }),
    ...(actual === undefined ? {} : { actual }),
    ...(until === undefined ? {} : { until }),
  };
}

function numeric(value: string | number | undefined): number | undefined {
  const number = Number(value);
  return value === undefined || value === "" || !Number.isFinite(number) ? undefined : number;
}
