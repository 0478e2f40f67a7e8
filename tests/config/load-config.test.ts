import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { DeskError } from "../../src/engine/errors.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "killzone-config-"));
});

function withFile(text: string): Record<string, string> {
  const file = join(root, "desk.yaml");
  writeFileSync(file, text);
  return { KILLZONE_CONFIG: file };
}

function faultsOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof DeskError && error.code === "config-invalid")
      return String(error.args.faults).split("\n");
    throw error;
  }
  return [];
}

describe("loading the configuration", () => {
  it("gives the defaults where nothing is written", () => {
    const { config, secrets } = loadConfig(root, {});
    expect(config.mode).toBe("paper");
    expect(config.market.kind).toBe("simulated");
    expect(config.settings.risk.riskPercent).toBe(1);
    expect(secrets).toEqual({});
  });

  it("names every mistake with its path in one list", () => {
    const env = withFile(
      "paper: {slippagePercent: 9}\nrisk: 3\nchat: {web: {port: -1}}\nsettings: {risk: {riskPercent: 0}}",
    );
    expect(faultsOf(() => loadConfig(root, env)).sort()).toEqual([
      '(top): Unrecognized key: "risk"',
      "chat.web.port: Too small: expected number to be >=0",
      "paper.slippagePercent: Too big: expected number to be <=5",
      "settings.risk.riskPercent: Too small: expected number to be >0",
    ]);
  });

  it("names line and column of broken YAML", () => {
    expect(faultsOf(() => loadConfig(root, withFile("mode: [paper")))[0]).toMatch(/line 1, column 13/);
  });

  it("refuses a named file that is not there", () => {
    const missing = { KILLZONE_CONFIG: join(root, "missing.yaml") };
    expect(faultsOf(() => loadConfig(root, missing))).toEqual(["the file cannot be read"]);
  });

  it("lets the environment win over .env, and .env over the file", () => {
    writeFileSync(join(root, ".env"), "KILLZONE_WEB_PORT=9001\nKILLZONE_DATA_DIR=from-dotenv\nREDIS_URL=\n");
    const env = {
      ...withFile("dataDir: from-file\nchat: {web: {port: 9000}}"),
      KILLZONE_DATA_DIR: "from-env",
    };
    const { config, secrets } = loadConfig(root, env);
    expect(config.dataDir).toBe("from-env");
    expect(config.chat.web.port).toBe(9001);
    expect(secrets.redisUrl).toBeUndefined();
  });

  it("takes the address and the password of the web chat, and says what is wrong with them", () => {
    const web = 'chat: {web: {host: 0.0.0.0, names: ["desk.example.org:8443"]}}';
    const { config, secrets } = loadConfig(root, {
      ...withFile(web),
      KILLZONE_WEB_PASSWORD: "correct horse battery",
    });
    expect(config.chat.web).toMatchObject({ host: "0.0.0.0", names: ["desk.example.org:8443"] });
    expect(secrets).toEqual({ webPassword: "correct horse battery" });
    expect(faultsOf(() => loadConfig(root, { KILLZONE_WEB_PASSWORD: "short" }))).toEqual([
      "KILLZONE_WEB_PASSWORD: at least 12 characters",
    ]);
    const wrong = withFile('chat: {web: {host: my-laptop, names: ["http://desk"]}}');
    expect(faultsOf(() => loadConfig(root, wrong))).toEqual([
      "chat.web.host: an IP address or localhost",
      "chat.web.names.0: a name such as desk.example.org, with its port",
    ]);
  });

  it("adds the allowed user ids of the environment as admins", () => {
    const env = {
      ...withFile("chat: {telegram: {people: [{id: 7, role: viewer}]}}"),
      TELEGRAM_ALLOWED_USER_IDS: "12, 34",
    };
    expect(loadConfig(root, env).config.chat.telegram.people).toEqual([
      { id: 12, role: "admin" },
      { id: 34, role: "admin" },
      { id: 7, role: "viewer" },
    ]);
  });

  it("takes the address of a webhook from the file and its secret from the environment alone", () => {
    const secret = "a-secret_of_32_letters_or_more-01";
    const env = {
      ...withFile("chat: {telegram: {webhook: {url: 'https://desk.example.org/telegram-x7'}}}"),
      TELEGRAM_WEBHOOK_SECRET: secret,
    };
    const { config, secrets } = loadConfig(root, env);
    expect(config.chat.telegram.webhook).toEqual({
      url: "https://desk.example.org/telegram-x7",
      host: "127.0.0.1",
      port: 8421,
    });
    expect(secrets).toEqual({ telegramWebhookSecret: secret });
    expect(faultsOf(() => loadConfig(root, { TELEGRAM_WEBHOOK_SECRET: "short" }))).toEqual([
      "TELEGRAM_WEBHOOK_SECRET: 32 to 256 letters, digits, _ and -",
    ]);
  });

  it.each([
    ["http://desk.example.org/telegram-x7", "an https address"],
    ["https://desk.example.org/", "a path that nobody guesses, and the port 443, 80, 88 or 8443"],
    [
      "https://desk.example.org:9000/telegram-x7",
      "a path that nobody guesses, and the port 443, 80, 88 or 8443",
    ],
  ])("refuses the webhook %s", (url, mistake) => {
    const env = withFile(`chat: {telegram: {webhook: {url: '${url}'}}}`);
    expect(faultsOf(() => loadConfig(root, env))).toEqual([`chat.telegram.webhook.url: ${mistake}`]);
  });

  it("refuses a user name where a numeric id belongs", () => {
    expect(faultsOf(() => loadConfig(root, { TELEGRAM_ALLOWED_USER_IDS: "@me" }))).toEqual([
      "TELEGRAM_ALLOWED_USER_IDS: numeric user ids with commas between them",
    ]);
  });

  it("keeps prototype keys out", () => {
    expect(
      faultsOf(() => loadConfig(root, withFile('{"__proto__": {"mode": "live"}, "constructor": 1}'))).join(),
    ).toContain("constructor");
    expect(({} as { mode?: string }).mode).toBeUndefined();
  });
});
