import { describe, expect, it } from "vitest";
import { UnknownOrders } from "../../src/jobs/unknown-orders.ts";

const SENT_AT = 1_000_000;

/** Looks up whenever it is due and finds nothing; gives the ms after sending at which it looked. */
function look(unknowns: UnknownOrders, untilMs: number, answer: "absent" | "unreadable" = "absent") {
  const asked: number[] = [];
  let now = SENT_AT;
  while (now - SENT_AT <= untilMs) {
    now += unknowns.dueIn("order", now);
    asked.push(now - SENT_AT);
    if (answer === "unreadable") unknowns.unreadable("order", now);
    else if (unknowns.notFound("order", now)) return { asked, provenAt: now - SENT_AT };
  }
  return { asked, provenAt: undefined };
}

describe("an order that was sent without an answer", () => {
  it("is looked up after 0.25, 0.5, 1, 2 and 4 s, then every 2 s, and is proven absent by three reads after 10 s", () => {
    const unknowns = new UnknownOrders();
    unknowns.sent("order", SENT_AT);
    expect(look(unknowns, 60_000)).toEqual({
      asked: [250, 500, 1000, 2000, 4000, 6000, 8000, 10_000, 12_000, 14_000],
      provenAt: 14_000,
    });
  });

  it("is looked up at the same times after sending, however late the looks before 10 s were", () => {
    const unknowns = new UnknownOrders();
    unknowns.sent("order", SENT_AT);
    const late = [400, 650, 1150, 2150, 4150, 6150, 8150, 10_150, 12_300, 14_450];
    const dueAt = late.map((ms) => {
      const due = ms + unknowns.dueIn("order", SENT_AT + ms);
      return { due, isProof: unknowns.notFound("order", SENT_AT + ms) };
    });
    expect(dueAt).toEqual(late.map((ms) => ({ due: ms, isProof: ms === 14_450 })));
    expect(unknowns.dueIn("order", SENT_AT + 14_450)).toBe(2000);
  });

  it("is not proven absent by any number of reads before it can no longer arrive", () => {
    const unknowns = new UnknownOrders();
    unknowns.sent("order", SENT_AT);
    for (let now = SENT_AT; now < SENT_AT + 10_000; now += 1) {
      expect(unknowns.notFound("order", now)).toBe(false);
    }
  });

  it("is not proven absent by reads in a row: each has to be due", () => {
    const unknowns = new UnknownOrders();
    unknowns.sent("order", SENT_AT);
    const late = SENT_AT + 20_000;
    expect([1, 2, 3, 4].map(() => unknowns.notFound("order", late))).toEqual([false, false, false, false]);
  });

  it("is not proven absent sooner when the first looks failed: the three that count are 2 s apart", () => {
    const unknowns = new UnknownOrders();
    unknowns.sent("order", SENT_AT);
    unknowns.unreadable("order", SENT_AT + 9000);
    const times = [10_000, 10_500, 11_000, 12_000, 12_500, 13_999, 14_000];
    const proven = times.filter((ms) => unknowns.notFound("order", SENT_AT + ms));
    expect(proven).toEqual([14_000]);
  });

  it("is never proven absent by reads that failed", () => {
    const unknowns = new UnknownOrders();
    unknowns.sent("order", SENT_AT);
    expect(look(unknowns, 120_000, "unreadable").provenAt).toBeUndefined();
  });

  it("is overdue 60 s after it was sent, not a millisecond before", () => {
    const unknowns = new UnknownOrders();
    unknowns.sent("order", SENT_AT);
    expect(unknowns.isOverdue("order", SENT_AT + 59_999)).toBe(false);
    expect(unknowns.isOverdue("order", SENT_AT + 60_000)).toBe(true);
    unknowns.settled("order");
    expect(unknowns.isOverdue("order", SENT_AT + 60_000)).toBe(false);
  });

  it("is looked up at once after a restart, which begins its waiting anew", () => {
    const unknowns = new UnknownOrders();
    expect(look(unknowns, 60_000)).toMatchObject({ provenAt: 14_000 });
    expect(look(new UnknownOrders(), 60_000).asked.slice(0, 3)).toEqual([0, 500, 1000]);
  });

  it("is called up once for each look, however often it is met", () => {
    const unknowns = new UnknownOrders();
    expect(unknowns.mayCall("order", SENT_AT, 250)).toBe(true);
    expect(unknowns.mayCall("order", SENT_AT + 249, 1)).toBe(false);
    expect(unknowns.mayCall("order", SENT_AT + 250, 250)).toBe(true);
    unknowns.settled("order");
    expect(unknowns.mayCall("order", SENT_AT + 251, 250)).toBe(true);
  });

  it("is proven absent at once by an exchange whose look-ups are the truth", () => {
    const unknowns = new UnknownOrders(0);
    unknowns.sent("order", SENT_AT);
    expect(unknowns.dueIn("order", SENT_AT)).toBe(0);
    expect(unknowns.notFound("order", SENT_AT)).toBe(true);
  });
});
