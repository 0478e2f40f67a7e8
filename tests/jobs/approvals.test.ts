import { describe, expect, it } from "vitest";
import { DeskError } from "../../src/engine/errors.ts";
import { ANNA, BEN, createDeskBench } from "./desk-bench.ts";

const CARA = { userId: "telegram:3", name: "Cara" };

describe("the spread", () => {
  const maxSpreadPercent = 0.1;

  it("denies an approval and a re-price when bid and ask are too far apart", async () => {
    const desk = await createDeskBench({ risk: { maxSpreadPercent } }, [], { spread: async () => 0.2 });
    const id = await desk.raise();
    await desk.trade(100);
    const denied = { status: "denied", denials: [{ code: "spread", limit: 0.1, actual: 0.2 }] };
    expect(await desk.control.approve(id, 1, 1, ANNA)).toMatchObject(denied);
    expect(await desk.control.reprice(id, 1, ANNA)).toMatchObject(denied);
  });

  it("is no obstacle within the limit, without one, and where the market does not tell it", async () => {
    const asked: string[] = [];
    const told = (answer: () => Promise<number | undefined>) => (symbol: string) => {
      asked.push(symbol);
      return answer();
    };
    const failing = told(() => Promise.reject(new DeskError("market-unavailable", {})));
    const desks = [
      await createDeskBench({ risk: { maxSpreadPercent } }, [], { spread: told(async () => 0.1) }),
      await createDeskBench({ risk: { maxSpreadPercent } }, [], { spread: failing }),
      await createDeskBench({ risk: { maxSpreadPercent } }),
    ];
    for (const desk of desks) {
      const id = await desk.raise();
      await desk.trade(100);
      expect((await desk.control.approve(id, 1, 1, ANNA)).status).toBe("done");
    }
    expect(asked).toEqual(["BTC/USDT", "BTC/USDT"]);
    const unlimited = await createDeskBench({}, [], { spread: told(async () => 50) });
    const id = await unlimited.raise();
    await unlimited.trade(100);
    expect((await unlimited.control.approve(id, 1, 1, ANNA)).status).toBe("done");
    expect(asked).toHaveLength(2);
  });
});

describe("a re-price", () => {
  it("makes a new plan at the price of now, which needs a new approval", async () => {
    const desk = await createDeskBench({ risk: { maxPositionPercent: 100 } });
    const id = await desk.raise();
    await desk.trade(101.5);
    expect(await desk.control.approve(id, 1, 1, ANNA)).toMatchObject({ status: "denied" });
    const outcome = await desk.control.reprice(id, 1, ANNA);
    // 1 % of 10,000 over a distance of 3.5 is 28.571.
    expect(outcome).toMatchObject({
      status: "done",
      trade: {
        state: "proposed",
        version: 2,
        repriced: { by: ANNA },
        plan: { entry: "101.5", stop: "98", targets: ["104"], quantity: "28.571", riskMoney: "99.9985" },
      },
    });
    expect((await desk.control.approve(id, 1, 1, ANNA)).status).toBe("too-late");
    expect((await desk.control.approve(id, 2, 1, ANNA)).status).toBe("done");
  });

  it("is denied beyond the target, beyond the stop, and at an old price", async () => {
    const desk = await createDeskBench();
    const id = await desk.raise();
    await desk.trade(104);
    expect(await desk.control.reprice(id, 1, ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "target-reached", limit: 104, actual: 104 }],
    });
    await desk.trade(97);
    expect(await desk.control.reprice(id, 1, ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "stop-on-wrong-side", limit: 98, actual: 97 }],
    });
    await desk.trade(101.5);
    desk.clock.advance(121_000);
    expect(await desk.control.reprice(id, 1, ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "price-stale" }],
    });
    expect((await desk.context.ledger.load(id))?.version).toBe(1);
  });

  it("obeys every limit, and has one winner", async () => {
    const desk = await createDeskBench();
    const id = await desk.raise();
    await desk.trade(101.5);
    await desk.control.pause(undefined, undefined, BEN);
    expect(await desk.control.reprice(id, 1, ANNA)).toMatchObject({ denials: [{ code: "paused" }] });
    await desk.control.resume(BEN);
    const all = await Promise.all(Array.from({ length: 20 }, () => desk.control.reprice(id, 1, ANNA)));
    expect(all.filter(({ status }) => status === "done")).toHaveLength(1);
    expect((await desk.context.ledger.load(id))?.version).toBe(2);
  });
});

describe("an entry above the risk that traders may approve", () => {
  it("is denied to a trader with both numbers, and approved by an admin", async () => {
    const desk = await createDeskBench({ approvals: { traderMaxRiskPercent: 0.1 } });
    const id = await desk.raise();
    expect(await desk.control.approve(id, 1, 1, ANNA, "trader")).toMatchObject({
      status: "denied",
      denials: [{ code: "trader-risk", limit: 0.1, actual: 0.2 }],
      trade: { state: "proposed", version: 1 },
    });
    expect((await desk.control.approve(id, 1, 1, BEN, "admin")).status).toBe("done");
  });
});

describe("an entry above the notional that needs two people", () => {
  const TWO = { approvals: { secondAboveNotional: 600 } };

  it("waits for another person, whom the card names, and takes the smaller size", async () => {
    const desk = await createDeskBench(TWO);
    const id = await desk.raise();
    expect(await desk.control.approve(id, 1, 1, ANNA)).toMatchObject({
      status: "endorsed",
      trade: { state: "proposed", version: 2, endorsed: { needed: 2, given: [{ by: ANNA }] } },
    });
    await desk.settle();
    expect(desk.chat.shown.get("1")?.content).toMatchObject({ trade: { endorsed: { needed: 2 } } });
    expect(await desk.control.approve(id, 2, 1, ANNA)).toMatchObject({
      status: "denied",
      denials: [{ code: "second-person", limit: 2, actual: 1 }],
    });
    expect(await desk.control.approve(id, 2, 0.75, BEN)).toMatchObject({
      status: "done",
      trade: { state: "approved", approval: { by: BEN, sizeFactor: 0.75, quantity: "7.5" } },
    });
  });

  it("takes a Telegram account and the web chat of one human for one person", async () => {
    const personOf = (userId: string) => (userId === ANNA.userId ? BEN.userId : userId);
    const desk = await createDeskBench(TWO, [], { personOf });
    const id = await desk.raise();
    expect((await desk.control.approve(id, 1, 1, ANNA)).status).toBe("endorsed");
    expect(await desk.control.approve(id, 2, 1, BEN)).toMatchObject({
      status: "denied",
      denials: [{ code: "second-person", limit: 2, actual: 1 }],
    });
    expect((await desk.control.approve(id, 2, 1, CARA)).status).toBe("done");
  });

  it("does not need them below it", async () => {
    const desk = await createDeskBench(TWO);
    const id = await desk.raise();
    // Half of 1,000 is below 600.
    expect((await desk.control.approve(id, 1, 0.5, ANNA)).status).toBe("done");
  });

  it("counts one tap of one version: of a hundred at once one endorses, and it takes a second round", async () => {
    const desk = await createDeskBench(TWO);
    const id = await desk.raise();
    const people = [ANNA, BEN, CARA];
    const round = (version: number) =>
      Promise.all(
        Array.from({ length: 100 }, (_, tap) =>
          desk.control.approve(id, version, 1, people[tap % people.length] ?? ANNA),
        ),
      );
    const first = await round(1);
    expect(first.filter(({ status }) => status === "endorsed")).toHaveLength(1);
    expect(first.filter(({ status }) => status === "done")).toHaveLength(0);
    const second = await round(2);
    expect(second.filter(({ status }) => status === "done")).toHaveLength(1);
    const trade = await desk.context.ledger.load(id);
    const people_ = [trade?.endorsed?.given[0]?.by.userId, trade?.approval?.by.userId];
    expect(new Set(people_).size).toBe(2);
    await desk.settle();
    expect((await desk.paper.openOrders()).filter(({ reduceOnly }) => !reduceOnly)).toHaveLength(1);
  });

  it("begins anew after a re-price", async () => {
    const desk = await createDeskBench(TWO);
    const id = await desk.raise();
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.trade(101.5);
    await desk.control.reprice(id, 2, BEN);
    expect((await desk.context.ledger.load(id))?.endorsed).toBeUndefined();
    expect((await desk.control.approve(id, 3, 1, BEN)).status).toBe("endorsed");
  });

  it("can need three", async () => {
    const desk = await createDeskBench({ approvals: { secondAboveNotional: 600, neededPeople: 3 } });
    const id = await desk.raise();
    const ends = [
      await desk.control.approve(id, 1, 1, ANNA),
      await desk.control.approve(id, 2, 1, BEN),
      await desk.control.approve(id, 3, 1, CARA),
    ];
    expect(ends.map(({ status }) => status)).toEqual(["endorsed", "endorsed", "done"]);
  });
});
