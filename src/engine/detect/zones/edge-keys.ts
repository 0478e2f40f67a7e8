/**
 * Writes the prices of a zone's three edges (near, middle, far) as its direction sees them: those of a bearish
 * zone are negated, like the candles that it is compared with. `values` holds top and bottom from `at` on.
 */
export function setEdgeKeys(keys: Float64Array, tag: number, values: Float64Array, at: number): void {
  const top = values[at] as number;
  const bottom = values[at + 1] as number;
  const middle = (top + bottom) / 2;
  if ((tag & 1) === 0) {
    keys[0] = top;
    keys[1] = middle;
    keys[2] = bottom;
  } else {
    keys[0] = -bottom;
    keys[1] = -middle;
    keys[2] = -top;
  }
}
