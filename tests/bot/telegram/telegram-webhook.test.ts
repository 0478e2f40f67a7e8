import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tradeMessage } from "../../contracts/chat-contract.ts";
import { sampleTrade } from "../../fakes/control-trades.ts";
import { TestClock } from "../../fakes/test-clock.ts";
import { ANN_ID, startTelegramDesk, type TelegramDesk } from "./telegram-desk.ts";

const SECRET = "canary-secret_of-the-webhook-0123456789";
const WEBHOOK = {
  url: "https://desk.example.org/telegram/abc123",
  secret: SECRET,
  host: "127.0.0.1",
  port: 0,
};
const HEADER = "x-telegram-bot-api-secret-token";

describe("telegram over a webhook", () => {
  let desk: TelegramDesk;
  const clock = new TestClock(1_000_000);

  beforeEach(async () => {
    desk = await startTelegramDesk([sampleTrade()], { webhook: WEBHOOK, clock });
  });
  afterEach(() => desk.stop());

  const port = () => desk.telegram.webhookPort ?? 0;
  const deliver = () => desk.emulator.webhook.deliver(port());
  const said = () => desk.emulator.chats.inChat(ANN_ID).map(({ text }) => text);

  async function post(body: string, headers: Record<string, string> = {}, path = "/telegram/abc123") {
    const all = { "content-type": "application/json", [HEADER]: SECRET, ...headers };
    const response = await fetch(`http://127.0.0.1:${port()}${path}`, { method: "POST", body, headers: all });
    await response.arrayBuffer();
    return response.status;
  }

  const whoami = () => desk.emulator.people.say(ANN_ID, ANN_ID, "/whoami");

  it("tells Telegram where it listens, and does not fetch", async () => {
    await desk.telegram.start();
    expect(desk.emulator.webhook.state).toEqual({ url: WEBHOOK.url, secret: SECRET });
    const call = desk.emulator.calls.find(({ method }) => method === "setWebhook");
    expect(call?.fields.allowed_updates).toEqual(["message", "callback_query", "my_chat_member"]);
    expect(call?.fields).not.toHaveProperty("drop_pending_updates");
    expect(desk.emulator.updates.fetched).toBe(0);
  });

  it("answers texts and taps that are posted to it", async () => {
    await desk.telegram.start();
    whoami();
    await desk.telegram.chat.send(String(ANN_ID), tradeMessage(sampleTrade()));
    desk.emulator.people.tap(ANN_ID, desk.newest(ANN_ID), "Approve 1R");
    await deliver();
    expect(said().some((text) => text.includes("telegram:1001"))).toBe(true);
    expect(desk.control.acts).toEqual([{ name: "approve", args: ["t1", 1, 1, "telegram:1001", "trader"] }]);
    expect(desk.emulator.webhook.statuses).toEqual([200, 200]);
  });

  it("handles an update once that is posted again, and also while it is still being handled", async () => {
    await desk.telegram.start();
    const update = whoami();
    const statuses = await Promise.all([1, 2, 3].map(() => desk.emulator.webhook.post(port(), update)));
    expect([...statuses, await desk.emulator.webhook.post(port(), update)]).toEqual([200, 200, 200, 200]);
    expect(said()).toHaveLength(1);
  });

  it("confirms nothing before the desk is connected, and loses nothing by it", async () => {
    let connect: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      connect = resolve;
    });
    await desk.stop();
    desk = await startTelegramDesk([sampleTrade()], { webhook: WEBHOOK, clock, sleep: () => held });
    desk.emulator.failNext("getMe", { kind: "refuse", code: 502, description: "Bad Gateway" });
    await desk.telegram.start();
    const update = whoami();
    expect(await post(JSON.stringify(update))).toBe(503);
    connect();
    await desk.emulator.until(() => desk.emulator.menus.size > 0);
    await deliver();
    await desk.emulator.until(() => said().length === 1);
    expect(desk.emulator.webhook.statuses.at(-1)).toBe(200);
  });

  it("refuses a wrong secret before it reads what came, and notes it once a minute", async () => {
    await desk.telegram.start();
    const body = JSON.stringify(whoami());
    for (const secret of ["", "wrong", `${SECRET}x`, SECRET.slice(1)]) {
      expect(await post(body, { [HEADER]: secret })).toBe(401);
    }
    expect(await post("x".repeat(1_000_000), { [HEADER]: "wrong" })).toBe(401);
    const noted = () => desk.log.lines.filter(({ message }) => message.includes("wrong secret"));
    expect(noted().map(({ fields }) => fields.refused)).toEqual([1]);
    clock.advance(60_000);
    await post(body, { [HEADER]: "wrong" });
    expect(noted().map(({ fields }) => fields.refused)).toEqual([1, 5]);
    expect(said()).toEqual([]);
    expect(JSON.stringify(desk.log.lines)).not.toContain("canary");
  });

  it("refuses bodies that are too large, no JSON or no update, and other paths", async () => {
    await desk.telegram.start();
    expect(await post(JSON.stringify({ update_id: 1, pad: "x".repeat(256 * 1024) }))).toBe(413);
    expect(await post("update_id=1", { "content-type": "application/x-www-form-urlencoded" })).toBe(415);
    expect(await post('{"update_id":1}', { "content-type": "text/plain" })).toBe(415);
    expect(await post('{"update_id":')).toBe(400);
    expect(await post('{"update_id":"1"}')).toBe(400);
    expect(await post("[]")).toBe(400);
    expect(await post('{"update_id":1}', {}, "/telegram/other")).toBe(404);
    expect(await post('{"update_id":1}')).toBe(200);
    expect(said()).toEqual([]);
  });

  it("is taken back when the desk is switched to polling, and what waited comes that way", async () => {
    await desk.telegram.start();
    await desk.telegram.stop();
    whoami();
    const { emulator } = desk;
    expect(emulator.webhook.state?.url).toBe(WEBHOOK.url);
    const polling = await startTelegramDesk([sampleTrade()], {}, emulator);
    await polling.telegram.start();
    await emulator.settled();
    expect(emulator.webhook.state).toBe(undefined);
    expect(said()).toHaveLength(1);
    await polling.telegram.stop();
  });

  it("refuses to start where another program listens", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port: taken } = other.address() as AddressInfo;
    await desk.stop();
    desk = await startTelegramDesk([], { webhook: { ...WEBHOOK, port: taken } });
    await expect(desk.telegram.start()).rejects.toMatchObject({
      code: "config-invalid",
      args: { path: "chat.telegram.webhook.port", problem: "taken", value: `127.0.0.1:${taken}` },
    });
    other.close();
  });
});
