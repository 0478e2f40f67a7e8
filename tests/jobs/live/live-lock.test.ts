import { beforeEach, describe, expect, it } from "vitest";
import { LiveLock } from "../../../src/jobs/live/live-lock.ts";
import { totpCode, totpStep } from "../../../src/jobs/live/totp.ts";
import { TestClock } from "../../fakes/test-clock.ts";

const SECRET = Buffer.from("12345678901234567890", "ascii");
const NOW = Date.UTC(2026, 2, 3, 12);

/** Marks that outlive a lock, as the ledger's do. */
class Marks {
  readonly written = new Map<string, string>();
  async readMark(name: string): Promise<string | undefined> {
    return this.written.get(name);
  }
  async writeMark(name: string, value: string): Promise<void> {
    this.written.set(name, value);
  }
}

let marks: Marks;
let clock: TestClock;
beforeEach(() => {
  marks = new Marks();
  clock = new TestClock(NOW);
});

async function aLock(start = "one", secret: Uint8Array = SECRET, isBehind = false): Promise<LiveLock> {
  const lock = new LiveLock({ ledger: marks, clock, secret });
  await lock.begin(start, isBehind);
  return lock;
}

const codeNow = () => totpCode(SECRET, totpStep(clock.now()));

describe("the lock of live trading", () => {
  it("is shut until a code was given, and open until the next start", async () => {
    const lock = await aLock();
    expect(lock.isOpen).toBe(false);
    expect(await lock.unlock(codeNow())).toEqual({ status: "open" });
    expect(lock.isOpen).toBe(true);
    expect((await aLock("two")).isOpen).toBe(false);
  });

  it("takes a code once, also after another start", async () => {
    await (await aLock()).unlock(codeNow());
    const second = await aLock("two");
    expect(await second.unlock(codeNow())).toEqual({ status: "wrong-code", triesLeft: 4 });
    clock.advance(30_000);
    expect(await second.unlock(codeNow())).toEqual({ status: "open" });
  });

  it("takes no code from before one that was taken", async () => {
    const earlier = codeNow();
    clock.advance(30_000);
    await (await aLock()).unlock(codeNow());
    expect(await (await aLock("two")).unlock(earlier)).toMatchObject({ status: "wrong-code" });
  });

  it("is locked for good after five wrong codes, whoever starts it again, until the secret is another", async () => {
    const lock = await aLock();
    const answers = [];
    for (let tries = 0; tries < 5; tries += 1) answers.push(await lock.unlock("000000"));
    expect(answers).toEqual([
      ...[4, 3, 2, 1].map((triesLeft) => ({ status: "wrong-code", triesLeft })),
      { status: "locked-out" },
    ]);
    expect(await lock.unlock(codeNow())).toEqual({ status: "locked-out" });
    expect(await (await aLock("two")).unlock(codeNow())).toEqual({ status: "locked-out" });
    const another = Buffer.from("another secret 12345", "ascii");
    const fresh = await aLock("three", another);
    expect(await fresh.unlock(totpCode(another, totpStep(NOW)))).toEqual({ status: "open" });
  });

  it("forgets wrong codes after a right one", async () => {
    const lock = await aLock();
    for (let tries = 0; tries < 4; tries += 1) await lock.unlock("000000");
    await lock.unlock(codeNow());
    expect(await (await aLock("two")).unlock("000000")).toEqual({ status: "wrong-code", triesLeft: 4 });
  });

  it("counts wrong codes that come at the same moment one by one", async () => {
    const lock = await aLock();
    const answers = await Promise.all(Array.from({ length: 20 }, () => lock.unlock("000000")));
    expect(answers.filter(({ status }) => status === "wrong-code")).toHaveLength(4);
    expect(await lock.unlock(codeNow())).toEqual({ status: "locked-out" });
  });

  it("is opened for the engine by a bot in another process", async () => {
    const engine = await aLock();
    const bot = new LiveLock({ ledger: marks, clock, secret: SECRET });
    expect(await bot.unlock(codeNow())).toEqual({ status: "open" });
    expect(engine.isOpen).toBe(false);
    await engine.refresh();
    expect(engine.isOpen).toBe(true);
  });

  it("is not opened before any engine has started", async () => {
    const bot = new LiveLock({ ledger: marks, clock, secret: SECRET });
    await bot.unlock(codeNow());
    expect(bot.isOpen).toBe(false);
    expect((await aLock("one")).isOpen).toBe(false);
  });

  it("is opened by no code while the ledger is behind, and by the next start that finds it whole", async () => {
    const lock = await aLock("one", SECRET, true);
    expect(await lock.unlock(codeNow())).toEqual({ status: "ledger-behind" });
    expect(lock.isOpen).toBe(false);
    expect(await (await aLock("two")).unlock(codeNow())).toEqual({ status: "open" });
  });

  it("writes nothing that tells the secret", async () => {
    await (await aLock()).unlock(codeNow());
    const text = [...marks.written.values()].join();
    expect(text).not.toContain("1234567890");
    expect(text).not.toContain(SECRET.toString("hex"));
  });
});
