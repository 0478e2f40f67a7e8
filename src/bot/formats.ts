import type { DecimalText } from "../engine/decimal.ts";
import type { Reader } from "./conversation.ts";

/** Writes numbers and times the way one reader is used to. */
export interface Formats {
  /** A price or quantity. Decimal text keeps its digits exactly; a float is shortened to ten of them. */
  price(value: DecimalText | number): string;
  /** An amount of money with two digits, or with two significant ones when it is below 1. */
  money(value: DecimalText | number): string;
  /** The same with its sign. */
  profit(value: DecimalText | number): string;
  /** 1.5 is "1.5%". */
  percent(value: number): string;
  signedPercent(value: number): string;
  /** A multiple of the planned risk with its sign: "+1.8R". */
  r(value: number): string;
  count(value: number): string;
  /** Clock time in the reader's zone, 24 hours. */
  time(at: number): string;
  /** A day with its year. */
  date(at: number): string;
  /** The name of a month with its year. */
  month(at: number): string;
  /** Date, time and zone. */
  moment(at: number): string;
  /** Clock time in another IANA zone. */
  timeIn(zone: string, at: number): string;
  /** The two largest units of a length of time: "2 h 5 min". */
  duration(ms: number): string;
}

const MAX_FRACTION_DIGITS = 20;

/** Throws `RangeError` for a locale or a zone that the platform does not know. */
export function createFormats(reader: Reader): Formats {
  const number = numberFormats(reader.locale);
  const digits = (value: DecimalText | number): string => {
    if (typeof value === "number") return number({ maximumSignificantDigits: 10 }).format(value);
    const fraction = Math.min(MAX_FRACTION_DIGITS, value.split(".")[1]?.length ?? 0);
    return number({ minimumFractionDigits: fraction, maximumFractionDigits: fraction }).format(exact(value));
  };
  const percent = { style: "percent", maximumFractionDigits: 2 } as const;
  return {
    price: digits,
    money: (value) => number(moneyDigits(value)).format(exact(value)),
    profit: (value) => number({ ...moneyDigits(value), signDisplay: "exceptZero" }).format(exact(value)),
    percent: (value) => number(percent).format(value / 100),
    signedPercent: (value) => number({ ...percent, signDisplay: "exceptZero" }).format(value / 100),
    r: (value) => `${number({ maximumFractionDigits: 2, signDisplay: "exceptZero" }).format(value)}R`,
    count: (value) => number({ maximumFractionDigits: 2 }).format(value),
    ...timeFormats(reader),
    duration: (ms) => durationText(number, ms),
  };
}

type NumberFormats = (options: Intl.NumberFormatOptions) => Intl.NumberFormat;

/** Formatters are slow to make and few in kind. */
function numberFormats(locale: string): NumberFormats {
  const made = new Map<string, Intl.NumberFormat>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? new Intl.NumberFormat(locale, options);
    made.set(key, known);
    return known;
  };
}

/** Decimal text is formatted digit by digit, never through a float. */
function exact(value: DecimalText | number): number | Intl.StringNumericLiteral {
  return value as number | Intl.StringNumericLiteral;
}

function moneyDigits(value: DecimalText | number): Intl.NumberFormatOptions {
  const size = Math.abs(Number(value));
  return size > 0 && size < 1
    ? { maximumSignificantDigits: 2 }
    : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
}

function timeFormats({
  locale,
  timeZone,
}: Reader): Pick<Formats, "time" | "timeIn" | "moment" | "date" | "month"> {
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const time = new Intl.DateTimeFormat(locale, { ...clock, timeZone });
  const moment = new Intl.DateTimeFormat(locale, {
    ...clock,
    timeZone,
    day: "numeric",
    month: "short",
    timeZoneName: "short",
  });
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "short", year: "numeric" });
  const month = new Intl.DateTimeFormat(locale, { timeZone, month: "long", year: "numeric" });
  const elsewhere = new Map<string, Intl.DateTimeFormat>();
  return {
    time: (at) => time.format(at),
    moment: (at) => moment.format(at),
    date: (at) => date.format(at),
    month: (at) => month.format(at),
    timeIn: (zone, at) => {
      const format = elsewhere.get(zone) ?? new Intl.DateTimeFormat(locale, { ...clock, timeZone: zone });
      elsewhere.set(zone, format);
      return format.format(at);
    },
  };
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

function durationText(number: NumberFormats, ms: number): string {
  let rest = Math.max(0, Math.round(ms / 1000) * 1000);
  if (rest >= 60_000) rest = Math.round(rest / 60_000) * 60_000;
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const amount = Math.floor(rest / length);
    rest -= amount * length;
    if (amount > 0) parts.push(number({ style: "unit", unit, unitDisplay: "short" }).format(amount));
  }
  const shown = parts.slice(0, 2).join(" ");
  return shown === "" ? number({ style: "unit", unit: "second", unitDisplay: "short" }).format(0) : shown;
}
