import { describe, expect, it } from "vitest";
import { timerWait } from "../../src/exchange/wait.ts";

describe("waiting on the machine's timers", () => {
  it("ends with the time", async () => {
    await expect(timerWait(1, new AbortController().signal)).resolves.toBeUndefined();
  });

  it("ends at once when it is stopped, before or while it waits", async () => {
    await expect(timerWait(3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
    const stop = new AbortController();
    const waiting = timerWait(3_600_000, stop.signal);
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
  });
});
