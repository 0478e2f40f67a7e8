import { beforeEach, describe, expect, it } from "vitest";
import { replayCard, replayedSetupCard } from "../../../src/bot/cards/replay-cards.ts";
import type { DayReplayReport } from "../../../src/engine/ports/day-replay.ts";
import { cardText, conversation, createFakeDesk, type FakeDesk, strictWords } from "../../fakes/chat-desk.ts";
import { sampleSignal } from "../../fakes/control-trades.ts";

describe("/replay", () => {
  let desk: FakeDesk;
  beforeEach(() => {
    desk = createFakeDesk();
  });
  const ask = (text: string) => desk.deskChat.onText(conversation("viewer"), text);
  const said = async (text: string) => (await ask(text)).map(cardText).join("\n");

  it("begins a day of a symbol and leaves the showing to the desk", async () => {
    expect(await ask("/replay 2026-02-27 btc")).toEqual([]);
    expect(desk.control.acts).toEqual([{ name: "replay", args: ["BTC/USDT", "2026-02-27"] }]);
  });

  it("asks for the day, then for the symbol, with buttons", async () => {
    const [days] = await ask("/replay");
    const commands = days?.buttons.flat().map(({ action }) => (action.type === "command" ? action.text : ""));
    expect(commands).toHaveLength(9);
    expect(commands?.[0]).toMatch(/^\/replay \d{4}-\d\d-\d\d$/);
    const [symbols] = await ask("/replay 2026-02-27");
    expect(symbols?.buttons[0]?.[0]?.action).toEqual({
      type: "command",
      text: "/replay 2026-02-27 BTC/USDT",
    });
  });

  it("refuses what is no day and offers days", async () => {
    for (const word of ["2026-02-30", "27.2.2026", "2026-2-7", "yesterday", "1e309", "__proto__"]) {
      const [card] = await ask(`/replay ${word} btc`);
      expect(card && cardText(card)).toContain(`${word} is not a day.`);
      expect(card?.buttons.flat()).toHaveLength(9);
    }
    expect(desk.control.acts).toEqual([]);
  });

  it("says why a day is not played", async () => {
    desk.control.replayStart = "no-candles";
    expect(await said("/replay 2026-02-27 btc")).toBe(
      "Replay\nThere are no candles of BTC/USDT for 2026-02-27.",
    );
    desk.control.replayStart = "not-yet";
    expect(await said("/replay 2027-02-27 btc")).toBe("Replay\n2027-02-27 has not begun yet.");
    desk.control.replayStart = "busy";
    expect(await said("/replay 2026-02-27 btc")).toBe("Replay\nA replay runs here already. Stop it first.");
  });

  it("is stopped by its button", async () => {
    expect(await ask("/stopreplay r1")).toEqual([]);
    desk.control.replayStart = "busy";
    expect(await said("/stopreplay r1")).toBe("Replay\nThis replay does not run any more.");
  });
});

describe("the cards of a replay", () => {
  const words = strictWords();
  const signal = sampleSignal();
  const report: DayReplayReport = {
    id: "r1",
    symbol: "BTC/USDT",
    date: "2026-02-27",
    from: Date.UTC(2026, 1, 27, 5),
    until: Date.UTC(2026, 1, 28, 5),
    at: Date.UTC(2026, 1, 27, 14, 30),
    status: "running",
    setups: [
      { signal, shadow: { outcome: "target", r: 2 } },
      { signal, shadow: { outcome: "stop", r: -1 } },
      { signal, shadow: { outcome: "running", r: 0.4 } },
    ],
    leftOut: 0,
  };
  const commandsOf = (one: DayReplayReport) =>
    replayCard(words, one)
      .buttons.flat()
      .map(({ action }) => (action.type === "command" ? action.text : ""));

  it("tell the clock of the day and what its setups came to", () => {
    const text = cardText(replayCard(words, report));
    expect(text).toContain("Replay · BTC/USDT · 2026-02-27");
    expect(text).toContain("▶ 14:30 · New York 09:30");
    expect(text).toContain("3 setups · target 1 · stop 1 · +1.4R");
    expect(commandsOf(report)).toEqual(["/stopreplay r1"]);
    expect(cardText(replayCard(words, { ...report, setups: [] }))).toContain("No setup so far.");
    expect(cardText(replayCard(words, { ...report, leftOut: 4 }))).toContain("4 weaker setups");
    expect(cardText(replayCard(words, { ...report, missingCompanion: "ETH/USDT" }))).toContain(
      "Not compared with ETH/USDT: its candles cannot be read at the moment. There are no SMT divergences.",
    );
    expect(text).not.toContain("Not compared");
  });

  it("lead to the days beside one that is over", () => {
    expect(commandsOf({ ...report, status: "done", date: "2026-03-01" })).toEqual([
      "/replay 2026-02-28 BTC/USDT",
      "/replay 2026-03-02 BTC/USDT",
    ]);
  });

  it("show a setup with its outcome and nothing to approve", () => {
    const card = replayedSetupCard(words, { signal, shadow: { outcome: "target", r: 2.1 } });
    expect(card.buttons).toEqual([]);
    expect(cardText(card)).toContain("Target reached: +2.1R");
    const waiting = replayedSetupCard(words, { signal, shadow: { outcome: "waiting", r: 0 } });
    expect(cardText(waiting)).toMatch(/Waits for its entry since \d\d:\d\d New York/);
  });
});
