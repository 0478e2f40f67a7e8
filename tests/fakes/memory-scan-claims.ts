import type { ScanClaims } from "../../src/engine/ports/scan-claims.ts";
import type { Clock } from "../../src/engine/ports.ts";

/** Claims in memory for tests of everything that is not the store. Passes the same contract. */
export class MemoryScanClaims implements ScanClaims {
  private readonly claims = new Map<string, { readonly owner: string; readonly until: number }>();
  private readonly cancelled = new Set<string>();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  async claim(pairs: readonly string[], owner: string, ttlMs: number): Promise<readonly string[]> {
    const now = this.clock.now();
    const free = pairs.filter((pair) => {
      const claim = this.claims.get(pair);
      return claim === undefined || claim.owner === owner || claim.until <= now;
    });
    for (const pair of free) this.claims.set(pair, { owner, until: now + ttlMs });
    return free;
  }

  async release(pairs: readonly string[], owner: string): Promise<void> {
    for (const pair of pairs) if (this.claims.get(pair)?.owner === owner) this.claims.delete(pair);
  }

  async cancel(scanId: string): Promise<void> {
    this.cancelled.add(scanId);
  }

  async isCancelled(scanId: string): Promise<boolean> {
    return this.cancelled.has(scanId);
  }
}
