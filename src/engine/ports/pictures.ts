import type { Timeframe } from "../candles/timeframe.ts";
import type { DetectionGroup } from "../detect/detection-groups.ts";
import type { ResultGroup } from "../results/result-groups.ts";
import type { Signal } from "../signal.ts";

/** A kill zone that opened, and where it stands on the clock. */
export interface SessionPicture {
  readonly kind: "session-brief";
  /** Name of the kill zone. */
  readonly zone: string;
  /** Epoch ms. */
  readonly opensAt: number;
}

/** What a picture is asked to show; what is in it is looked up when it is drawn. */
export type PictureSubject =
  | {
      readonly kind: "chart";
      readonly symbol: string;
      readonly timeframe: Timeframe;
      /** Shown beside it. */
      readonly second?: Timeframe;
      /** What is drawn over the candles; all when unset. */
      readonly overlays?: readonly DetectionGroup[];
    }
  /** Setups that a scan found. */
  | { readonly kind: "scan"; readonly rows: readonly { readonly signal: Signal; readonly price?: number }[] }
  /** What is open. */
  | { readonly kind: "exposure" }
  /** The account over the trades closed since, with its drawdown. */
  | { readonly kind: "equity"; readonly sinceMs: number }
  /** The month that holds an instant, day by day. */
  | { readonly kind: "month"; readonly at: number }
  /** Results against the hours of the day. */
  | { readonly kind: "performance"; readonly by: ResultGroup; readonly sinceMs: number }
  | SessionPicture;
