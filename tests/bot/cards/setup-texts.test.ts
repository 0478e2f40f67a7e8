import { describe, expect, it } from "vitest";
import { tradeCard } from "../../../src/bot/cards/trade-card.ts";
import type { SetupEnd } from "../../../src/engine/signal.ts";
import { STRATEGY_NAMES } from "../../../src/engine/strategy/registry.ts";
import { market, signalsOf } from "../../engine/strategy/all-signals.ts";
import { cardText, strictTexts, strictWords } from "../../fakes/chat-desk.ts";
import { sampleSignal, sampleTrade } from "../../fakes/control-trades.ts";

const words = strictWords();

function text(changes: Parameters<typeof sampleTrade>[0]): string {
  return cardText(tradeCard(words, sampleTrade(changes)));
}

describe("the words of a setup", () => {
  it("are there for every reason, part and end of every strategy", () => {
    const signals = [market(1, "15m", 3000), market(4, "1m", 6000)].flatMap((one) => signalsOf(one));
    const shown = signals.map((signal) => text({ signal }));
    const phrases = signals.flatMap(({ parts, reasons }) => [...parts.map(({ why }) => why), ...reasons]);
    expect(phrases.map((phrase) => words.phrase(phrase)).filter((sentence) => /[{}]/.test(sentence))).toEqual(
      [],
    );
    expect(shown.filter((card) => card.includes("Off before that")).length).toBe(shown.length);
    for (const name of STRATEGY_NAMES) {
      const title = words.say("strategy-name", { name });
      expect(title).not.toBe(name);
      expect(words.say(`strategy-about-${name}`).length).toBeGreaterThan(100);
    }
  });

  it("tell a sweep as a trader does", () => {
    const say = (source: string, side: string, name = "") =>
      words.phrase({ key: "reason-sweep", args: { source, side, name, level: 61240 } });
    expect(say("previous-day", "low")).toBe("Swept the previous day low at 61,240 and closed back");
    expect(say("equal", "high")).toBe("Swept the equal highs at 61,240 and closed back");
    expect(say("session", "high", "asian")).toBe("Swept the Asian range high at 61,240 and closed back");
    expect(say("swing", "low")).toBe("Swept the swing low at 61,240 and closed back");
  });

  it.each([
    [
      "en",
      "The entry 81.8 is in discount, below the range 90 to 110 by 41% of its height",
      "The entry 112 is in premium, above the range 90 to 110 by 10% of its height",
    ],
    [
      "de",
      "Der Einstieg 81,8 liegt im Discount, unter der Range von 90 bis 110, 41 % ihrer Höhe entfernt",
      "Der Einstieg 112 liegt im Premium, über der Range von 90 bis 110, 10 % ihrer Höhe entfernt",
    ],
    [
      "es",
      "La entrada 81,8 está en discount, por debajo del rango de 90 a 110, a una distancia del 41 % de su altura",
      "La entrada 112 está en premium, por encima del rango de 90 a 110, a una distancia del 10 % de su altura",
    ],
    [
      "pt-BR",
      "A entrada 81,8 está em discount, abaixo do range de 90 a 110, a uma distância de 41% da altura dele",
      "A entrada 112 está em premium, acima do range de 90 a 110, a uma distância de 10% da altura dele",
    ],
    [
      "ru",
      "Вход 81,8 в discount, ниже диапазона от 90 до 110 на 41 % его высоты",
      "Вход 112 в premium, выше диапазона от 90 до 110 на 10 % его высоты",
    ],
    [
      "zh-CN",
      "入场 81.8 处于 Discount，低于区间 90 至 110，距离为区间高度的 41%",
      "入场 112 处于 Premium，高于区间 90 至 110，距离为区间高度的 10%",
    ],
  ])("say where an entry outside of the dealing range lies (%s)", (locale, below, above) => {
    const read = strictTexts().for({ locale, timeZone: "UTC" });
    const say = (place: string, entry: number, distance: number) => {
      const args = { place, entry, distance, top: 110, bottom: 90 };
      return read.phrase({ key: "reason-outside-dealing-range", args }).replaceAll(/\s/g, " ");
    };
    expect([say("discount", 81.8, 41), say("premium", 112, 10)]).toEqual([below, above]);
  });

  it("name what ends a setup before its time", () => {
    const endsOn: readonly SetupEnd[] = [
      { kind: "gap-filled", top: 61720, bottom: 61580 },
      { kind: "swing-broken", level: 61200 },
      { kind: "kill-zone-over", name: "silver-bullet-am", at: Date.UTC(2026, 2, 10, 15, 0) },
    ];
    expect(text({ signal: sampleSignal({ endsOn }) })).toContain(
      "Off before that: gap 61,580 to 61,720 filled · close beyond 61,200 · Silver bullet AM over at 15:00",
    );
  });

  it.each([
    ["gap-filled", { top: 61720, bottom: 61580 }, "the gap 61,580 to 61,720 was filled"],
    [
      "block-invalidated",
      { top: 61300, bottom: 61180 },
      "a candle closed through the block 61,180 to 61,300",
    ],
    ["swing-broken", { level: 61200 }, "a candle closed beyond the swing at 61,200"],
    ["kill-zone-over", { name: "london-open" }, "London open is over"],
    ["target-reached", { price: 62000 }, "price reached the target 62,000 before the entry"],
    ["stop-reached", { price: 61000 }, "price reached the stop 61,000 before the entry"],
  ])("say that %s ended it", (fact, args, why) => {
    const key = `expired-${fact}`;
    expect(text({ state: "expired", ended: { key, args } })).toContain(`Expired: ${why}`);
    const closing = { reason: "entry-cancelled", why: { key, args } } as const;
    expect(text({ state: "closed", entryQuantity: "0", closing })).toContain(
      `The entry was given up: ${why}\nNothing was filled`,
    );
  });
});
