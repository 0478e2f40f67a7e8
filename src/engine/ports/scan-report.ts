import type { Signal } from "../signal.ts";
import type { RequestBudget } from "./market-data.ts";

export interface ScanRow {
  readonly signal: Signal;
  readonly price?: number;
}

export interface ScanReport {
  /** Best score first. */
  readonly rows: readonly ScanRow[];
  readonly scanned: number;
  readonly failed: readonly string[];
  readonly elapsedMs: number;
  /** Unset: it has ended by itself. */
  readonly status?: "running" | "cancelled";
  /** By this a scan that runs is cancelled. */
  readonly id?: string;
  /** Symbols to scan; with `status` only. */
  readonly total?: number;
  /** Set when candles had to be asked of the exchange. */
  readonly budget?: RequestBudget;
}
