import type { Clock } from "../../engine/ports.ts";

/** Time of a run: stands still until the run moves it, for every life of the desk and for the venue alike. */
export class MovedClock implements Clock {
  private time: number;

  constructor(time: number) {
    this.time = time;
  }

  now(): number {
    return this.time;
  }

  advance(ms: number): void {
    this.time += ms;
  }

  set(time: number): void {
    this.time = Math.max(this.time, time);
  }
}
