/** One day's result. */
export interface DayResult {
  /** Day of the month, 1 to 31. */
  readonly day: number;
  readonly pnl: number;
  readonly trades: number;
}

export interface CalendarCell {
  readonly day: number;
  /** Row from the top, 0 to 5. */
  readonly week: number;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly result?: DayResult;
  /** 0 to 1: how large the result is against the largest of the month, either way. */
  readonly strength: number;
}

export interface CalendarModel {
  readonly cells: readonly CalendarCell[];
  /** Sum of each week, top row first. */
  readonly weekTotals: readonly number[];
  readonly total: number;
  readonly trades: number;
  readonly winningDays: number;
  readonly losingDays: number;
}

/** A month as weeks from Monday. `month` 1 is January. Throws `RangeError` for a day that the month has not. */
export function calendarModel(year: number, month: number, results: readonly DayResult[]): CalendarModel {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const wrong = results.find(({ day }) => !Number.isInteger(day) || day < 1 || day > days);
  if (wrong !== undefined) throw new RangeError(`the month has no day ${wrong.day}`);
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const largest = Math.max(...results.map(({ pnl }) => Math.abs(pnl)), 0);
  const cells = Array.from({ length: days }, (_, at) => cellOf(at + 1, before, largest, results));
  const weeks = (cells.at(-1)?.week ?? 0) + 1;
  const sum = (some: readonly CalendarCell[]): number =>
    some.reduce((total, { result }) => total + (result?.pnl ?? 0), 0);
  return {
    cells,
    weekTotals: Array.from({ length: weeks }, (_, week) => sum(cells.filter((cell) => cell.week === week))),
    total: sum(cells),
    trades: results.reduce((total, { trades }) => total + trades, 0),
    winningDays: results.filter(({ pnl }) => pnl > 0).length,
    losingDays: results.filter(({ pnl }) => pnl < 0).length,
  };
}

function cellOf(day: number, before: number, largest: number, results: readonly DayResult[]): CalendarCell {
  const result = results.find((one) => one.day === day);
  const place = before + day - 1;
  return {
    day,
    week: Math.floor(place / 7),
    weekday: place % 7,
    ...(result === undefined ? {} : { result }),
    strength: result === undefined || largest === 0 ? 0 : Math.abs(result.pnl) / largest,
  };
}
