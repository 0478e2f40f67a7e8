import { describe, expect, it } from "vitest";
import { statusCard } from "../../../src/bot/cards/status-card.ts";
import type { MarketSource } from "../../../src/engine/ports/control.ts";
import { cardText, createFakeDesk, strictTexts } from "../../fakes/chat-desk.ts";

const REPLAY: MarketSource = { kind: "replay", symbol: "EUR/USD", timeframe: "5m" };

describe("the market on the status", () => {
  it.each<[locale: string, market: MarketSource, row: string]>([
    ["en", { kind: "simulated" }, "Market: simulated"],
    ["es", { kind: "simulated" }, "Mercado: simulado"],
    ["ru", { kind: "simulated" }, "Рынок: симуляция"],
    ["de", { kind: "simulated" }, "Markt: simuliert"],
    ["pt-BR", { kind: "simulated" }, "Mercado: simulado"],
    ["zh-CN", { kind: "simulated" }, "行情: 模拟"],
    ["en", REPLAY, "Market: replay of EUR/USD 5m"],
    ["de", REPLAY, "Markt: Replay von EUR/USD 5m"],
    ["zh-CN", REPLAY, "行情: EUR/USD 5m 回放"],
    ["ru", { kind: "exchange", name: "binanceusdm" }, "Рынок: binanceusdm"],
  ])("is said in %s: %j", async (locale, market, row) => {
    const words = strictTexts().for({ locale, timeZone: "UTC" });
    const status = await createFakeDesk().control.status();
    expect(cardText(statusCard(words, { ...status, market })).split("\n")).toContain(row);
  });
});
