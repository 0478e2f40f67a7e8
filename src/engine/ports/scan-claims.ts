/** Who scans what at the moment, across all processes of the desk. */
export interface ScanClaims {
  /** Takes the pairs that nobody holds for `owner` and gives those. A claim ends by itself after `ttlMs`. */
  claim(pairs: readonly string[], owner: string, ttlMs: number): Promise<readonly string[]>;
  /** Gives back what `owner` holds of the pairs. */
  release(pairs: readonly string[], owner: string): Promise<void>;
  /** Says that nobody wants this scan any more. */
  cancel(scanId: string): Promise<void>;
  isCancelled(scanId: string): Promise<boolean>;
}
