import type { Clock } from "../../src/engine/ports/clock.ts";

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  private time: number;

  constructor(time = 0) {
    this.time = time;
  }

  now(): number {
    return this.time;
  }

  advance(ms: number): void {
    this.time += ms;
  }
}
