import { type FluentFunction, FluentNone, type FluentValue } from "@fluent/bundle";
import type { Formats } from "./formats.ts";

/**
 * The desk's own functions in Fluent files: `PRICE` `MONEY` `PROFIT` `PERCENT` `R` `TIME` `MOMENT` `DURATION`.
 * They take one variable and write it as `Formats` says.
 */
export function fluentFunctions(formats: Formats): Record<string, FluentFunction> {
  return {
    PRICE: written((value) => formats.price(value)),
    MONEY: written((value) => formats.money(value)),
    PROFIT: written((value) => formats.profit(value)),
    PERCENT: written((value) => formats.percent(Number(value))),
    R: written((value) => formats.r(Number(value))),
    TIME: written((value) => formats.time(Number(value))),
    MOMENT: written((value) => formats.moment(Number(value))),
    DURATION: written((value) => formats.duration(Number(value))),
  };
}

/** A missing variable stays missing, so that it is reported. Text that is no number is shown as it came. */
function written(write: (value: string | number) => string): FluentFunction {
  return ([argument]): FluentValue => {
    if (argument === undefined || argument instanceof FluentNone) return argument ?? new FluentNone();
    const value = typeof argument === "string" ? argument : argument.valueOf();
    if (typeof value !== "string" && typeof value !== "number") return new FluentNone(String(value));
    return Number.isFinite(Number(value)) && value !== "" ? write(value) : String(value);
  };
}
