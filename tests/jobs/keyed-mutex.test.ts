import { describe, expect, it } from "vitest";
import { KeyedMutex } from "../../src/jobs/keyed-mutex.ts";

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe("a keyed mutex", () => {
  it("runs tasks of one key in the order of the calls, one at a time", async () => {
    const mutex = new KeyedMutex();
    const first = deferred();
    const seen: string[] = [];
    const a = mutex.run("x", async () => {
      seen.push("a starts");
      await first.promise;
      seen.push("a ends");
    });
    const b = mutex.run("x", async () => {
      seen.push("b");
    });
    first.resolve();
    await Promise.all([a, b]);
    expect(seen).toEqual(["a starts", "a ends", "b"]);
  });

  it("does not hold up other keys", async () => {
    const mutex = new KeyedMutex();
    const blocked = deferred();
    const waiting = mutex.run("x", () => blocked.promise);
    await expect(mutex.run("y", async () => "done")).resolves.toBe("done");
    blocked.resolve();
    await waiting;
  });

  it("goes on after a task that failed, and hands the failure to its caller only", async () => {
    const mutex = new KeyedMutex();
    const failing = mutex.run("x", () => Promise.reject(new Error("no")));
    const next = mutex.run("x", async () => 7);
    await expect(failing).rejects.toThrow("no");
    await expect(next).resolves.toBe(7);
  });
});
