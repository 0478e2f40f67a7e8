import type { Draws } from "../../exchange/simulated/draws.ts";
import type { FaultVenue } from "./fault-venue.ts";
import type { MovedClock } from "./moved-clock.ts";
import type { RunOptions, SpawnDesk } from "./run-options.ts";
import type { Scenario } from "./scenarios.ts";

export interface StoryOptions extends RunOptions {
  readonly spawn: SpawnDesk;
  readonly scenario: Scenario;
  readonly draws: Draws;
  readonly clock: MovedClock;
  readonly venue: FaultVenue;
}
