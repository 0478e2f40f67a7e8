import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { forgetLiveSecrets, loadConfig } from "../../src/config/load-config.ts";
import { DeskError } from "../../src/engine/errors.ts";

const LIVE = {
  KILLZONE_LIVE: "yes",
  EXCHANGE_API_KEY: "canary-key-1",
  EXCHANGE_API_SECRET: "canary-secret-1",
  KILLZONE_TOTP_SECRET: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
};
const LIVE_FILE = "mode: live\nmarket: {kind: ccxt, exchange: binanceusdm, symbols: [BTC/USDT]}\n";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "killzone-live-config-"));
});

function withFile(text: string): Record<string, string> {
  const file = join(root, "desk.yaml");
  writeFileSync(file, text);
  return { KILLZONE_CONFIG: file };
}

function faultsOf(environment: Record<string, string>): string[] {
  try {
    loadConfig(root, environment);
  } catch (error) {
    if (error instanceof DeskError) return String(error.args.faults).split("\n").sort();
    throw error;
  }
  return [];
}

describe("live mode", () => {
  it("needs the file, the environment and the keys", () => {
    const { config, secrets } = loadConfig(root, { ...withFile(LIVE_FILE), ...LIVE });
    expect(config.mode).toBe("live");
    expect(secrets.live).toEqual({
      keys: { apiKey: "canary-key-1", secret: "canary-secret-1" },
      totpSecret: LIVE.KILLZONE_TOTP_SECRET,
    });
    expect(JSON.stringify(config)).not.toContain("canary");
  });

  it("takes okx, and the passphrase of its keys from the environment alone", () => {
    const file = withFile(LIVE_FILE.replace("binanceusdm", "okx"));
    const { config, secrets } = loadConfig(root, {
      ...file,
      ...LIVE,
      EXCHANGE_API_PASSPHRASE: "canary-phrase-1",
    });
    expect(config.market).toMatchObject({ kind: "ccxt", exchange: "okx" });
    expect(secrets.live?.keys.passphrase).toBe("canary-phrase-1");
    expect(JSON.stringify(config)).not.toContain("canary");
  });

  it("is refused without the switch, without keys, and with a short code secret", () => {
    expect(
      faultsOf({ ...withFile(LIVE_FILE), KILLZONE_LIVE: "true", KILLZONE_TOTP_SECRET: "SHORT" }),
    ).toEqual([
      "EXCHANGE_API_KEY: the key of the exchange account",
      "EXCHANGE_API_SECRET: the secret of the exchange account",
      'KILLZONE_LIVE: mode: live needs "yes" here as well',
      "KILLZONE_TOTP_SECRET: base32, at least 26 letters and digits (16 bytes)",
    ]);
  });

  it("is refused for a market without an exchange", () => {
    expect(faultsOf({ ...withFile("mode: live"), ...LIVE })).toEqual([
      "market.kind: live mode trades at the exchange of its market: ccxt",
    ]);
  });

  it("is what the example file means", () => {
    const { config } = loadConfig(root, { ...LIVE, KILLZONE_CONFIG: "config/live.example.yaml" });
    expect(config).toMatchObject({
      mode: "live",
      instance: "live",
      dataDir: "data/live",
      live: { leverage: 3, marginMode: "isolated" },
    });
  });

  it("is forgotten by the environment, so that no child process inherits it", () => {
    const environment: Record<string, string | undefined> = {
      ...LIVE,
      EXCHANGE_API_PASSPHRASE: "x",
      PATH: "/bin",
    };
    forgetLiveSecrets(environment);
    expect(environment).toEqual({ PATH: "/bin" });
  });
});

describe("paper mode", () => {
  it("never looks at the keys, although they are there", () => {
    const environment: Record<string, string> = { ...withFile("mode: paper") };
    for (const name of [...Object.keys(LIVE), "EXCHANGE_API_PASSPHRASE"]) {
      Object.defineProperty(environment, name, {
        enumerable: true,
        get: () => {
          throw new Error(`${name} was read`);
        },
      });
    }
    const { config, secrets } = loadConfig(root, environment);
    expect(config.mode).toBe("paper");
    expect(secrets).toEqual({});
  });

  it("holds none of them when they stand in .env", () => {
    writeFileSync(
      join(root, ".env"),
      Object.entries(LIVE)
        .map(([name, value]) => `${name}=${value}`)
        .join("\n"),
    );
    const loaded = loadConfig(root, withFile("mode: paper"));
    expect(loaded.secrets).toEqual({});
    expect(JSON.stringify(loaded)).not.toContain("canary");
  });
});
