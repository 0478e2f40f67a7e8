/** What a kill zone means for one symbol, at the moment of the brief. */
export interface BriefSymbol {
  readonly symbol: string;
  readonly price: number;
  /** Direction of the last break of the larger structure; unset before the first. */
  readonly bias?: "bullish" | "bearish";
  readonly asian?: PriceRange;
  readonly previousDay?: PriceRange;
}

interface PriceRange {
  readonly high: number;
  readonly low: number;
}

/** A kill zone as it opens or after it closed. */
export interface SessionBrief {
  readonly phase: "opened" | "closed";
  /** One of the six sessions. */
  readonly name: string;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Those whose market trades; the first few when there are many. */
  readonly symbols: readonly BriefSymbol[];
  /** Followed symbols that are not shown. */
  readonly more: number;
  readonly openRiskPercent: number;
  /** Entries that the day and the session still allow. */
  readonly tradesLeft: number;
  /** What came of the session; only after it closed. */
  readonly result?: {
    readonly proposals: number;
    readonly approved: number;
    readonly closed: number;
    readonly netR: number;
  };
}
