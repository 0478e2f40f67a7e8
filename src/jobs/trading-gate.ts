/**
 * Whether entries may be sent. Closed until ledger and exchange were compared, and whenever the exchange cannot
 * be read; exits never ask.
 */
export class TradingGate {
  private open: boolean;

  constructor(open = false) {
    this.open = open;
  }

  get isOpen(): boolean {
    return this.open;
  }

  set(open: boolean): void {
    this.open = open;
  }
}
