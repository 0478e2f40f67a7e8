import type { Clock } from "./engine/ports.ts";

/** The machine's own time: for sign-ins, buttons and pacing, whatever time the market lives in. */
export const wallClock: Clock = { now: () => Date.now() };
