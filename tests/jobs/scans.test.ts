import { afterEach, describe, expect, it } from "vitest";
import type { Timeframe } from "../../src/engine/candles/timeframe.ts";
import { DeskError } from "../../src/engine/errors.ts";
import { DeskControl } from "../../src/jobs/desk-control.ts";
import { ScanMessages } from "../../src/jobs/scan-messages.ts";
import { withTestRedis } from "../redis/test-redis.ts";
import { ANNA, RecordingChat } from "./desk-bench.ts";
import { createScanDesk } from "./scan-desk.ts";

const server = withTestRedis();
type ScanDesk = Awaited<ReturnType<typeof createScanDesk>>;
const open: ScanDesk[] = [];

/** A market that refuses some symbols as an exchange does that asks for patience. */
async function scanDesk(refused: readonly string[] = []): Promise<ScanDesk> {
  const fault = new DeskError("market-unavailable", { exchange: "test", reason: "RateLimitExceeded" });
  const desk = await createScanDesk(server, new Map(refused.map((symbol) => [symbol, fault])));
  open.push(desk);
  return desk;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((desk) => desk.close()));
});

const MAJORS = ["BTC/USDT", "ETH/USDT", "SOL/USDT", "XRP/USDT"];
const REFUSED = ["ETH/USDT", "XRP/USDT"].map((symbol) => ({ symbol, reason: "market-unavailable" }));
const MANY = Array.from({ length: 120 }, (_, index) => `C${index}/USDT`);

/** What a market is asked that the store knows nothing of: the candles and those of the higher timeframe. */
function asked(symbols: readonly string[]): readonly string[] {
  return symbols.flatMap((symbol) => [`${symbol} 15m`, `${symbol} 1h`]).sort();
}

describe("a scan", () => {
  it("ranks what it finds and names the symbols that failed; the others are there", async () => {
    const desk = await scanDesk(["ETH/USDT", "XRP/USDT"]);
    desk.queues.work(desk.handlers);
    const report = await desk.scans.begin({
      symbols: MAJORS,
      timeframes: ["5m", "15m"],
      askedBy: "person",
    }).done;
    expect(report).toMatchObject({ scanned: 2, failed: REFUSED });
    expect(report.rows.length).toBeGreaterThan(0);
    const scores = report.rows.map(({ signal }) => signal.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(report.rows.every(({ signal }) => ["BTC/USDT", "SOL/USDT"].includes(signal.symbol))).toBe(true);
    // Of a symbol that answers 5m, 15m and the higher 1h of both, once; of one that fails the first of each.
    expect(report.budget).toEqual({ used: 10, limit: 1200 });
    expect(report.status).toBeUndefined();
  });

  it("is judged in threads when it is large, and here when these would only start for it", async () => {
    const desk = await scanDesk();
    desk.queues.work(desk.handlers);
    const scan = (timeframes: readonly Timeframe[]) =>
      desk.scans.begin({ symbols: MAJORS, timeframes, askedBy: "person" }).done;
    await scan(["5m", "15m", "1h"]);
    expect(desk.threaded).toEqual([]);
    await scan(["5m", "15m", "30m", "1h"]);
    expect(desk.threaded).toHaveLength(16);
  });

  it("asks the market once: what it told is in the store, and the second scan finds the same", async () => {
    const desk = await scanDesk();
    desk.queues.work(desk.handlers);
    const request = { symbols: MAJORS, timeframes: ["15m"], askedBy: "person" } as const;
    const first = await desk.scans.begin(request).done;
    const second = await desk.scans.begin(request).done;
    expect(desk.asked.toSorted()).toEqual(asked(MAJORS));
    expect(second.rows).toEqual(first.rows);
    expect(second.budget).toBeUndefined();
  });

  it("is cut into jobs of fifty symbols", async () => {
    const desk = await scanDesk();
    const sizes: number[] = [];
    desk.queues.work({
      "scan-symbols": async ({ symbols }) => {
        sizes.push(symbols.length);
        return { rows: [], scanned: symbols.length, failed: [], elapsedMs: 1 };
      },
    });
    const report = await desk.scans.begin({ symbols: MANY, timeframes: ["15m"], askedBy: "person" }).done;
    expect(sizes).toEqual([50, 50, 20]);
    expect(report).toMatchObject({ scanned: 120, failed: [], rows: [] });
  });

  it("loses only the symbols of a job that failed as a whole", async () => {
    const desk = await scanDesk();
    let jobs = 0;
    desk.queues.work({
      "scan-symbols": async ({ symbols }) => {
        jobs += 1;
        if (jobs === 2) throw new Error("worker broke");
        return { rows: [], scanned: symbols.length, failed: [], elapsedMs: 1 };
      },
    });
    const report = await desk.scans.begin({ symbols: MANY, timeframes: ["15m"], askedBy: "person" }).done;
    expect(report.scanned).toBe(70);
    expect(report.failed).toEqual(MANY.slice(50, 100).map((symbol) => ({ symbol, reason: "no-answer" })));
  });

  it("that a person asked for goes before those of the clock that wait", async () => {
    const desk = await scanDesk();
    const order: string[] = [];
    const clock = desk.scans.begin({ symbols: ["CLOCK/A"], timeframes: ["15m"], askedBy: "clock" });
    const later = desk.scans.begin({ symbols: ["CLOCK/B"], timeframes: ["15m"], askedBy: "clock" });
    const person = desk.scans.begin({ symbols: ["PERSON/A"], timeframes: ["15m"], askedBy: "person" });
    await expect.poll(async () => waitingJobs()).toBe(3);
    desk.queues.work({
      "scan-symbols": async ({ symbols }) => {
        order.push(...symbols);
        return { rows: [], scanned: symbols.length, failed: [], elapsedMs: 1 };
      },
    });
    await Promise.all([clock.done, later.done, person.done]);
    expect(order[0]).toBe("PERSON/A");
    expect(order).toHaveLength(3);
  });

  it("is never made twice at once for a symbol and timeframe: two workers share one market", async () => {
    const [one, other] = [await scanDesk(), await scanDesk()];
    for (const desk of [one, other]) desk.queues.work(desk.handlers);
    const request = { symbols: MAJORS, timeframes: ["15m"], askedBy: "person" } as const;
    const reports = await Promise.all([one.scans.begin(request).done, other.scans.begin(request).done]);
    expect([...one.asked, ...other.asked].sort()).toEqual(asked(MAJORS));
    expect(reports[1]?.rows).toEqual(reports[0]?.rows);
    expect(reports.map(({ scanned }) => scanned)).toEqual([4, 4]);
  });

  it("that is cancelled keeps what it has and leaves the rest alone", async () => {
    const desk = await scanDesk();
    const scan = desk.scans.begin({ symbols: MANY, timeframes: ["15m"], askedBy: "person" });
    expect(await desk.scans.cancel(scan.id)).toBe(true);
    expect(await desk.scans.cancel(scan.id)).toBe(false);
    desk.queues.work(desk.handlers);
    expect(await scan.done).toMatchObject({ status: "cancelled", scanned: 0, total: 120, failed: [] });
    expect(desk.asked).toEqual([]);
    expect(await desk.scans.cancel(scan.id)).toBe(false);
  });
});

async function waitingJobs(): Promise<number> {
  const keys = await server.client.keys("*:scans:*");
  return keys.filter((key) => /:scans:\d+$/.test(key)).length;
}

describe("a scan that takes a while", () => {
  it("is one message in the chat that asked, edited until it shows the result", async () => {
    const desk = await scanDesk(["ETH/USDT", "XRP/USDT"]);
    const chat = new RecordingChat();
    const messages = new ScanMessages(desk.context, 1);
    messages.serve([chat]);
    const control = new DeskControl(
      desk.context,
      { scans: desk.scans, messages, patienceMs: 1 },
      desk.context.clock,
    );
    const begun = await control.scan(MAJORS, "15m", { platform: "web", chatId: "local" });
    expect(begun).toMatchObject({ status: "running", scanned: 0, total: 4 });
    await expect.poll(() => chat.calls).toEqual(["send local 1"]);
    desk.queues.work(desk.handlers);
    await expect.poll(() => reportIn(chat)?.scanned).toBe(2);
    await expect.poll(() => reportIn(chat)?.status).toBeUndefined();
    expect(reportIn(chat)).toMatchObject({ failed: REFUSED });
    expect(chat.shown.size).toBe(1);
  });

  it("posts its result anew when the message cannot be edited", async () => {
    const desk = await scanDesk();
    const chat = new RecordingChat();
    const messages = new ScanMessages(desk.context, 1);
    messages.serve([chat]);
    const scan = desk.scans.begin({ symbols: ["BTC/USDT"], timeframes: ["15m"], askedBy: "person" });
    const shown = messages.follow({ platform: "web", chatId: "local" }, scan);
    await expect.poll(() => chat.calls).toEqual(["send local 1"]);
    let faults = 1;
    chat.fail = () => (faults-- > 0 ? new Error("message is gone") : undefined);
    desk.queues.work(desk.handlers);
    await shown;
    expect(chat.shown.get("2")?.content).toMatchObject({ kind: "scan", report: { scanned: 1 } });
  });
});

function reportIn(chat: RecordingChat) {
  const content = chat.shown.get("1")?.content;
  return content?.kind === "scan" ? content.report : undefined;
}

describe("scans by the clock", () => {
  it("are job schedulers that follow the settings without a restart", async () => {
    const desk = await scanDesk();
    await desk.scanClock.sync();
    expect([...(await desk.queues.scheduled("start-scan")).keys()].sort()).toEqual([
      "close-15m",
      "close-1h",
      "kill-zone-london-open",
      "kill-zone-new-york-am",
      "kill-zone-new-york-pm",
    ]);
    const { settings } = desk.stores;
    await settings.change("scans.atCloses", ["4h"], ANNA, 0);
    await settings.change("scans.beforeKillZones", [], ANNA, 1);
    await desk.scanClock.sync();
    expect([...(await desk.queues.scheduled("start-scan")).keys()]).toEqual(["close-4h"]);
    await settings.change("scans.enabled", false, ANNA, 2);
    await desk.scanClock.sync();
    expect([...(await desk.queues.scheduled("start-scan")).keys()]).toEqual([]);
  });

  it("turn what they find into proposals by the ids of the live engine, so none comes twice", async () => {
    const desk = await scanDesk();
    desk.queues.work({ "scan-symbols": (payload) => handler(desk, payload) });
    await desk.scanClock.start({ schedule: "close-15m" });
    const trades = await desk.context.ledger.newest(50);
    const report = await desk.scans.begin({
      symbols: [...desk.context.instruments.keys()],
      timeframes: ["15m"],
      askedBy: "person",
    }).done;
    expect(trades.map(({ signal }) => signal.id).sort()).toEqual(
      report.rows.map(({ signal }) => signal.id).sort(),
    );
    expect(trades.length).toBeGreaterThan(0);
    await desk.scanClock.start({ schedule: "close-15m" });
    expect(await desk.context.ledger.newest(50)).toHaveLength(trades.length);
  });

  it("start before a kill zone only when its alert is due, and wait for it when it is near", async () => {
    const desk = await scanDesk();
    const later: [string, number][] = [];
    Object.assign(desk.queues, {
      enqueue: async (name: string, _payload: unknown, delayMs: number) => later.push([name, delayMs]),
    });
    const work = { "scan-symbols": (payload: ScanPayload) => handler(desk, payload) };
    await desk.scanClock.start({ schedule: "kill-zone-new-york-pm" });
    expect(later).toEqual([]);
    desk.clock.advance(145 * 60_000);
    await desk.scanClock.start({ schedule: "kill-zone-new-york-pm" });
    expect(later).toEqual([["start-scan", 3_600_000]]);
    expect(desk.asked).toEqual([]);
    desk.queues.work(work);
    desk.clock.advance(3_600_000);
    await desk.scanClock.start({ schedule: "kill-zone-new-york-pm" });
    expect(desk.asked).toContain("BTC/USDT 15m");
  });

  it("do nothing for a schedule that nobody wants any more", async () => {
    const desk = await scanDesk();
    await desk.scanClock.start({ schedule: "custom-9" });
    expect(await desk.context.ledger.newest(1)).toEqual([]);
  });
});

type ScanPayload = Parameters<NonNullable<ScanDesk["handlers"]["scan-symbols"]>>[0];

function handler(desk: ScanDesk, payload: ScanPayload) {
  return desk.handlers["scan-symbols"]?.(payload) ?? Promise.reject(new Error("no handler"));
}
