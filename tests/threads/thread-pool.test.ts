import { afterEach, describe, expect, it, vi } from "vitest";
import { ThreadPool, type ThreadPoolOptions } from "../../src/threads/thread-pool.ts";

const pools: ThreadPool<string, Uint8Array>[] = [];

function poolOf(
  thread: "silent" | "crashing" | "signing" | "sulking",
  options: Partial<ThreadPoolOptions> = {},
) {
  const pool = new ThreadPool<string, Uint8Array>({
    threads: 2,
    timeLimitMs: 30_000,
    entry: new URL(`./entries/${thread}.ts`, import.meta.url),
    packages: [],
    mostHeapMb: 64,
    codes: { timedOut: "judge-timed-out", closed: "judge-pool-closed" },
    ...options,
  });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe("a pool of threads", () => {
  it("never uses more threads than it may, however many orders come at once", async () => {
    const pool = poolOf("signing");
    const signed = await Promise.all(Array.from({ length: 30 }, () => pool.run("sign")));
    expect(new Set(signed.map(([thread]) => thread)).size).toBeLessThanOrEqual(2);
    expect(signed).toHaveLength(30);
  });

  it("gives up an order that takes too long, at work or waiting, and takes the next", async () => {
    const pool = poolOf("sulking", { threads: 1, timeLimitMs: 1000 });
    const orders = await Promise.allSettled([pool.run("hang"), pool.run("waits behind it")]);
    expect(orders.map((order) => order.status === "rejected" && order.reason.code)).toEqual([
      "judge-timed-out",
      "judge-timed-out",
    ]);
    // The thread that hung was ended: another one answers.
    expect(await pool.run("c")).toEqual(Uint8Array.of(1));
  });

  it("rejects the order of a thread that dies and starts another thread", async () => {
    const pool = poolOf("crashing", { threads: 1 });
    await expect(pool.run("a")).rejects.toThrow("crashed");
    await expect(pool.run("b")).rejects.toThrow("crashed");
  });

  it("rejects what it cannot do any more when it is closed", async () => {
    const pool = poolOf("silent", { threads: 1 });
    const orders = Promise.allSettled([pool.run("a"), pool.run("b")]);
    await pool.close();
    expect((await orders).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(pool.run("c")).rejects.toMatchObject({ code: "judge-pool-closed" });
  });

  it("has a thread before the first order, unless its threads end when there is nothing to do", async () => {
    expect(poolOf("signing").size).toBe(1);
    const resting = poolOf("signing", { idleMs: 1 });
    expect(resting.size).toBe(0);
    const [first] = await resting.run("sign");
    await vi.waitFor(() => expect(resting.size).toBe(0));
    const [second] = await resting.run("sign");
    expect(second).not.toBe(first);
  });

  it("waits at its end for threads that are resting already", async () => {
    const pool = poolOf("signing", { idleMs: 1 });
    const [thread] = await pool.run("sign");
    await vi.waitFor(() => expect(pool.size).toBe(0));
    await pool.close();
    expect(thread).toBeGreaterThan(0);
    expect(pool.ending).toBe(0);
  });

  it("moves memory with an order instead of copying it", async () => {
    const pool = poolOf("signing");
    const memory = new ArrayBuffer(8);
    await pool.run("sign", [memory]);
    expect(memory.byteLength).toBe(0);
  });
});
