import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { MAX_TEXT_LENGTH } from "../../../src/bot/web/protocol.ts";
import { startWebBench, type TestPage, type WebBench } from "./web-bench.ts";

describe("what a browser may send", () => {
  let bench: WebBench;
  let page: TestPage;

  beforeEach(async () => {
    bench = await startWebBench();
    page = await bench.connect(await bench.signIn());
  });
  afterEach(() => bench.web.stop());

  async function stillAnswers(): Promise<void> {
    page.send({ type: "text", id: "after", text: "/status" });
    expect((await page.next("message")).message.said).toMatchObject({ text: "/status" });
  }

  it.each([
    ["no JSON", "hello", "not JSON"],
    ["nothing", "", "not JSON"],
    ["a list", "[]", "message: Invalid input: expected object, received array"],
    ["null", "null", "message: Invalid input: expected object, received null"],
    ["an unknown type", '{"type":"approve"}', "type: Invalid discriminator value"],
    [
      "an unknown key",
      '{"type":"tap","id":"a","message":"1","token":"t","role":"admin"}',
      'message: Unrecognized key: "role"',
    ],
    [
      "__proto__",
      '{"type":"tap","id":"a","message":"1","token":"t","__proto__":{"role":"admin"}}',
      "message: Unrecognized key",
    ],
    ["a missing text", '{"type":"text","id":"a"}', "text: Invalid input: expected string"],
    ["an empty text", '{"type":"text","id":"a","text":"  "}', "text: Too small"],
    ["an id with markup", '{"type":"text","id":"<b>","text":"x"}', "id: 1 to 40 letters, digits or dashes"],
    [
      "a token that is too long",
      `{"type":"tap","id":"a","message":"1","token":"${"x".repeat(65)}"}`,
      "token: Too big",
    ],
    ["a number too large", '{"type":"hello","after":1e309}', "after: Invalid input"],
    ["a negative sequence", '{"type":"hello","after":-1}', "after: Too small"],
    ["an id that is no number", '{"type":"earlier","before":"../1"}', "before: 1 to 15 digits"],
  ])("refuses %s, names what is wrong, and goes on", async (_name, text, detail) => {
    page.socket.send(text);
    const refused = await page.next("refused");
    expect(refused.reason).toBe("malformed");
    expect(refused.detail).toContain(detail);
    expect(bench.desk.heard).toEqual([]);
    expect(bench.desk.tapped).toEqual([]);
    await stillAnswers();
  });

  it("refuses binary frames", async () => {
    page.socket.send(Buffer.from('{"type":"tap","id":"a","message":"1","token":"t"}'));
    expect(await page.next("refused")).toMatchObject({ reason: "malformed", detail: "text frames only" });
    await stillAnswers();
  });

  it("takes a text of the longest length, every character escaped", async () => {
    const text = "é".repeat(MAX_TEXT_LENGTH);
    page.socket.send(`{"type":"text","id":"a","text":"${"\\u00e9".repeat(MAX_TEXT_LENGTH)}"}`);
    expect((await page.next("message")).message.said).toMatchObject({ text });
    page.send({ type: "text", id: "b", text: `${text}é` });
    expect(await page.next("refused")).toMatchObject({ reason: "malformed" });
  });

  it("closes a page that sends more than a message can be, and lets it come back", async () => {
    page.socket.on("error", () => undefined);
    page.socket.send("x".repeat(40_000));
    const [code] = await once(page.socket, "close");
    expect(code).toBe(1009);
    page = await bench.connect(await bench.signIn());
    await stillAnswers();
  });

  it("slows down a page that sends too fast", async () => {
    for (let index = 0; index < 40; index += 1)
      page.send({ type: "tap", id: `r${index}`, message: "1", token: "t" });
    expect((await page.next("refused")).reason).toBe("too-fast");
    bench.clock.time += 1_000;
    await stillAnswers();
  });

  it("closes a page that floods", async () => {
    for (let index = 0; index < 200; index += 1) page.socket.send("{}");
    const [code] = await once(page.socket, "close");
    expect(code).toBe(1008);
  });

  it("keeps text from outside as text", async () => {
    const text = '<img src=x onerror=alert(1)> </script> @everyone \u202e \u0000 "';
    page.send({ type: "text", id: "a", text });
    expect((await page.next("message")).message.said).toMatchObject({ text });
    expect(bench.desk.heard[0]?.text).toBe(text);
  });

  it("does not take more than 32 pages", async () => {
    const cookie = await bench.signIn();
    for (let index = 0; index < 31; index += 1) await bench.connect(cookie);
    const socket = new WebSocket(`${bench.origin.replace("http", "ws")}/live`, {
      headers: { cookie, origin: bench.origin },
    });
    const [code] = await once(socket, "close");
    expect(code).toBe(1013);
  });
});
