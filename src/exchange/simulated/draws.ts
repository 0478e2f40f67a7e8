/** A stream of random numbers that a seed fixes for good. */
export interface Draws {
  /** Evenly from [0, 1). */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Mean 1, from 0 up. */
  exponential(): number;
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number;
}

/** Draws that depend on nothing but `keys`: the same keys give the same numbers, other keys unrelated ones. */
export function drawsFor(...keys: readonly (string | number)[]): Draws {
  const next = sfc32(hash(keys.join("|")));
  let spare: number | undefined;
  const normal = () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return {
    uniform: next,
    normal,
    exponential: () => -Math.log(1 - next()),
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
  };
}

/** Four words from a text: FNV-1a with four bases and a final mix. */
function hash(text: string): readonly [number, number, number, number] {
  return [word(text, 0x811c9dc5), word(text, 0x9e3779b9), word(text, 0x85ebca6b), word(text, 0xc2b2ae35)];
}

function word(text: string, basis: number): number {
  let state = basis;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  state = Math.imul(state ^ (state >>> 15), 0x846ca68b);
  return (state ^ (state >>> 16)) | 0;
}

/** Chris Doty-Humphrey's sfc32 from PractRand, warmed up; numbers in [0, 1). */
function sfc32(seed: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = seed;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}
