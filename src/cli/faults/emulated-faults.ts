import type { Draws } from "../../exchange/simulated/draws.ts";
import type { EmulatorCommand } from "./emulator-process.ts";

/** What the emulated exchange is told before a tap. */
export type EmulatedFault = (draws: Draws) => readonly EmulatorCommand[];

const ORDER = "/fapi/v1/order";
const ALGO = "/fapi/v1/algoOrder";
const VISIBLE_LATE_MS = 8000;
const TRANSIT_MS = 4000;

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
const unclear = (code: number, status: number): EmulatorCommand => ({
  do: "fail-afterwards",
  call: `POST ${ORDER}`,
  faults: [{ code, message: "Unknown.", status }],
});

/** Faults of the exchange row of the specification, by name. */
export const EMULATED = {
  /** The order exists and may be filled at once; the connection is cut. */
  answerLost: () => [lostAnswer(ORDER)],
  /** As above, but the connection stays open until the client gives up. */
  answerHangs: () => [lostAnswer(ORDER, "hang")],
  /** Answers that say that nobody knows. */
  answerUnclear: (draws) => {
    const answers = [unclear(-1006, 400), unclear(-1007, 408), unclear(-1000, 400), unclear(-1008, 503)];
    return [answers[draws.whole(0, answers.length - 1)] ?? unclear(-1007, 408)];
  },
  /** The order never arrives. */
  orderLost: () => [lostRequest(ORDER)],
  visibleLate: () => [{ do: "hide-next-order", ms: VISIBLE_LATE_MS }, lostAnswer(ORDER)],
  arrivesLate: () => [{ do: "delay", call: `POST ${ORDER}`, ms: [TRANSIT_MS] }],
  filledInPart: () => [{ do: "fill-fractions", fractions: [0.333] }],
  exitsLost: (draws) => [
    lostAnswer(ALGO, draws.uniform() < 0.2 ? "hang" : "drop", draws.whole(1, 2)),
    ...(draws.uniform() < 0.5 ? [lostRequest(ALGO)] : []),
  ],
  /** Stops and targets are refused as long as anybody tries. */
  exitsRefused: () => [refusal(ALGO, -4045, 200)],
  entryRefused: () => [refusal(ORDER, -2019, 1)],
  entryRateLimited: () => [{ do: "fail", path: ORDER, faults: [{ status: 429, retryAfterSeconds: 2 }] }],
  /** Any of them, on entries and exits. */
  anything: (draws) => {
    const all = [
      lostAnswer(ORDER),
      lostAnswer(ALGO),
      lostRequest(ORDER),
      lostRequest(ALGO),
      { do: "delay", call: `POST ${ORDER}`, ms: [TRANSIT_MS] },
      { do: "hide-next-order", ms: VISIBLE_LATE_MS },
      { do: "fill-fractions", fractions: [0.5] },
      unclear(-1007, 408),
    ];
    return all.filter(() => draws.uniform() < 0.3);
  },
} as const satisfies Readonly<Record<string, EmulatedFault>>;
