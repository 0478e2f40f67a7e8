import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { COINUSDT } from "../exchange/symbols.ts";

describe("the Binance emulator as a process", () => {
  it("says where it listens, takes commands, keeps its journal on disk and ends with its input", async () => {
    const journal = join(mkdtempSync(join(tmpdir(), "journal-")), "journal.jsonl");
    const script = ["--import", "tsx", "tests/emulators/binance/main.ts"];
    const child = spawn(process.execPath, [...script, "--start", "1780315200000", "--journal", journal], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const [line] = await new Promise<string[]>((resolve) =>
      createInterface({ input: child.stdout }).once("line", (text) => resolve([text])),
    );
    const urls: { httpUrl: string; controlUrl: string } = JSON.parse(line ?? "");
    const tell = async (command: unknown) => {
      const response = await fetch(urls.controlUrl, { method: "POST", body: JSON.stringify(command) });
      return { status: response.status, body: await response.json() };
    };
    const time = await fetch(`${urls.httpUrl}/fapi/v1/time`);
    expect(await time.json()).toEqual({ serverTime: 1_780_315_200_000 });
    const trade = { do: "trade-by-hand", symbol: "COINUSDT", side: "BUY", quantity: "2" };
    expect(await tell(trade)).toEqual({ status: 200, body: "web_1001" });
    expect((await tell({ do: "state" })).body).toMatchObject({ positions: [{ quantity: "2" }] });
    expect(await tell({ do: "nonsense" })).toMatchObject({ status: 400 });
    expect(await tell({ do: "cancel-by-hand", clientOrderId: "none" })).toMatchObject({ status: 400 });
    const noted = readFileSync(journal, "utf8").trim().split("\n");
    expect(noted.map((entry) => JSON.parse(entry).type)).toEqual(["order-accepted", "order-filled"]);
    const [symbol] = [{ ...COINUSDT, firstPrice: 7 }];
    const renewed = await tell({ do: "renew", startMs: 5, startBalance: "1", symbols: [symbol] });
    const { httpUrl } = renewed.body as { httpUrl: string };
    expect(await (await fetch(`${httpUrl}/fapi/v1/time`)).json()).toEqual({ serverTime: 5 });
    expect((await tell({ do: "state" })).body).toMatchObject({ journal: [], wallet: "1" });
    child.stdin.end();
    expect(await ended).toBe(0);
  });
});
