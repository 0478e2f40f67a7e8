import { afterEach, describe, expect, it } from "vitest";
import type { ChartRequest } from "../../../src/charts/kinds/chart-kinds.ts";
import { ChartPool } from "../../../src/charts/pool/chart-pool.ts";
import { chartInput } from "../chart-input-builder.ts";

const request: ChartRequest = { kind: "signal", input: chartInput() };
const pools: ChartPool[] = [];

function poolOf(thread: "silent" | "crashing" | "signing", threads = 2, timeLimitMs = 30_000): ChartPool {
  const pool = new ChartPool({
    threads,
    timeLimitMs,
    entry: new URL(`./threads/${thread}.ts`, import.meta.url),
  });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe("the pool of drawing threads", () => {
  it("never uses more threads than it may, however many pictures are asked for at once", async () => {
    const pool = poolOf("signing", 2);
    const signed = await Promise.all(Array.from({ length: 30 }, () => pool.draw(request)));
    expect(new Set(signed.map(([thread]) => thread)).size).toBeLessThanOrEqual(2);
    expect(signed).toHaveLength(30);
  });

  it("gives up a picture that takes too long, drawing or waiting, and takes the next", async () => {
    const pool = poolOf("silent", 1, 200);
    const orders = await Promise.allSettled([pool.draw(request), pool.draw(request)]);
    expect(orders.map((order) => order.status === "rejected" && order.reason.code)).toEqual([
      "chart-timed-out",
      "chart-timed-out",
    ]);
    await expect(pool.draw(request)).rejects.toMatchObject({ code: "chart-timed-out" });
  });

  it("rejects the picture of a thread that dies and starts another thread", async () => {
    const pool = poolOf("crashing", 1);
    await expect(pool.draw(request)).rejects.toThrow("crashed");
    await expect(pool.draw(request)).rejects.toThrow("crashed");
  });

  it("draws to its end what a thread has begun when it is closed, also one that still starts", async () => {
    const pool = new ChartPool({
      threads: 1,
      timeLimitMs: 30_000,
      entry: new URL("../../../src/charts/pool/chart-worker.ts", import.meta.url),
    });
    const drawn = pool.draw(request);
    await pool.close();
    expect((await drawn).length).toBeGreaterThan(10_000);
  });

  it("rejects what it cannot draw any more when it is closed", async () => {
    const pool = poolOf("silent", 1);
    const orders = Promise.allSettled([pool.draw(request), pool.draw(request)]);
    await pool.close();
    expect((await orders).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(pool.draw(request)).rejects.toMatchObject({ code: "chart-pool-closed" });
  });
});
