import type { Sleep } from "./retry.ts";

/** Runs work in lanes: in order within one, side by side otherwise. */
export interface Lanes {
  /** Begins when the work before it in the lane is done, or has taken too long to be waited for. Never rejects. */
  run(lane: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing runs. */
  empty(): Promise<void>;
  /** Resolves with the work, or after `ms`. */
  patiently(work: Promise<unknown>, ms: number): Promise<void>;
}

/** A slow scan may hold up the next command of its chat for this long. */
const LANE_PATIENCE_MS = 1500;

/** `work` given to `run` must not reject. */
export function createLanes(sleep: Sleep): Lanes {
  const last = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();

  async function patiently(work: Promise<unknown>, ms: number): Promise<void> {
    const stop = new AbortController();
    await Promise.race([work, sleep(ms, stop.signal)]);
    stop.abort();
  }

  return {
    patiently,
    run: (lane, work) => {
      const before = last.get(lane);
      const started = before === undefined ? work() : patiently(before, LANE_PATIENCE_MS).then(work);
      const done = started.finally(() => {
        running.delete(done);
        if (last.get(lane) === done) last.delete(lane);
      });
      running.add(done);
      last.set(lane, done);
      return done;
    },
    empty: async () => {
      await Promise.all(running);
    },
  };
}
