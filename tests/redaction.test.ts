import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createRedaction } from "../src/redaction.ts";

const SECRETS = {
  telegramToken: "123456:canary-token_AAAAAAAAAAAAAAAAAAAAAAAAA",
  redisUrl: "redis://:canary%2Fpassword@127.0.0.1:6380/0",
  redisServerBin: "/opt/redis/bin/redis-server",
  live: {
    keys: { apiKey: "canarykey01", secret: 'canary"secret+01/=', passphrase: "canary phrase" },
    totpSecret: "CANARYTOTPSECRET",
  },
};

/** What pino writes of these fields when everything it writes is redacted. */
function logged(fields: object, message = "failed"): string {
  const hide = createRedaction(SECRETS);
  const written: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => written.push(hide(line)) });
  log.error(fields, message);
  return written.join("");
}

describe("redaction", () => {
  it("hides a token in the address of a failed request, also in the cause of an error", () => {
    const cause = new Error(`POST https://host/bot${SECRETS.telegramToken}/getMe failed`);
    const text = logged({ err: new Error("no answer", { cause }) }, cause.message);
    expect(text).not.toContain("canary");
    expect(text).toContain("https://host/bot[secret]/getMe");
  });

  it("hides keys in headers, signed queries and bodies that a client prints", () => {
    const { apiKey, secret, passphrase } = SECRETS.live.keys;
    const query = `timestamp=1&passphrase=${encodeURIComponent(passphrase)}`;
    const headers = { "X-KEY": apiKey, "OK-ACCESS-PASSPHRASE": passphrase };
    const text = logged({ headers, query, body: JSON.stringify({ secret }) });
    expect(text).not.toMatch(/canary/i);
    expect(text).toContain("timestamp=1&passphrase=[secret]");
  });

  it("hides what was encoded as base64", () => {
    const basic = Buffer.from(SECRETS.live.totpSecret).toString("base64");
    expect(logged({ authorization: basic })).toContain('"authorization":"[secret]"');
  });

  it("hides the password of an address and leaves the address", () => {
    expect(logged({ url: SECRETS.redisUrl, plain: "canary/password" })).toContain(
      '"url":"redis://:[secret]@127.0.0.1:6380/0","plain":"[secret]"',
    );
  });

  it("leaves paths and everything else as it is", () => {
    const hide = createRedaction(SECRETS);
    expect(hide("started /opt/redis/bin/redis-server 123456")).toBe(
      "started /opt/redis/bin/redis-server 123456",
    );
    expect(createRedaction({})("nothing is secret")).toBe("nothing is secret");
    expect(createRedaction({ pin: "12" })("12 candles")).toBe("12 candles");
  });
});
