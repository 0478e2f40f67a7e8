import { setTimeout as pause } from "node:timers/promises";
import type { ChatAddress } from "../engine/ports/chat.ts";
import type { ScanReport } from "../engine/ports/scan-report.ts";
import type { Chat, MessageRef } from "../engine/ports.ts";
import type { DeskContext } from "./desk-context.ts";
import type { RunningScan } from "./scans.ts";

/** Chats allow about one message a second. */
const EDIT_EVERY_MS = 1200;
/** A scan that is done by then is answered at once; a longer one gets a message of its own. */
const PATIENCE_MS = 700;

/** Shows scans that take a while: one message in the chat that asked, edited until the scan has ended. */
export class ScanMessages {
  private readonly log: DeskContext["log"];
  private readonly editEveryMs: number;
  private chats: readonly Chat[] = [];

  constructor({ log }: Pick<DeskContext, "log">, editEveryMs: number = EDIT_EVERY_MS) {
    this.log = log;
    this.editEveryMs = editEveryMs;
  }

  /** The chats that this process serves; they are built after those who talk to them. */
  serve(chats: readonly Chat[]): void {
    this.chats = chats;
  }

  /** What is known of the scan after a moment; when that is not all, a message of its own shows the rest. */
  async answer(
    address: ChatAddress,
    scan: RunningScan,
    patienceMs: number = PATIENCE_MS,
  ): Promise<ScanReport> {
    const early = await Promise.race([scan.done, pause(patienceMs)]);
    if (early !== undefined) return early;
    void this.follow(address, scan);
    return scan.now();
  }

  /** Resolves when the message shows the result. A chat that cannot be reached is logged: nothing hangs on it. */
  async follow(address: ChatAddress, scan: RunningScan): Promise<void> {
    const chat = this.chats.find(({ platform }) => platform === address.platform);
    if (chat === undefined) return;
    let ended = false;
    const end = scan.done.then((report) => {
      ended = true;
      return report;
    });
    try {
      let ref = await chat.send(address.chatId, message(scan.now()));
      let shown = scan.now().scanned;
      while (!ended) {
        await Promise.race([end, pause(this.editEveryMs)]);
        const now = scan.now();
        if (ended || now.scanned + now.failed.length === shown) continue;
        shown = now.scanned + now.failed.length;
        ref = await this.edited(chat, ref, now);
      }
      await this.settle(chat, ref, await end);
    } catch (error) {
      this.log.warn({ err: error, scan: scan.id }, "a scan could not be shown");
    }
  }

  /** A lost step of the progress is nothing. */
  private async edited(chat: Chat, ref: MessageRef, report: ScanReport): Promise<MessageRef> {
    try {
      await chat.edit(ref, message(report));
    } catch (error) {
      this.log.warn({ err: error }, "progress of a scan not shown");
    }
    return ref;
  }

  /** The result is tried twice, and posted anew where its message is gone. */
  private async settle(chat: Chat, ref: MessageRef, report: ScanReport): Promise<void> {
    try {
      await chat.edit(ref, message(report));
    } catch (error) {
      this.log.warn({ err: error }, "result of a scan not shown where it was asked for");
      await pause(this.editEveryMs);
      await chat.send(ref.chatId, message(report));
    }
  }
}

function message(report: ScanReport) {
  return { content: { kind: "scan", report }, silent: true } as const;
}
