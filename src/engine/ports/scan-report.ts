import type { ErrorCode } from "../errors.ts";
import type { Signal } from "../signal.ts";
import type { RequestBudget } from "./market-data.ts";

export interface ScanRow {
  readonly signal: Signal;
  readonly price?: number;
}

/**
 * Why a symbol was not scanned: the desk's own fault, `busy` when another worker held it for too long, `no-answer` when
 * the worker that had it broke or took too long, `unforeseen` for anything else.
 */
export type ScanFailure = ErrorCode | "busy" | "no-answer" | "unforeseen";

export interface FailedSymbol {
  readonly symbol: string;
  readonly reason: ScanFailure;
}

export interface ScanReport {
  /** Best score first. */
  readonly rows: readonly ScanRow[];
  readonly scanned: number;
  readonly failed: readonly FailedSymbol[];
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
