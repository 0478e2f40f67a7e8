import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { allowedHosts, isLoopback, readCookie } from "../../../src/bot/web/request-guard.ts";
import { PIXEL } from "./scripted-desk.ts";
import { postSecret, secretOf, startWebBench, type WebBench } from "./web-bench.ts";

describe("request guard", () => {
  let bench: WebBench;
  let cookie: string;

  beforeAll(async () => {
    bench = await startWebBench();
    cookie = await bench.signIn();
    await bench.store.append("local", { body: "{}", image: PIXEL }, 0);
  });
  afterAll(() => bench.web.stop());

  /** `fetch` does not let a test choose the `Host`. */
  function statusWithHost(host: string, path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const { port } = new URL(bench.origin);
      request({ host: "127.0.0.1", port, path, headers: { host, cookie } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
  }

  function upgradeStatus(headers: Record<string, string>): Promise<number> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`${bench.origin.replace("http", "ws")}/live`, { headers });
      socket.on("open", () => {
        socket.close();
        resolve(101);
      });
      socket.on("unexpected-response", (_request, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      socket.on("error", () => undefined);
    });
  }

  it("answers only to its own names", async () => {
    const { port } = new URL(bench.origin);
    for (const name of ["127.0.0.1", "localhost", "[::1]"]) {
      expect(await statusWithHost(`${name}:${port}`, "/")).toBe(200);
    }
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", "127.0.0.1:1"]) {
      expect(await statusWithHost(host, "/"), host).toBe(421);
      expect(await statusWithHost(host, "/images/1"), host).toBe(421);
    }
  });

  it.each(["http://evil.example", "null", "https://127.0.0.1:1", ""])(
    "takes no sign-in from the origin %j",
    async (origin) => {
      const secret = secretOf(bench.web.newLink());
      expect((await postSecret(bench.origin, secret, { origin })).status).toBe(403);
      expect((await postSecret(bench.origin, secret)).status).toBe(200);
    },
  );

  it("opens a socket only for its own page with a session", async () => {
    const { origin } = bench;
    expect(await upgradeStatus({ origin, cookie })).toBe(101);
    expect(await upgradeStatus({ origin: "http://evil.example", cookie })).toBe(403);
    expect(await upgradeStatus({ cookie })).toBe(403);
    expect(await upgradeStatus({ origin })).toBe(401);
    expect(await upgradeStatus({ origin, cookie: cookie.replace(/=.*/, "=forged") })).toBe(401);
    expect(await upgradeStatus({ origin, cookie, host: "evil.example" })).toBe(421);
  });

  it("gives an image to a session only", async () => {
    const image = await fetch(`${bench.origin}/images/1`, { headers: { cookie } });
    expect(image.status).toBe(200);
    expect(image.headers.get("content-type")).toBe("image/png");
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(PIXEL);
    expect((await fetch(`${bench.origin}/images/1`)).status).toBe(401);
    expect((await fetch(`${bench.origin}/images/99`, { headers: { cookie } })).status).toBe(404);
    expect((await fetch(`${bench.origin}/images/..%2f1`, { headers: { cookie } })).status).toBe(404);
  });

  it.each(["/", "/app.js", "/texts.json", "/session", "/images/1", "/nowhere"])(
    "protects %s with the same headers",
    async (path) => {
      const { headers } = await fetch(`${bench.origin}${path}`);
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  it.each(["/tsconfig.json", "/page/app.js", "/..%2fsign-in.ts", "/%2e%2e/sign-in.ts", "/sign-in.ts"])(
    "does not serve %s",
    async (path) => {
      expect((await fetch(`${bench.origin}${path}`)).status).toBe(404);
    },
  );

  it("tells its health without a session", async () => {
    const response = await fetch(`${bench.origin}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
  });

  it("answers 503 when the desk is not well", async () => {
    const ill = await startWebBench({ health: async () => ({ ok: false }) });
    expect((await fetch(`${ill.origin}/health`)).status).toBe(503);
    await ill.web.stop();
  });
});

describe("host names", () => {
  it("knows loopback", () => {
    expect(["127.0.0.1", "127.8.8.8", "::1", "localhost"].map(isLoopback)).toEqual([true, true, true, true]);
    expect(["0.0.0.0", "::", "10.0.0.1", "127.evil.example"].map(isLoopback)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("adds the address it listens on and the configured ones", () => {
    expect([...allowedHosts("10.0.0.5", 8420, ["desk.example"])]).toEqual([
      "127.0.0.1:8420",
      "localhost:8420",
      "[::1]:8420",
      "10.0.0.5:8420",
      "desk.example",
    ]);
  });
});

describe("cookies", () => {
  it("are read by their exact name", () => {
    expect(readCookie("a=1; killzone-1=x=y; b=2", "killzone-1")).toBe("x=y");
    expect(readCookie("xkillzone-1=1", "killzone-1")).toBeUndefined();
    expect(readCookie(undefined, "killzone-1")).toBeUndefined();
  });
});
