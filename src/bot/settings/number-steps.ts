import type { SettingForm } from "../../engine/settings/setting-nodes.ts";

/** Values one tap away from the one in force: two below and two above it that the range allows. */
export function numberSteps(
  form: Extract<SettingForm, { kind: "number" }>,
  value: number,
): readonly number[] {
  const step = stepOf(form, value);
  return [-2, -1, 1, 2]
    .map((count) => Number((value + count * step).toPrecision(6)))
    .filter((next) => next >= (form.minimum ?? -Infinity) && next <= (form.maximum ?? Infinity))
    .filter((next) => next > (form.above ?? -Infinity));
}

/** Half of the value's own power of ten: 0.5 for 1, 50 for 120, 0.05 for 0.7; for 0 that of the range. */
function stepOf({ whole, maximum = 1 }: Extract<SettingForm, { kind: "number" }>, value: number): number {
  const size = Math.abs(value) || Math.min(1, maximum);
  const step = 10 ** Math.floor(Math.log10(size)) / 2;
  return whole ? Math.max(1, Math.round(step)) : step;
}
