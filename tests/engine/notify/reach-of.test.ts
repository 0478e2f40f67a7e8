import { describe, expect, it } from "vitest";
import { TimeZones } from "../../../src/engine/clock/time-zone.ts";
import { reachOf } from "../../../src/engine/notify/reach-of.ts";
import type { CardContent } from "../../../src/engine/ports/chat.ts";
import type { Preference } from "../../../src/engine/ports/preferences.ts";
import { sampleSignal, sampleTrade } from "../../fakes/control-trades.ts";

const timeZones = new TimeZones();
/** 23:30 in Berlin, 22:30 UTC. */
const NIGHT = Date.UTC(2026, 0, 15, 22, 30);
const DAY = Date.UTC(2026, 0, 15, 12);

const proposal: CardContent = { kind: "trade", trade: sampleTrade() };
const notice = (key: string): CardContent => ({ kind: "notice", notice: { key, args: {}, silent: false } });

function reach(content: CardContent, preference: Preference, now = DAY, silent = false) {
  return reachOf(content, silent, preference, { now, timeZone: "UTC", timeZones });
}

describe("how loud something reaches a chat", () => {
  it("is as loud as it was sent where nothing is set", () => {
    expect(reach(proposal, {})).toBe("loud");
    expect(reach(proposal, {}, DAY, true)).toBe("silent");
  });

  it("is what was chosen for its kind", () => {
    expect(reach(proposal, { notify: { signals: "silent" } })).toBe("silent");
    expect(reach(proposal, { notify: { signals: "off" } })).toBe("none");
    expect(reach(proposal, { notify: { trades: "off" } })).toBe("loud");
    expect(reach(notice("notice-session-opened"), { notify: { sessions: "off" } })).toBe("none");
    expect(reach(notice("notice-paused"), { notify: { desk: "off" } })).toBe("none");
    const denied: CardContent = { kind: "trade", trade: sampleTrade({ state: "denied" }) };
    expect(reach(denied, { notify: { denied: "off" } })).toBe("none");
  });

  it("has no sound in quiet hours, which are local and may go over midnight", () => {
    const quiet = { from: "23:00", to: "07:00" };
    expect(reach(proposal, { quiet, timeZone: "Europe/Berlin" }, NIGHT)).toBe("silent");
    expect(reach(proposal, { quiet }, NIGHT)).toBe("loud");
    expect(reach(proposal, { quiet: { from: "12:00", to: "13:00" } }, DAY)).toBe("silent");
    expect(reach(proposal, { quiet: { from: "11:00", to: "12:00" } }, DAY)).toBe("loud");
  });

  it("keeps to the local clock on the night when summer time begins", () => {
    const quiet = { from: "03:00", to: "04:00" };
    const berlin = { quiet, timeZone: "Europe/Berlin" };
    // 2026-03-29 01:30 UTC is 03:30 in Berlin, one day earlier it was 02:30.
    expect(reach(proposal, berlin, Date.UTC(2026, 2, 29, 1, 30))).toBe("silent");
    expect(reach(proposal, berlin, Date.UTC(2026, 2, 28, 1, 30))).toBe("loud");
  });

  it("has no sound while muted, and has it again at that moment", () => {
    expect(reach(proposal, { mutedUntil: DAY + 1 })).toBe("silent");
    expect(reach(proposal, { mutedUntil: DAY })).toBe("loud");
  });

  it("always lets warnings through", () => {
    const all: Preference = { notify: { warnings: "off" }, mutedUntil: DAY + 1 };
    expect(reach(notice("notice-unprotected"), { mutedUntil: DAY + 1 })).toBe("loud");
    expect(reach(notice("notice-unprotected"), all)).toBe("silent");
    expect(reach(notice("notice-never-heard-of"), {})).toBe("loud");
  });

  it("leaves out symbols, strategies and grades that the chat does not want", () => {
    const graded = (grade: "A" | "B" | "C"): CardContent => ({
      kind: "trade",
      trade: sampleTrade({ signal: sampleSignal({ grade }) }),
    });
    expect(reach(proposal, { wanted: { symbols: ["ETH/USDT"] } })).toBe("none");
    expect(reach(proposal, { wanted: { symbols: ["BTC/USDT"] } })).toBe("loud");
    expect(reach(proposal, { wanted: { strategies: ["another"] } })).toBe("none");
    expect(
      (["A", "B", "C"] as const).map((grade) => reach(graded(grade), { wanted: { grade: "B" } })),
    ).toEqual(["loud", "loud", "none"]);
  });
});
