import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureChromium } from "../../scripts/fetch-chromium.mjs";
import { type LifeDesk, startLifeDesk } from "../life/life-desk.ts";
import { DESKTOP, openBrowser, PHONE } from "./browser.ts";
import { LifePage } from "./life-page.ts";

const chromiumPath = await ensureChromium();
const TITLE = "LONG BTC/USDT 15m · sweep reversal · New York AM";

describe.skipIf(chromiumPath === undefined).each([
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const)("the life of one trade in the web chat, %s", (name, size) => {
  let life: LifeDesk;
  let browser: BrowserContext;
  let me: LifePage;

  beforeAll(async () => {
    life = await startLifeDesk();
    browser = await openBrowser(chromiumPath ?? "");
    me = await LifePage.open(browser, name);
    await me.page.setViewportSize(size);
  });
  afterAll(async () => {
    await browser?.close();
    await life?.stop();
  });

  it("begins with the link", async () => {
    await me.signIn(life.link);
    await me.page.getByText("Nothing here yet").waitFor();
    await me.snap("empty");
  });

  it("brings the setup with its chart", async () => {
    await life.market.closeNext();
    await me.tradeCard.getByRole("img", { name: `Chart: ${TITLE}` }).waitFor();
    expect(await me.buttonsOf(me.tradeCard)).toEqual([
      ...["Approve 1R", "½R", "¼R", "Custom", "Move stop", "Targets", "Market", "Chart", "Why", "Skip"],
    ]);
    expect(await me.factsOf(me.tradeCard)).toEqual({
      Entry: "61,450 limit",
      Stop: "61,253.8 (-0.32%)",
      "Target 1": "61,757.5 (+1.57R)",
      "Target 2": "61,942.7 (+2.51R)",
      Size: "0.509 BTC · 31,278.05 USDT",
      Risk: "1% · 99.87 USDT",
    });
    await me.snap("signal");
  });

  it("shows what a size risks before it is approved", async () => {
    await me.tap(me.tradeCard, "Custom");
    await me.reads(me.lastCard, "How large?");
    expect(await me.buttonsOf(me.lastCard)).toEqual([
      ...["0.75R · 74.90 USDT", "½R · 49.93 USDT", "¼R · 24.97 USDT", "0.1R · 9.99 USDT"],
    ]);
    await me.snap("size");
    await me.tap(me.lastCard, "½R · 49.93 USDT");
    await me.reads(me.lastCard, "0.2545 BTC");
    await me.tap(me.lastCard, "Another size");
    await me.say("7R");
    await me.reads(me.lastCard, "7R is no size up to the proposed one.");
    await me.snap("size-refused");
    await me.tap(me.lastCard, "Another size");
    await me.say("0.6R");
    expect(await me.factsOf(me.lastCard)).toEqual({
      Size: "0.3054 BTC · 18,766.83 USDT",
      Risk: "0.6% · 59.92 USDT",
    });
    await me.snap("size-typed");
  });

  it("is approved by keyboard alone", async () => {
    await me.page.getByRole("combobox").focus();
    await me.walkBackTo("Approve 0.6R");
    await me.page.keyboard.press("Enter");
    await me.reads(me.lastCard, "Approved 0.6R: LONG BTC/USDT, 0.305");
    await me.reads(me.tradeCard, "Approved by local at 09:30, 0.6R", "The entry order works at the exchange");
    await me.show(me.tradeCard);
    await me.snap("working");
  });

  it("is filled and protected", async () => {
    await life.market.trade(61_520);
    await life.market.trade(61_450);
    await life.market.trade(61_449.9);
    await me.reads(me.tradeCard, "Filled 0.305 at 61,450", "The stop is at the exchange: 61,253.8");
    expect(await me.buttonsOf(me.tradeCard)).toEqual([
      ...["Break-even", "Move stop", "Trail", "Targets", "Reduce 25%", "Reduce 50%", "Close"],
    ]);
    await me.show(me.tradeCard);
    await me.snap("open");
  });

  it("has its stop moved by a button, and to a typed price", async () => {
    await life.market.close([61_612, 61_620, 61_438, 61_566]);
    await life.market.close([61_566, 61_604, 61_540, 61_590]);
    await me.tap(me.tradeCard, "Move stop");
    await me.reads(me.lastCard, "The stop is at 61,253.8.");
    expect(await me.buttonsOf(me.lastCard)).toEqual([
      ...["Break-even", "Stop -0.5R", "Stop +0.5R", "Stop +1R"],
    ]);
    await me.snap("move-stop");
    await me.tap(me.lastCard, "Stop -0.5R");
    await me.reads(me.tradeCard, "Stop moved to 61,351.9 by local", "The stop is at the exchange: 61,351.9");
    await me.reads(me.lastCard, "The stop of BTC/USDT goes to 61,351.9");
    await me.snap("stop-moved");
    await me.say("/sl BTC 61,400");
    await me.reads(me.tradeCard, "The stop is at the exchange: 61,400");
  });

  it("gets other targets and reaches the first", async () => {
    await me.tap(me.tradeCard, "Targets");
    await me.reads(me.lastCard, "61,757.5, 61,942.7");
    await me.snap("targets");
    await me.tap(me.lastCard, "1R 2R");
    await me.reads(me.tradeCard, "Targets by local");
    await expect
      .poll(life.orders, { timeout: 20_000 })
      .toEqual(["stop 0.305 at 61400", "take-profit 0.153 at 61646.2", "take-profit 0.152 at 61842.4"]);
    await life.market.trade(61_660);
    await me.reads(me.tradeCard, "0.153 of it is out already");
    await me.show(me.tradeCard);
    await me.snap("first-target");
    await me.say("/positions");
    await me.snap("positions");
  });

  it("is closed", async () => {
    await life.market.close([61_590, 61_760, 61_580, 61_740]);
    await me.tap(me.tradeCard, "Close");
    await me.reads(me.tradeCard, "Closing (by hand, local)");
    // The stop stays until the position is gone.
    await expect
      .poll(life.orders, { timeout: 20_000 })
      .toEqual(["stop 0.305 at 61400", "market 0.152 at any price"]);
    await life.market.trade(61_741);
    await me.reads(me.tradeCard, "after fees");
    expect(await me.storyOf(me.tradeCard)).toEqual([
      "Approved by local at 09:30, 0.6R",
      "Filled 0.305 at 61,450",
      "Out 0.305 at 61,694.2",
      "Closed: by hand",
      "Result +1.02R of +2.51R planned · +61.32 USDT after fees",
    ]);
    expect(await me.buttonsOf(me.tradeCard)).toEqual([]);
    await me.show(me.tradeCard);
    await me.snap("closed");
    await me.say("/trades");
    await me.snap("trades");
  });

  it("goes on at another risk", async () => {
    await me.say("/settings risk.riskPercent");
    await me.snap("setting");
    await me.tap(me.lastCard, "0.5");
    await me.reads(me.lastCard, "1 → 0.5");
    await me.snap("setting-preview");
    await me.tap(me.lastCard, "Apply");
    await me.reads(me.lastCard, "Settings changed");
    expect(await me.factsOf(me.lastCard)).toEqual({ "risk.riskPercent": "1 → 0.5" });
    expect((await life.desk.context.settings.current()).settings.risk.riskPercent).toBe(0.5);
    await me.snap("setting-changed");
  });

  it("answers in another language", async () => {
    await me.say("/language");
    await me.snap("language");
    await me.tap(me.lastCard, "Deutsch");
    await me.page.locator('html[lang="de"]').waitFor();
    await me.page.getByText("Verbunden", { exact: true }).waitFor();
    await me.say("/risk");
    await me.reads(me.lastCard, "Kontostand", "10.061,32");
    await me.snap("risk-german");
    const id = (await me.tradeCard.locator(".note").last().textContent())?.replace("Trade ", "");
    await me.say(`/trade ${id}`);
    await me.lastCard.getByRole("img").waitFor();
    expect(await me.storyOf(me.lastCard)).toEqual([
      "Freigegeben von local um 09:30, 0,6R",
      "Ausgeführt: 0,305 zu 61.450",
      "Ausgestiegen: 0,305 zu 61.694,2",
      "Geschlossen: von Hand",
      "Ergebnis +1,02R von geplanten +2,51R · +61,32 USDT nach Gebühren",
    ]);
    await me.snap("trade-german");
    expect(me.faults).toEqual([]);
  });
});
