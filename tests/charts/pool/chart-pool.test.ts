import { describe, expect, it } from "vitest";
import { createChartPool } from "../../../src/charts/pool/chart-pool.ts";
import { chartInput } from "../chart-input-builder.ts";

describe("the pool of drawing threads", () => {
  it("draws to its end what a thread has begun when it is closed, also one that still starts", async () => {
    const pool = createChartPool({
      threads: 1,
      timeLimitMs: 30_000,
      entry: new URL("../../../src/charts/pool/chart-worker.ts", import.meta.url),
    });
    const drawn = pool.run({ kind: "signal", input: chartInput() });
    await pool.close();
    expect((await drawn).length).toBeGreaterThan(10_000);
  });
});
