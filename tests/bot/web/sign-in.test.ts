import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createWebChat } from "../../../src/bot/web/create-web-chat.ts";
import { SESSION_MS } from "../../../src/bot/web/sign-in.ts";
import { createFakeLog, strictTexts } from "../../fakes/chat-desk.ts";
import { createMemoryWebHistory } from "../../fakes/memory-web-history.ts";
import { createCountedButtons, createScriptedDesk } from "./scripted-desk.ts";
import { cookieOf, postSecret, secretOf, startWebBench, type WebBench } from "./web-bench.ts";

describe("sign-in", () => {
  let bench: WebBench;

  beforeEach(async () => {
    bench = await startWebBench();
  });
  afterEach(() => bench.web.stop());

  async function isSignedIn(cookie: string): Promise<boolean> {
    const response = await fetch(`${bench.origin}/session`, { headers: { cookie } });
    const body = z.strictObject({ signedIn: z.boolean() }).parse(await response.json());
    return body.signedIn;
  }

  it("prints a link with at least 128 random bits after the #", () => {
    expect(bench.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[A-Za-z0-9_-]{43}$/);
    expect(secretOf(bench.web.newLink())).not.toBe(secretOf(bench.web.newLink()));
  });

  it("exchanges the secret for a cookie that scripts and other sites cannot use", async () => {
    const response = await postSecret(bench.origin, secretOf(bench.link));
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toMatch(
      /^killzone-\d+=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
    );
    expect(await isSignedIn(cookieOf(response))).toBe(true);
  });

  it("takes a secret once", async () => {
    const secret = secretOf(bench.link);
    expect((await postSecret(bench.origin, secret)).status).toBe(200);
    const again = await postSecret(bench.origin, secret);
    expect(again.status).toBe(401);
    expect(again.headers.get("set-cookie")).toBeNull();
  });

  it("gives one winner when the same secret is tried at once", async () => {
    const secret = secretOf(bench.link);
    const answers = await Promise.all(Array.from({ length: 5 }, () => postSecret(bench.origin, secret)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  });

  it("forgets an unused link when a new one is made", async () => {
    bench.web.newLink();
    expect((await postSecret(bench.origin, secretOf(bench.link))).status).toBe(401);
  });

  it("refuses wrong secrets, then says too many", async () => {
    const statuses = [];
    for (let index = 0; index < 12; index += 1) {
      statuses.push((await postSecret(bench.origin, `wrong-${index}`)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    bench.clock.time += 5_000;
    expect((await postSecret(bench.origin, secretOf(bench.link))).status).toBe(200);
  });

  it.each([
    ["no secret", {}],
    ["an empty secret", { secret: "" }],
    ["an unknown key", { secret: "x", admin: true }],
    ["a number", { secret: 7 }],
    ["a secret without end", { secret: "x".repeat(3_000) }],
  ])("refuses a body with %s", async (_name, body) => {
    const response = await fetch(`${bench.origin}/session`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: bench.origin },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
  });

  it("does not know a cookie it did not give", async () => {
    const name = cookieOf(await postSecret(bench.origin, secretOf(bench.link))).split("=")[0];
    expect(await isSignedIn(`${name}=forged`)).toBe(false);
    expect(await isSignedIn("")).toBe(false);
  });

  it("keeps no secret in the store, only hashes", async () => {
    const keys: string[] = [];
    const store = createMemoryWebHistory();
    const watched = await startWebBench({
      store: {
        ...store,
        saveSession: (key, session) => {
          keys.push(key);
          return store.saveSession(key, session);
        },
      },
    });
    const cookie = await watched.signIn();
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(cookie).not.toContain(keys[0]);
    await watched.web.stop();
  });

  it("stays signed in over a restart of the desk", async () => {
    const port = Number(new URL(bench.origin).port);
    const cookie = await bench.signIn();
    await bench.web.stop();
    bench = await startWebBench({ store: bench.store, port });
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it("ends a session after 30 days", async () => {
    const cookie = await bench.signIn();
    bench.clock.time += SESSION_MS - 1;
    expect(await isSignedIn(cookie)).toBe(true);
    bench.clock.time += 1;
    expect(await isSignedIn(cookie)).toBe(false);
  });

  it("signs out at once, also in open pages", async () => {
    const cookie = await bench.signIn();
    const page = await bench.connect(cookie);
    const closed = new Promise((resolve) => page.socket.once("close", resolve));
    const response = await fetch(`${bench.origin}/session`, {
      method: "DELETE",
      headers: { cookie, origin: bench.origin },
    });
    expect(response.headers.get("set-cookie")).toContain("Max-Age=0");
    expect(await closed).toBe(4401);
    expect(await isSignedIn(cookie)).toBe(false);
  });

  it("does nothing for a page whose session was revoked elsewhere", async () => {
    const cookie = await bench.signIn();
    const page = await bench.connect(cookie);
    bench.clock.time += SESSION_MS;
    const closed = new Promise((resolve) => page.socket.once("close", resolve));
    page.send({ type: "tap", id: "a", message: "1", token: "t1" });
    expect(await closed).toBe(4401);
    expect(bench.desk.tapped).toEqual([]);
  });
});

describe("password", () => {
  function create(options: { host: string; password?: string }) {
    return createWebChat({
      ...options,
      port: 0,
      deskChat: createScriptedDesk(),
      buttons: createCountedButtons(),
      store: createMemoryWebHistory(),
      reader: { locale: "en", timeZone: "UTC" },
      clock: { now: () => 0 },
      texts: strictTexts(),
      log: createFakeLog(),
    });
  }

  it("is required to listen beyond loopback", async () => {
    const web = await create({ host: "0.0.0.0" });
    await expect(web.start()).rejects.toMatchObject({
      code: "web-password-required",
      args: { host: "0.0.0.0", minLength: 12 },
    });
  });

  it("must have 12 characters", async () => {
    const web = await create({ host: "127.0.0.1", password: "short" });
    await expect(web.start()).rejects.toMatchObject({ code: "web-password-required" });
  });

  it("signs in any number of times, beside the link", async () => {
    const bench = await startWebBench({ password: "correct horse battery" });
    expect((await postSecret(bench.origin, "correct horse battery")).status).toBe(200);
    expect((await postSecret(bench.origin, "correct horse battery")).status).toBe(200);
    expect((await postSecret(bench.origin, "correct horse batterx")).status).toBe(401);
    expect((await postSecret(bench.origin, secretOf(bench.link))).status).toBe(200);
    await bench.web.stop();
  });
});

describe("a taken port", () => {
  it("is named in the error", async () => {
    const first = await startWebBench();
    const port = Number(new URL(first.origin).port);
    await expect(startWebBench({ port })).rejects.toMatchObject({
      code: "web-port-taken",
      args: { host: "127.0.0.1", port },
    });
    await first.web.stop();
  });
});
