import { z } from "zod";
import type { PauseState } from "../engine/ports/control.ts";
import type { DeskContext } from "./desk-context.ts";

const MARK = "pause";

/** A pause as it is kept: `/panic` is the kill switch and outranks any reason a person may type. */
export interface KeptPause extends PauseState {
  readonly isPanic: boolean;
}

const pauseSchema = z.strictObject({
  since: z.number(),
  until: z.number().optional(),
  by: z.strictObject({ userId: z.string(), name: z.string() }),
  reason: z.string().optional(),
  isPanic: z.boolean(),
});

/** The pause in force, if any. It survives restarts, and ends by itself only when it was given a length. */
export async function readPause(context: DeskContext): Promise<KeptPause | undefined> {
  const text = await context.ledger.readMark(MARK);
  if (text === undefined || text === "") return undefined;
  const { until, reason, ...pause } = pauseSchema.parse(JSON.parse(text));
  if (until !== undefined && context.clock.now() >= until) return undefined;
  return { ...pause, ...(until !== undefined && { until }), ...(reason !== undefined && { reason }) };
}

export async function writePause(context: DeskContext, pause: KeptPause | undefined): Promise<void> {
  await context.ledger.writeMark(MARK, pause === undefined ? "" : JSON.stringify(pause));
}
