import { describe, expect, it } from "vitest";
import { takeSignal } from "../../src/jobs/signal-intake.ts";
import { ANNA, BEN, createDeskBench, type DeskBench, longSignal } from "./desk-bench.ts";

const noticesOf = async (desk: DeskBench) =>
  (await desk.context.ledger.pendingOutbox(100)).flatMap(({ body }) =>
    body.kind === "notice" ? [body.notice] : [],
  );

describe("a rule that approves", () => {
  const RULES = {
    approvals: { rules: [{ name: "b-grade", grades: ["B"], maxNotional: 1000, sizeFactor: 0.5 }] },
  };

  async function raise(desk: DeskBench, changes = {}): Promise<string> {
    const signal = longSignal({ id: `s${JSON.stringify(changes)}`, ...changes });
    desk.clock.advance(1000);
    await desk.context.candles.setPrice("BTC/USDT", signal.entry, desk.clock.now());
    await takeSignal(desk.context, signal, (id) => desk.control.approveByRule(id));
    return (await desk.context.ledger.newest(1))[0]?.id ?? "";
  }
  const stateOf = async (desk: DeskBench, id: string) => (await desk.context.ledger.load(id))?.state;

  it("does nothing until a person switches it on, whom the approval names from then on", async () => {
    const desk = await createDeskBench(RULES);
    const first = await raise(desk);
    expect(await stateOf(desk, first)).toBe("proposed");
    await desk.control.skip(first, 1, ANNA);
    await desk.control.switchRule("b-grade", true, BEN);
    const second = await raise(desk, { knownAt: 1 });
    expect(await desk.context.ledger.load(second)).toMatchObject({
      state: "approved",
      approval: { by: BEN, rule: "b-grade", sizeFactor: 0.5, quantity: "5" },
    });
    expect((await desk.context.ledger.events(second))[0]).toMatchObject({
      type: "trade.approved",
      by: BEN,
      rule: "b-grade",
    });
    expect((await noticesOf(desk)).map(({ key, args }) => [key, args])).toEqual([
      ["notice-rule-on", { rule: "b-grade", name: "Ben" }],
    ]);
  });

  it.each([
    ["of another grade", { grade: "C" }],
    ["of another grade above", { grade: "A" }],
  ])("leaves a setup %s to people", async (_, changes) => {
    const desk = await createDeskBench(RULES);
    await desk.control.switchRule("b-grade", true, BEN);
    expect(await stateOf(desk, await raise(desk, changes))).toBe("proposed");
  });

  it("asks for strategy and session when it names them", async () => {
    const rule = { name: "r", strategies: ["s1"], sessions: ["london-open"], maxNotional: 1e6 };
    const desk = await createDeskBench({ approvals: { rules: [rule] } });
    await desk.control.switchRule("r", true, BEN);
    const states: unknown[] = [];
    for (const changes of [
      { strategy: "s1" },
      { strategy: "s1", session: "asian" },
      { strategy: "s2", session: "london-open" },
      { strategy: "s1", session: "london-open" },
    ]) {
      const id = await raise(desk, changes);
      states.push(await stateOf(desk, id));
      await desk.control.skip(id, 1, ANNA);
    }
    expect(states).toEqual(["proposed", "proposed", "proposed", "approved"]);
  });

  it("never passes a limit, its own size, or the need for several people", async () => {
    const paused = await createDeskBench(RULES);
    await paused.control.switchRule("b-grade", true, BEN);
    await paused.context.settings.change("risk.maxSpreadPercent", 0.001, ANNA, 0);
    await paused.context.settings.change("risk.maxPriceAgeSeconds", 1, ANNA, 1);
    const id = await paused.raise();
    paused.clock.advance(5000);
    expect(await paused.control.approveByRule(id)).toMatchObject({ denials: [{ code: "price-stale" }] });

    const small = { name: "b-grade", maxNotional: 400, sizeFactor: 0.5 };
    const tooLarge = await createDeskBench({ approvals: { rules: [small] } });
    await tooLarge.control.switchRule("b-grade", true, BEN);
    expect(await stateOf(tooLarge, await raise(tooLarge))).toBe("proposed");

    const two = await createDeskBench({ approvals: { ...RULES.approvals, secondAboveNotional: 400 } });
    await two.control.switchRule("b-grade", true, BEN);
    const waiting = await raise(two);
    expect(await two.context.ledger.load(waiting)).toMatchObject({ state: "proposed", version: 1 });
  });

  it("is off again once it is changed, and once it is switched off", async () => {
    const desk = await createDeskBench(RULES);
    await desk.control.switchRule("b-grade", true, BEN);
    await desk.context.settings.change(
      "approvals.rules",
      [{ name: "b-grade", grades: ["B"], maxNotional: 1e9 }],
      ANNA,
      0,
    );
    expect((await desk.control.rules())[0]?.switchedOn).toBeUndefined();
    await desk.control.switchRule("b-grade", true, BEN);
    expect((await desk.control.rules())[0]?.switchedOn?.by).toEqual(BEN);
    await desk.control.switchRule("b-grade", false, ANNA);
    expect((await desk.control.rules())[0]?.switchedOn).toBeUndefined();
    expect(await desk.control.switchRule("__proto__", true, BEN)).toBeUndefined();
  });
});
