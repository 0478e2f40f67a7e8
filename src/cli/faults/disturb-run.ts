import { disturbRedis } from "./redis-faults.ts";
import type { StoryOptions } from "./story-options.ts";

/** The desk of a run, as far as what happens in the middle of it concerns it. */
interface DisturbedDesk {
  stop(): Promise<void>;
  start(): Promise<void>;
  sweep(): Promise<void>;
}

/** What the scenario has happen in the middle of a trade. */
export async function disturbRun(options: StoryOptions, desk: DisturbedDesk): Promise<void> {
  const { scenario, redis, draws, venue } = options;
  const { middle } = scenario;
  switch (middle) {
    case undefined:
      return;
    case "terminated":
      await desk.stop();
      return desk.start();
    case "redis-log-cut":
    case "redis-emptied":
      // A power cut: the desk is gone too, and starts on what is left.
      await desk.stop();
      await disturbRedis(middle, redis, draws, async () => undefined);
      return desk.start();
    case "redis-gone":
    case "redis-gone-long":
    case "redis-killed":
    case "disk-full":
      return disturbRedis(middle, redis, draws, () => desk.sweep());
    default:
      return venue.disturb(middle);
  }
}
