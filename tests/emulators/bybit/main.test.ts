import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";

describe("the Bybit emulator as a process", () => {
  it("says where it listens, takes commands, keeps its journal on disk and ends with its input", async () => {
    const journal = join(mkdtempSync(join(tmpdir(), "journal-")), "journal.jsonl");
    const script = ["--import", "tsx", "tests/emulators/bybit/main.ts"];
    const child = spawn(process.execPath, [...script, "--start", "1780315200000", "--journal", journal], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const [line] = await new Promise<string[]>((resolve) =>
      createInterface({ input: child.stdout }).once("line", (text) => resolve([text])),
    );
    const urls: { httpUrl: string; controlUrl: string } = JSON.parse(line ?? "");
    const time = await fetch(`${urls.httpUrl}/v5/market/time`);
    expect(await time.json()).toMatchObject({ retCode: 0, time: 1780315200000 });
    const trade = { do: "trade-by-hand", symbol: "COINUSDT", side: "BUY", quantity: "2" };
    const told = await fetch(urls.controlUrl, { method: "POST", body: JSON.stringify(trade) });
    expect([told.status, await told.json()]).toEqual([200, "web_1001"]);
    const noted = readFileSync(journal, "utf8").trim().split("\n");
    expect(noted.map((entry) => JSON.parse(entry).type)).toEqual(["order-accepted", "order-filled"]);
    child.stdin.end();
    expect(await ended).toBe(0);
  });
});
