/**
 * Whether entries may be sent. Closed until ledger and exchange were compared, and whenever they cannot be; exits
 * never ask.
 */
export class TradingGate {
  private open: boolean;
  private readonly lock: { readonly isOpen: boolean } | undefined;

  /** `lock` has to be open too: live trading must have been confirmed. */
  constructor(open = false, lock?: { readonly isOpen: boolean }) {
    this.open = open;
    this.lock = lock;
  }

  get isOpen(): boolean {
    return this.open && (this.lock?.isOpen ?? true);
  }

  set(open: boolean): void {
    this.open = open;
  }
}
