import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { scanCard } from "../../src/bot/cards/scan-card.ts";
import { cardLines } from "../../src/bot/telegram/lines.ts";
import { DeskError } from "../../src/engine/errors.ts";
import type { Chat, OutgoingMessage } from "../../src/engine/ports.ts";
import { ScanMessages } from "../../src/jobs/scan-messages.ts";
import { buttonLabels, strictWords } from "../fakes/chat-desk.ts";
import { withTestRedis } from "../redis/test-redis.ts";
import { createScanDesk } from "./scan-desk.ts";

const server = withTestRedis();
type ScanDesk = Awaited<ReturnType<typeof createScanDesk>>;
const open: ScanDesk[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((desk) => desk.close()));
});

/** A chat that writes down what a reader sees, message by message. */
function writingChat(): { readonly chat: Chat; readonly seen: readonly string[] } {
  const words = strictWords();
  const seen: string[] = [];
  const write = (how: string, { content }: OutgoingMessage): void => {
    if (content.kind !== "scan") throw new Error(`no scan but ${content.kind}`);
    const card = scanCard(words, content.report);
    const lines = cardLines(card.blocks).map(({ text }) => text);
    const buttons = buttonLabels(card).map((row) => row.map((label) => `[${label}]`).join(" "));
    seen.push([`-- ${how}`, ...lines, ...buttons].join("\n"));
  };
  const chat: Chat = {
    platform: "web",
    send: async (chatId, message) => {
      write("posted", message);
      return { platform: "web", chatId, messageId: "1" };
    },
    edit: async (_ref, message) => write("edited", message),
  };
  return { chat, seen };
}

/** Fifty symbols are one job: the first has BTC and ETH, the second SOL and XRP; of the others there are no candles. */
const FILLERS = Array.from({ length: 56 }, (_, at) => `C${at}/USDT`);
const SYMBOLS = [
  "BTC/USDT",
  "ETH/USDT",
  ...FILLERS.slice(0, 48),
  "SOL/USDT",
  "XRP/USDT",
  ...FILLERS.slice(48),
];

/** The guide shows what a chat shows. */
async function shownInGuide(): Promise<string | undefined> {
  const guide = await readFile("docs/setups.md", "utf8");
  return /## A scan with failures[\s\S]*?\n```\n([\s\S]*?)\n```/.exec(guide)?.[1];
}

describe("the transcript of a scan", () => {
  it("shows its progress, what it found, which two symbols failed and why", async () => {
    const refused = new Map<string, Error>([
      ["ETH/USDT", new DeskError("market-unavailable", { exchange: "test", reason: "RequestTimeout" })],
      ["XRP/USDT", new TypeError("candles of XRP are not what they should be")],
    ]);
    const desk = await createScanDesk(server, refused);
    open.push(desk);
    const { chat, seen } = writingChat();
    const messages = new ScanMessages(desk.context, 1);
    messages.serve([chat]);
    const scan = desk.scans.begin({ symbols: SYMBOLS, timeframes: ["15m"], askedBy: "person" });
    const shown = messages.follow({ platform: "web", chatId: "local" }, scan);
    await expect.poll(() => seen.length).toBe(1);
    desk.queues.work({
      ...desk.handlers,
      "scan-symbols": async (payload) => {
        // The second half waits until the first one is shown.
        if (payload.symbols.includes("SOL/USDT")) await expect.poll(() => seen.length).toBe(2);
        return desk.handlers["scan-symbols"]?.(payload);
      },
    });
    await shown;
    const transcript = seen.join("\n\n").replace(/ symbols in .*/, " symbols in 1 sec");
    expect(transcript).toBe(await shownInGuide());
    expect(await scan.done).toMatchObject({
      scanned: 58,
      failed: [
        { symbol: "ETH/USDT", reason: "market-unavailable" },
        { symbol: "XRP/USDT", reason: "unforeseen" },
      ],
    });
  });
});
