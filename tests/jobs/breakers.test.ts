import { describe, expect, it } from "vitest";
import { ANNA, createDeskBench, type DeskBench, longSignal } from "./desk-bench.ts";

/** One trade of 10 at 100 that is stopped at 98 or reaches 104. */
async function tradeOnce(desk: DeskBench, end: number): Promise<void> {
  desk.clock.advance(60_000);
  const knownAt = desk.clock.now();
  const id = await desk.raise(longSignal({ id: `s-${knownAt}`, knownAt, expiresAt: knownAt + 3_600_000 }));
  const version = (await desk.context.ledger.load(id))?.version ?? 0;
  const outcome = await desk.control.approve(id, version, 1, ANNA);
  if (outcome.status !== "done") throw new Error(JSON.stringify(outcome));
  await desk.settle();
  desk.clock.advance(1000);
  await desk.trade(100);
  await desk.trade(end);
}

const notices = async (desk: DeskBench) =>
  (await desk.context.ledger.pendingOutbox(100)).flatMap(({ body }) =>
    body.kind === "notice" ? [[body.notice.key, body.notice.args]] : [],
  );

describe("a drawdown breaker", () => {
  it("trips once, stays when the balance recovers, and ends with /resume only", async () => {
    const desk = await createDeskBench({ risk: { maxDrawdownPercent: 0.15 } });
    await tradeOnce(desk, 98);
    desk.chat.fail = () => new Error("nothing is delivered");
    await desk.sweep();
    await desk.sweep();
    expect(await notices(desk)).toEqual([["notice-breaker-drawdown", { limit: 0.15, actual: 0.2 }]]);
    expect((await desk.control.risk()).breakers).toEqual([{ name: "drawdown", limit: 0.15, actual: 0.2 }]);
    await expect(tradeOnce(desk, 104)).rejects.toThrow();
    expect((await desk.context.ledger.newest(1))[0]?.denials).toEqual([
      { code: "drawdown", limit: 0.15, actual: 0.2 },
    ]);
    expect(await desk.control.resume(ANNA)).toBe(true);
    expect((await desk.control.risk()).breakers).toEqual([]);
    await tradeOnce(desk, 104);
    expect((await desk.paper.account()).balance).toBe("10019.92");
    expect(await desk.control.resume(ANNA)).toBe(false);
  });
});

describe("a daily loss", () => {
  it("says why, until when, and keeps new trades out until then", async () => {
    const desk = await createDeskBench({ risk: { maxDailyLossPercent: 0.2 } });
    await tradeOnce(desk, 98);
    desk.chat.fail = () => new Error("nothing is delivered");
    await desk.sweep();
    const until = Date.UTC(2026, 2, 4);
    expect(await notices(desk)).toEqual([["notice-breaker-daily-loss", { limit: 0.2, actual: 0.2, until }]]);
    await expect(tradeOnce(desk, 104)).rejects.toThrow();
    expect((await desk.context.ledger.newest(1))[0]?.denials).toEqual([
      { code: "daily-loss", limit: 0.2, actual: 0.2, until },
    ]);
    desk.clock.advance(until - desk.clock.now());
    await tradeOnce(desk, 104);
  });
});
