/** Plays the runs whose seeds it is sent, one after the other, until nobody is there who asks. */
import { pino } from "pino";
import { describeFault } from "../../fault-text.ts";
import { openRunPlace, type RunPlan } from "./run-place.ts";

// Written by the process that starts this one. That one hears the signals of a terminal and ends this one.
const plan: RunPlan = JSON.parse(process.argv[2] ?? "{}");
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);

const log = pino({ level: process.env.LOG_LEVEL ?? "silent" }, pino.destination(2));
const opening = openRunPlace(plan, log);
void opening.then(() => process.send?.("open"), giveUp);
process.on("message", (seed) => void play(Number(seed)));
process.once("disconnect", () => void leave());

async function play(seed: number): Promise<void> {
  const played = await (await opening).play(seed);
  if (process.connected) process.send?.(played);
}

/** A run that is in the middle is left: what it says when its place is gone is of no interest. */
async function leave(): Promise<void> {
  process.on("unhandledRejection", () => undefined);
  await (await opening).close();
  process.exit(0);
}

function giveUp(error: unknown): never {
  process.stderr.write(`${describeFault(error)}\n`);
  process.exit(4);
}
