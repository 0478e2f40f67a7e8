import type { LogEntry, RecentLog } from "./engine/ports/recent-log.ts";

const KEPT = 200;
const ERROR_LEVEL = 50;

/**
 * Keeps the newest warnings and errors of a pino log for `/logs`. Only the message is kept, never its fields: they
 * hold what came from outside.
 *
 * @example
 * const recent = new RecentLogBook();
 * const log = pino({ level }, pino.multistream([{ stream: pino.destination(2), level }, { stream: recent, level: "warn" }]));
 */
export class RecentLogBook implements RecentLog {
  private readonly entries: LogEntry[] = [];

  /** One line of the log as pino writes it. */
  write(line: string): void {
    const { time, level, msg } = JSON.parse(line) as { time: number; level: number; msg?: string };
    this.entries.unshift({ at: time, level: level >= ERROR_LEVEL ? "error" : "warn", text: msg ?? "" });
    if (this.entries.length > KEPT) this.entries.pop();
  }

  newest(limit: number): readonly LogEntry[] {
    return this.entries.slice(0, limit);
  }
}
