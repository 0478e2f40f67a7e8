import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTelegramEmulator, type TelegramEmulator } from "../emulators/telegram/telegram-emulator.ts";
import { ANN, type LifeDesk, startLifeDesk } from "./life-desk.ts";
import { TelegramTranscript } from "./telegram-transcript.ts";

/** Where the guide tells it; `vitest run tests/life -u` writes it anew. */
const TOLD = /(## The life of one trade\n[\s\S]*?```\n)[\s\S]*?(```)/;

describe("the life of one trade in Telegram", () => {
  let emulator: TelegramEmulator;
  let life: LifeDesk;
  beforeAll(async () => {
    emulator = await startTelegramEmulator();
    emulator.people.join(ANN.id, ANN.name);
    life = await startLifeDesk(emulator);
  });
  afterAll(async () => {
    await life?.stop();
    await emulator?.stop();
  });

  const orders = async (...wanted: readonly string[]) =>
    expect.poll(life.orders, { timeout: 20_000 }).toEqual(wanted);

  it("goes from the setup to the closed card", async () => {
    const ann = new TelegramTranscript(emulator, ANN);
    const card = () => ann.message("Trade k");
    const { market } = life;
    await ann.say("/start", "setups");
    await ann.happens(
      "the low of 61,306.8 is swept, then a displacement up closes",
      market.closeNext,
      "Expires",
    );
    await ann.tap(card(), "Custom", "How large?");
    await ann.say("0.6R", "Size: 0.3054 BTC");
    await ann.tap(ann.message("0.3054 BTC"), "Approve 0.6R", "The entry order works at the exchange");
    await ann.happens(
      "61,450",
      () => market.trade(61_450),
      "The stop is at the exchange: 61,253.8",
      "· open\n\nFilled 0.305",
    );
    await market.close([61_612, 61_620, 61_438, 61_566]);
    await market.close([61_566, 61_604, 61_540, 61_590]);
    await ann.tap(card(), "Move stop", "The stop is at 61,253.8.");
    await ann.tap(ann.message("The stop is at 61,253.8."), "Stop -0.5R", "at the exchange: 61,351.9");
    await ann.say("/sl BTC 61,400", "at the exchange: 61,400");
    await ann.tap(card(), "Targets", "Targets: 61,757.5");
    await ann.tap(ann.message("Targets: 61,757.5"), "1R 2R", "Targets by @ann");
    await orders("stop 0.305 at 61400", "take-profit 0.153 at 61646.2", "take-profit 0.152 at 61842.4");
    await ann.happens(
      "61,660",
      () => market.trade(61_660),
      "0.153 of it is out already\nTargets",
      "· open\n\n0.153 of it",
    );
    await market.close([61_590, 61_760, 61_580, 61_740]);
    await ann.tap(card(), "Close", "Closing (by hand, @ann)");
    await orders("stop 0.305 at 61400", "market 0.152 at any price");
    await ann.happens("61,741", () => market.trade(61_741), "after fees\n\n", "· closed\n\nClosed: by hand");
    await ann.say("/set risk.riskPercent 0.5", "1 → 0.5");
    await ann.tap(ann.message("Change the settings?"), "Apply", "Settings changed");
    await ann.say("/language de", "Deutsch");
    await ann.say("/risk", "Kontostand");
    const photos = emulator.calls.filter(({ method }) => method === "sendPhoto");
    expect(photos.map(({ fields }) => fields.chat_id)).toEqual([ANN.id]);
    const guide = readFileSync("docs/telegram.md", "utf8");
    await expect(guide.replace(TOLD, `$1${ann.lines.join("\n")}$2`)).toMatchFileSnapshot(
      "../../docs/telegram.md",
    );
  }, 240_000);
});
