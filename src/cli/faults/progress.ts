import { isClean } from "./fault-report.ts";
import type { RunOutcome } from "./run-options.ts";

const SAY_EVERY_MS = 10_000;

/** Tells how far a campaign is: at its first run, every ten seconds, and every broken promise at once. */
export class Progress {
  private readonly wanted: number;
  private readonly say: (line: string) => void;
  private readonly startedAt = performance.now();
  private saidAt = Number.NEGATIVE_INFINITY;
  private runs = 0;
  private failed = 0;

  constructor(wanted: number, say: (line: string) => void) {
    this.wanted = wanted;
    this.say = say;
  }

  played(seed: number, { scenario, findings, details }: RunOutcome): void {
    this.runs += 1;
    this.failed += isClean(findings) ? 0 : 1;
    for (const detail of details) this.say(`seed ${seed} ${scenario}: ${detail}`);
    const now = performance.now();
    if (now - this.saidAt < SAY_EVERY_MS && this.runs < this.wanted) return;
    this.saidAt = now;
    const seconds = Math.round((now - this.startedAt) / 1000);
    this.say(`${this.runs} of ${this.wanted} runs, ${this.failed} failed, ${seconds} s`);
  }
}
