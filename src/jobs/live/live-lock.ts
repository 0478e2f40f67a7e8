import { createHmac } from "node:crypto";
import { z } from "zod";
import type { LiveUnlock } from "../../engine/ports/control.ts";
import type { Clock, Ledger } from "../../engine/ports.ts";
import { KeyedMutex } from "../keyed-mutex.ts";
import { stepOfCode } from "./totp.ts";

const MARK = "live-lock";
const MAX_WRONG = 5;

const lockSchema = z.strictObject({
  /** Tells one secret from another without being one. */
  secretId: z.string(),
  /** Step of the last code that was taken: neither it nor an earlier one is taken again. */
  lastStep: z.int(),
  /** Wrong codes in a row. */
  wrong: z.int(),
  /** Names the last start of the engine. */
  start: z.string(),
  /** The start that was confirmed. */
  openedStart: z.string(),
  /** The engine found at its start that the ledger lacks something: no code opens that. */
  isBehind: z.boolean(),
});
type KeptLock = z.infer<typeof lockSchema>;

export interface LiveLockOptions {
  readonly ledger: Pick<Ledger, "readMark" | "writeMark">;
  /** The time that authenticator apps know. */
  readonly clock: Clock;
  /** Shared with the authenticator app; at least 16 bytes. */
  readonly secret: Uint8Array;
}

/**
 * Whether entries may be sent to a real exchange: only after a person with the authenticator confirmed this start
 * of the engine. Five wrong codes in a row lock it until another secret is configured; a restart does not help.
 * What is known of it is in the ledger, so that a bot in another process can open it.
 */
export class LiveLock {
  private readonly options: LiveLockOptions;
  private readonly secretId: string;
  private readonly mutex = new KeyedMutex();
  private open = false;

  constructor(options: LiveLockOptions) {
    this.options = options;
    this.secretId = createHmac("sha256", options.secret).update(MARK).digest("hex").slice(0, 16);
  }

  /** As last read or set by this process. */
  get isOpen(): boolean {
    return this.open;
  }

  /** A new start of the engine: what was confirmed before counts no more. `start` names it. */
  async begin(start: string, isBehind: boolean): Promise<void> {
    await this.change((kept) => ({ ...kept, start, isBehind }));
  }

  /** Reads what another process may have changed. */
  async refresh(): Promise<void> {
    this.see(await this.read());
  }

  /** Tries a code. */
  async unlock(code: string): Promise<LiveUnlock> {
    return this.mutex.run(MARK, async () => {
      const kept = await this.read();
      this.see(kept);
      if (kept.isBehind) return { status: "ledger-behind" };
      if (kept.wrong >= MAX_WRONG) return { status: "locked-out" };
      if (this.open) return { status: "already-open" };
      const step = stepOfCode(this.options.secret, code, this.options.clock.now());
      if (step === undefined || step <= kept.lastStep) return this.refuse(kept);
      await this.write({ ...kept, lastStep: step, wrong: 0, openedStart: kept.start });
      return { status: "open" };
    });
  }

  /** Takes a code for something else that only the owner may do. The same five wrong ones lock it. */
  async verify(code: string): Promise<"ok" | "wrong" | "locked"> {
    return this.mutex.run(MARK, async () => {
      const kept = await this.read();
      if (kept.wrong >= MAX_WRONG) return "locked";
      const step = stepOfCode(this.options.secret, code, this.options.clock.now());
      if (step === undefined || step <= kept.lastStep) {
        const refused = await this.refuse(kept);
        return refused.status === "locked-out" ? "locked" : "wrong";
      }
      await this.write({ ...kept, lastStep: step, wrong: 0 });
      return "ok";
    });
  }

  private async refuse(kept: KeptLock): Promise<LiveUnlock> {
    const wrong = kept.wrong + 1;
    await this.write({ ...kept, wrong });
    return wrong >= MAX_WRONG
      ? { status: "locked-out" }
      : { status: "wrong-code", triesLeft: MAX_WRONG - wrong };
  }

  private change(next: (kept: KeptLock) => KeptLock): Promise<void> {
    return this.mutex.run(MARK, async () => this.write(next(await this.read())));
  }

  /** Another secret begins anew. What cannot be read is a lock that is shut. */
  private async read(): Promise<KeptLock> {
    const fresh: KeptLock = {
      secretId: this.secretId,
      lastStep: -1,
      wrong: 0,
      start: "",
      openedStart: "",
      isBehind: false,
    };
    const text = await this.options.ledger.readMark(MARK);
    if (text === undefined || text === "") return fresh;
    const kept = lockSchema.parse(JSON.parse(text));
    return kept.secretId === this.secretId ? kept : { ...fresh, start: kept.start, isBehind: kept.isBehind };
  }

  private async write(kept: KeptLock): Promise<void> {
    await this.options.ledger.writeMark(MARK, JSON.stringify(kept));
    this.see(kept);
  }

  private see({ start, openedStart, wrong, isBehind }: KeptLock): void {
    this.open = start !== "" && start === openedStart && wrong < MAX_WRONG && !isBehind;
  }
}
