import { DeskError } from "../../engine/errors.ts";
import type { Ledger } from "../../engine/ports.ts";

const MARK = "ledger-owner";
/** What a ledger without the mark holds: it is older than live trading. */
const PAPER = "paper";

/**
 * Makes sure that a ledger serves one exchange for good. Paper trades in the book of a real account would be
 * protected and closed there with real orders. `owner` is `paper` or the exchange. Throws `DeskError`
 * `config-invalid` for a ledger of another.
 */
export async function claimLedger(ledger: Ledger, owner: string): Promise<void> {
  const known = await ledger.readMark(MARK);
  const isUsed = known !== undefined || (await ledger.newest(1)).length > 0;
  if (isUsed && (known ?? PAPER) !== owner) {
    const faults = `this ledger holds trades of ${known ?? PAPER}, not of ${owner}: name another instance or dataDir`;
    throw new DeskError("config-invalid", { source: "mode", faults });
  }
  if (known === undefined) await ledger.writeMark(MARK, owner);
}
