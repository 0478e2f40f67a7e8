import { describe, expect, it } from "vitest";
import { sessionBriefCard } from "../../src/bot/cards/session-brief-card.ts";
import type { MarketKind } from "../../src/engine/instrument.ts";
import type { SessionBrief } from "../../src/engine/ports/session-brief.ts";
import { createAcceleratedClock } from "../../src/exchange/simulated/accelerated-clock.ts";
import { createSimulatedMarket } from "../../src/exchange/simulated/simulated-market.ts";
import { timerWait } from "../../src/exchange/wait.ts";
import { SessionAlerts } from "../../src/jobs/session-alerts.ts";
import { cardText, strictTexts } from "../fakes/chat-desk.ts";
import { ANNA, BTC, createDeskBench, type DeskBench, longSignal } from "./desk-bench.ts";

const MINUTE = 60_000;

async function told(desk: DeskBench): Promise<readonly [string, string, string][]> {
  const rows = await desk.context.ledger.pendingOutbox(500);
  return rows.flatMap(({ createdAt, body }) =>
    body.kind === "notice"
      ? [
          [
            new Date(createdAt).toISOString().slice(5, 16),
            body.notice.key,
            String(body.notice.args.name),
          ] as const,
        ]
      : [],
  ) as [string, string, string][];
}

/** Lets the time of the market pass from one instant to another, a minute at a time, for some kinds of markets. */
async function pass(from: string, to: string, kinds: readonly MarketKind[], copies = 1): Promise<DeskBench> {
  const desk = await createDeskBench({ detectors: { session: { newYorkLunch: "12:00-12:30" } } });
  const instruments = new Map(kinds.map((kind) => [kind, { ...BTC, symbol: `${kind}/USD`, kind }]));
  const context = { ...desk.context, instruments };
  const alerts = Array.from({ length: copies }, () => new SessionAlerts(context));
  for (let at = Date.parse(from); at <= Date.parse(to); at += MINUTE) {
    desk.clock.advance(Math.max(0, at - desk.clock.now()));
    for (const each of alerts) await each.onTime(at);
  }
  return desk;
}

describe("the alerts of kill zones", () => {
  it("tell before the opening, at it and at the end, once for all engines of the desk", async () => {
    const desk = await pass("2026-03-05T06:50Z", "2026-03-05T10:00Z", ["crypto"], 2);
    expect(await told(desk)).toEqual([
      ["03-05T06:55", "notice-session-soon", "london-open"],
      ["03-05T07:00", "notice-session-opened", "london-open"],
      ["03-05T10:00", "notice-session-closed", "london-open"],
    ]);
  });

  it("follow New York through the spring change: 02:00 does not exist, the skip is the opening", async () => {
    const desk = await pass("2026-03-08T06:50Z", "2026-03-08T09:01Z", ["crypto"]);
    expect(await told(desk)).toEqual([
      ["03-08T06:55", "notice-session-soon", "london-open"],
      ["03-08T07:00", "notice-session-opened", "london-open"],
      ["03-08T09:00", "notice-session-closed", "london-open"],
    ]);
  });

  it("follow New York through the autumn change: one opening, at 02:00 of standard time", async () => {
    const desk = await pass("2026-11-01T05:00Z", "2026-11-01T10:01Z", ["crypto"]);
    expect(await told(desk)).toEqual([
      ["11-01T06:55", "notice-session-soon", "london-open"],
      ["11-01T07:00", "notice-session-opened", "london-open"],
      ["11-01T10:00", "notice-session-closed", "london-open"],
    ]);
  });

  it("are silent while nothing that the desk follows trades", async () => {
    expect(await told(await pass("2026-03-07T11:50Z", "2026-03-07T12:01Z", ["fx", "index"]))).toEqual([]);
    expect(await told(await pass("2026-03-07T11:50Z", "2026-03-07T12:01Z", ["fx", "crypto"]))).toHaveLength(
      2,
    );
    expect(await told(await pass("2026-12-25T11:50Z", "2026-12-25T12:01Z", ["fx"]))).toEqual([]);
    expect(await told(await pass("2026-11-26T11:50Z", "2026-11-26T12:01Z", ["index"]))).toEqual([]);
    expect(await told(await pass("2026-11-26T11:50Z", "2026-11-26T12:01Z", ["fx"]))).toHaveLength(2);
  });

  it("are not told again after a restart, and a long sleep does not tell what is old", async () => {
    const desk = await pass("2026-03-05T06:50Z", "2026-03-05T07:05Z", ["crypto"]);
    await new SessionAlerts(desk.context).onTime(Date.parse("2026-03-05T07:06Z"));
    expect(await told(desk)).toHaveLength(2);
    await new SessionAlerts(desk.context).onTime(Date.parse("2026-03-05T11:30Z"));
    expect(await told(desk)).toHaveLength(2);
  });

  it("come as early as the settings say, or not at all", async () => {
    const desk = await createDeskBench({ scans: { preAlertMinutes: 30 } });
    desk.clock.advance(Date.parse("2026-03-05T06:30Z") - desk.clock.now());
    const alerts = new SessionAlerts(desk.context);
    await alerts.onTime(desk.clock.now());
    expect((await told(desk)).map(([, key]) => key)).toEqual(["notice-session-soon"]);
    const { version } = await desk.context.settings.current();
    await desk.context.settings.change("sessions.alerts", false, ANNA, version);
    await alerts.onTime(Date.parse("2026-03-05T07:00Z"));
    expect(await told(desk)).toHaveLength(1);
  });
});

describe("the brief of a kill zone", () => {
  it("holds the ranges, the bias and the room that is left", async () => {
    const desk = await createDeskBench({ risk: { maxTradesPerSession: 2, maxTradesPerDay: 5 } });
    const at = Date.parse("2026-03-05T07:00Z");
    desk.clock.advance(at - desk.clock.now());
    const market = createSimulatedMarket({
      seed: "brief",
      clock: createAcceleratedClock({ startMs: at, speed: 1, wall: desk.clock }),
      wait: timerWait,
    });
    const candles = await market.history("BTC/USDT", "15m", at - 1000 * 15 * MINUTE, 1000);
    await desk.context.candles.append("BTC/USDT", "15m", candles);
    await new SessionAlerts(desk.context).onTime(at);
    const brief = (await desk.context.ledger.pendingOutbox(1)).map(({ body }) =>
      body.kind === "notice" ? body.notice.brief : undefined,
    )[0];
    const within = (from: string, to: string) =>
      candles.filter(({ openTime }) => openTime >= Date.parse(from) && openTime < Date.parse(to));
    const rangeOf = (part: typeof candles) => ({
      high: Math.max(...part.map(({ high }) => high)),
      low: Math.min(...part.map(({ low }) => low)),
    });
    expect(brief).toMatchObject({ phase: "opened", name: "london-open", tradesLeft: 2, openRiskPercent: 0 });
    expect(brief?.symbols[0]).toMatchObject({
      symbol: "BTC/USDT",
      price: candles.at(-1)?.close,
      asian: rangeOf(within("2026-03-05T01:00Z", "2026-03-05T05:00Z")),
      previousDay: rangeOf(within("2026-03-04T00:00Z", "2026-03-05T00:00Z")),
    });
    expect(["bullish", "bearish"]).toContain(brief?.symbols[0]?.bias);
  });

  it("sums up after the end what came of the session", async () => {
    const desk = await createDeskBench();
    const opensAt = Date.parse("2026-03-05T07:00Z");
    desk.clock.advance(opensAt - desk.clock.now());
    const signal = longSignal({ session: "london-open", knownAt: opensAt, expiresAt: opensAt + 3_600_000 });
    const id = await desk.raise(signal);
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.settle();
    desk.clock.advance(1000);
    await desk.trade(100);
    await desk.trade(104);
    desk.clock.advance(Date.parse("2026-03-05T10:00Z") - desk.clock.now());
    await new SessionAlerts(desk.context).onTime(desk.clock.now());
    const [row] = await desk.context.ledger.pendingOutbox(1);
    const brief = row?.body.kind === "notice" ? row.body.notice.brief : undefined;
    expect(brief?.result).toEqual({ proposals: 1, approved: 1, closed: 1, netR: 2 });
  });

  it("reads as a card in the reader's time and in New York's", () => {
    const brief: SessionBrief = {
      phase: "opened",
      name: "london-open",
      opensAt: Date.parse("2026-03-05T07:00Z"),
      closesAt: Date.parse("2026-03-05T10:00Z"),
      symbols: [
        {
          symbol: "BTC/USDT",
          price: 60_000,
          bias: "bullish",
          asian: { high: 60_600, low: 59_700 },
          previousDay: { high: 61_200, low: 58_800 },
        },
        { symbol: "EUR/USD", price: 1.1 },
      ],
      more: 3,
      openRiskPercent: 0.5,
      tradesLeft: 4,
    };
    const words = strictTexts().for({ locale: "en", timeZone: "Europe/Berlin" });
    expect(cardText(sessionBriefCard(words, brief)).split("\n")).toEqual([
      "London open is open",
      expect.stringMatching(/^Until: 11:00 · New York 05:00 · 3 hr$/),
      expect.stringMatching(/^Open risk: 0\.5\s?%$/),
      "Trades left: 4",
      "Symbol | Bias | Price | Asian high | Asian low | Prev. day high | Prev. day low",
      "BTC/USDT | bullish | 60,000 | 60,600 (1%) | 59,700 (-0.5%) | 61,200 (2%) | 58,800 (-2%)",
      "EUR/USD | – | 1.1 | – | – | – | –",
      "and 3 more symbols",
    ]);
    const closed: SessionBrief = {
      ...brief,
      phase: "closed",
      symbols: [],
      more: 0,
      result: { proposals: 3, approved: 2, closed: 1, netR: 1.5 },
    };
    expect(cardText(sessionBriefCard(words, closed))).toMatch(
      /^London open is over\nProposals: 3\nApproved: 2\nClosed: 1 trade, \+1\.5R\n/,
    );
  });
});
