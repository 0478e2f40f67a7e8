/** What trades with one thing in common made together, in multiples of their planned risk. */
export interface GroupResult {
  readonly r: number;
  readonly trades: number;
}

/** Results of one strategy, symbol or session, by column. */
export interface PerformanceRow {
  readonly name: string;
  /** One for each column; unset where there was no trade. */
  readonly cells: readonly (GroupResult | undefined)[];
}

export interface PerformanceModel {
  /** Best first. */
  readonly rows: readonly (PerformanceRow & { readonly total: GroupResult })[];
  readonly columnTotals: readonly GroupResult[];
  readonly total: GroupResult;
  /** Largest result of a cell, either way. */
  readonly largestCell: number;
  readonly largestTotal: number;
}

/** Throws `RangeError` for a row that has not one cell for each column. */
export function performanceModel(
  columns: readonly string[],
  rows: readonly PerformanceRow[],
): PerformanceModel {
  const wrong = rows.find(({ cells }) => cells.length !== columns.length);
  if (wrong !== undefined) throw new RangeError(`the row ${wrong.name} needs ${columns.length} cells`);
  const summed = rows.map((row) => ({ ...row, total: sum(row.cells) }));
  const cells = rows.flatMap((row) => row.cells);
  return {
    rows: summed.sort((a, b) => b.total.r - a.total.r),
    columnTotals: columns.map((_, at) => sum(rows.map((row) => row.cells[at]))),
    total: sum(cells),
    largestCell: largest(cells),
    largestTotal: largest(summed.map(({ total }) => total)),
  };
}

function sum(cells: readonly (GroupResult | undefined)[]): GroupResult {
  return cells.reduce<GroupResult>(
    (total, cell) => ({ r: total.r + (cell?.r ?? 0), trades: total.trades + (cell?.trades ?? 0) }),
    { r: 0, trades: 0 },
  );
}

function largest(cells: readonly (GroupResult | undefined)[]): number {
  return Math.max(...cells.map((cell) => Math.abs(cell?.r ?? 0)), 0);
}
