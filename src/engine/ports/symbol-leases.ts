/** What an engine holds after it asked. */
export interface LeaseGrant {
  readonly symbols: readonly string[];
  /** It is the one engine that also works the desk's orders. */
  readonly leads: boolean;
}

/** Which engine process follows which symbol. An engine that stops asking loses everything after its time. */
export interface SymbolLeases {
  /**
   * Says that the engine lives, keeps what it holds and takes its fair share of what nobody holds. What is above
   * its share it gives up, so that a new engine gets some.
   */
  renew(engineId: string, symbols: readonly string[], ttlMs: number): Promise<LeaseGrant>;
  /** Gives everything back at once, for a clean end. */
  release(engineId: string): Promise<void>;
}
