import type { Draws } from "../../exchange/simulated/draws.ts";
import type { EmulatedExchange } from "./emulated-exchanges.ts";
import type { EmulatorCommand } from "./emulator-process.ts";

/** What the emulated exchange is told before a tap. */
export type EmulatedFault = (draws: Draws, of: EmulatedExchange) => readonly EmulatorCommand[];

const VISIBLE_LATE_MS = 8000;
const TRANSIT_MS = 4000;
/** Of real time, both ways together; longer than a desk of the harness waits for an answer. */
const SLOW_MS = 1300;

const lostAnswer = (path: string, status: "drop" | "hang" = "drop", times = 1): EmulatorCommand => ({
  do: "fail-afterwards",
  call: `POST ${path}`,
  faults: Array.from({ length: times }, () => ({ status })),
});
const lostRequest = (path: string): EmulatorCommand => ({ do: "fail", path, faults: [{ status: "drop" }] });
const refusal = (path: string, code: number, times: number): EmulatorCommand => ({
  do: "refuse",
  call: `POST ${path}`,
  errors: Array.from({ length: times }, () => ({ code, message: "Refused by the emulator." })),
});
const unclear = (draws: Draws, { orderPath, unclear: answers }: EmulatedExchange): EmulatorCommand => ({
  do: "fail-afterwards",
  call: `POST ${orderPath}`,
  faults: [{ ...answers[draws.whole(0, answers.length - 1)], message: "Unknown." }],
});

const arrivingLate = (path: string): EmulatorCommand => ({
  do: "delay",
  call: `POST ${path}`,
  ms: [TRANSIT_MS],
});

const slow = (path: string, times: number): EmulatorCommand => ({
  do: "slow",
  call: `POST ${path}`,
  ms: Array.from({ length: times }, () => SLOW_MS),
});

/** Faults of the exchange row of the specification, by name. */
export const EMULATED = {
  /** The order exists and may be filled at once; the connection is cut. */
  answerLost: (_, { orderPath }) => [lostAnswer(orderPath)],
  /** As above, but the connection stays open until the client gives up. */
  answerHangs: (_, { orderPath }) => [lostAnswer(orderPath, "hang")],
  /** Answers that say that nobody knows. */
  answerUnclear: (draws, of) => [unclear(draws, of)],
  /** The order never arrives. */
  orderLost: (_, { orderPath }) => [lostRequest(orderPath)],
  visibleLate: (_, { orderPath }) => [{ do: "hide-next-order", ms: VISIBLE_LATE_MS }, lostAnswer(orderPath)],
  arrivesLate: (_, { orderPath }) => [arrivingLate(orderPath)],
  filledInPart: () => [{ do: "fill-fractions", fractions: [0.333] }],
  exitsLost: (draws, { algoPath }) => [
    lostAnswer(algoPath, draws.uniform() < 0.2 ? "hang" : "drop", draws.whole(1, 2)),
    ...(draws.uniform() < 0.5 ? [lostRequest(algoPath)] : []),
  ],
  /** The orders arrive, and their answers leave, but later than the client waits for. */
  answersSlow: (draws, { orderPath, algoPath }) => [
    slow(orderPath, draws.whole(1, 2)),
    slow(algoPath, draws.whole(0, 3)),
  ],
  /** Stops and targets are refused as long as anybody tries. */
  exitsRefused: (_, { algoPath, tooMany }) => [refusal(algoPath, tooMany, 200)],
  entryRefused: (_, { orderPath, noMargin }) => [refusal(orderPath, noMargin, 1)],
  entryRateLimited: (_, { orderPath }) => [
    { do: "fail", path: orderPath, faults: [{ status: 429, retryAfterSeconds: 2 }] },
  ],
  /** Any of them, on entries and exits. */
  anything: (draws, of) => {
    const { orderPath, algoPath } = of;
    const all = [
      lostAnswer(orderPath),
      lostAnswer(algoPath),
      lostRequest(orderPath),
      lostRequest(algoPath),
      arrivingLate(orderPath),
      { do: "hide-next-order", ms: VISIBLE_LATE_MS },
      { do: "fill-fractions", fractions: [0.5] },
      unclear(draws, of),
    ];
    return all.filter(() => draws.uniform() < 0.3);
  },
} as const satisfies Readonly<Record<string, EmulatedFault>>;
