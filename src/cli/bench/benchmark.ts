/** What a person may say about a benchmark; each uses what it understands. */
export interface BenchOptions {
  readonly candles?: number | undefined;
  readonly symbols?: number | undefined;
  readonly taps?: number | undefined;
  readonly updates?: number | undefined;
  readonly trades?: number | undefined;
  readonly runs?: number | undefined;
  /** Hears how far a long one has come. */
  readonly tell?: ((line: string) => void) | undefined;
}

/** What a benchmark reports; printed as one JSON line. */
export type BenchReport = Readonly<Record<string, string | number>>;
