import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { RecentLogBook } from "../src/recent-log.ts";

describe("the recent log", () => {
  it("keeps warnings and errors, newest first, without their fields", () => {
    const book = new RecentLogBook();
    const log = pino({ level: "info" }, pino.multistream([{ stream: book, level: "warn" }]));
    log.info("all is well");
    log.warn({ token: "123456:canary" }, "telegram cannot be reached");
    log.error({ err: new Error("canary") }, "a tap could not be answered");
    expect(book.newest(10)).toEqual([
      { at: expect.any(Number), level: "error", text: "a tap could not be answered" },
      { at: expect.any(Number), level: "warn", text: "telegram cannot be reached" },
    ]);
  });

  it("forgets the oldest beyond 200", () => {
    const book = new RecentLogBook();
    for (let number = 1; number <= 250; number += 1)
      book.write(`{"level":40,"time":${number},"msg":"m${number}"}`);
    expect(book.newest(1000)).toHaveLength(200);
    expect(book.newest(1)).toEqual([{ at: 250, level: "warn", text: "m250" }]);
  });
});
