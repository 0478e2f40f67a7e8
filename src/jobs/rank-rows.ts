import type { ScanRow } from "../engine/ports/scan-report.ts";

/** Best score first, of equal ones the newest; what is equal in both by its id, so that the order is always the same. */
export function rankRows(rows: readonly ScanRow[]): readonly ScanRow[] {
  return [...rows].sort(
    ({ signal: one }, { signal: other }) =>
      other.score - one.score || other.knownAt - one.knownAt || (one.id < other.id ? -1 : 1),
  );
}
