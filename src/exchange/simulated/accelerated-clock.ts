import type { Clock } from "../../engine/ports/clock.ts";

/**
 * Time that runs `speed` times as fast as the wall, but never past an event that was not delivered yet: while
 * nobody streams, or while an event is being handled, it stands still. So nothing is ever late, however slow
 * the desk is, and no order meets a price from before its time.
 */
export interface AcceleratedClock extends Clock {
  readonly speed: number;
  /** A reader of events; time passes only up to the least limit of all gates. */
  openGate(): Gate;
  /** Real milliseconds until `timeMs`, if nothing holds the clock. */
  realMsUntil(timeMs: number): number;
}

export interface Gate {
  /** Lets time pass until `timeMs`. */
  allowUntil(timeMs: number): void;
  close(): void;
}

export interface AcceleratedClockOptions {
  /** Where the simulation starts or goes on, epoch ms. */
  readonly startMs: number;
  /** Simulated seconds in a real second. */
  readonly speed: number;
  readonly wall: Clock;
}

/** Throws `RangeError` unless the speed is positive. */
export function createAcceleratedClock({ startMs, speed, wall }: AcceleratedClockOptions): AcceleratedClock {
  if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError(`speed must be positive, not ${speed}`);
  const gates = new Map<Gate, number>();
  let anchor = startMs;
  let wallAnchor = wall.now();
  let limit = startMs;
  const exactNow = () => Math.min(limit, anchor + Math.max(0, wall.now() - wallAnchor) * speed);
  let newest = startMs;
  const moveLimit = () => {
    anchor = exactNow();
    wallAnchor = wall.now();
    limit = gates.size === 0 ? anchor : Math.max(anchor, Math.min(...gates.values()));
  };
  return {
    speed,
    now: () => {
      newest = Math.max(newest, Math.floor(exactNow()));
      return newest;
    },
    openGate: () => {
      const gate: Gate = {
        allowUntil: (timeMs) => {
          if (!gates.has(gate)) return;
          gates.set(gate, timeMs);
          moveLimit();
        },
        close: () => {
          gates.delete(gate);
          moveLimit();
        },
      };
      gates.set(gate, exactNow());
      moveLimit();
      return gate;
    },
    realMsUntil: (timeMs) => Math.max(0, timeMs - exactNow()) / speed,
  };
}
