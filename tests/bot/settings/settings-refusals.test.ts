import { beforeEach, describe, expect, it } from "vitest";
import { cardText, conversation, createFakeDesk, type FakeDesk } from "../../fakes/chat-desk.ts";

describe("a wrong value of a setting", () => {
  let desk: FakeDesk;
  beforeEach(() => {
    desk = createFakeDesk();
  });

  async function refusal(text: string, locale: string): Promise<string> {
    const [card] = await desk.deskChat.onText(conversation("admin", { locale }), text);
    expect((await desk.settings.current()).version).toBe(0);
    return cardText(card ?? { blocks: [] });
  }

  it.each([
    ["risk.riskPercent 0", "It must be above 0"],
    ["risk.riskPercent 11", "It must be at most 10"],
    ["risk.maxTradesPerDay 0", "It must be at least 1"],
    ["risk.maxTradesPerDay 1.5", "It must be a whole number"],
    ["risk.sizing all", "It is not one of the options"],
    [`charts.name "${"x".repeat(41)}"`, "Characters: at most 40"],
    ["strategies.orderBlockTouch.targetPercents [null]", "This kind of value does not belong here"],
    ['universe.watchlists [{"name":"a","symbols":[]}]', "Entries: at least 1"],
    ['universe.watchlists [{"name":"a","symbols":["B"],"c":1}]', "There is no such setting"],
    [
      'universe.watchlists [{"name":"A","symbols":["B"]}]',
      "Lower-case letters, digits and dashes, a letter first",
    ],
  ])("is refused with its reason: %s", async (typed, reason) => {
    expect(await refusal(`/set ${typed}`, "en")).toContain(reason);
  });

  it.each([
    ["de", "Nicht möglich: risk.riskPercent", "Der Wert darf höchstens 10 sein"],
    ["es", "risk.riskPercent", "Debe ser como máximo 10"],
    ["ru", "risk.riskPercent", "Значение должно быть не больше 10"],
    ["pt-BR", "risk.riskPercent", "Deve ser no máximo 10"],
    ["zh-CN", "risk.riskPercent", "不能大于 10"],
  ])("is refused in the language of the reader: %s", async (locale, title, reason) => {
    const text = await refusal("/set risk.riskPercent 11", locale);
    expect(text).toContain(title);
    expect(text).toContain(reason);
    expect(text).not.toContain("Too big");
  });
});
