import { distance } from "fastest-levenshtein";

/** Longer words are cut: nobody means a name that long, and the distance is quadratic. */
const MAX_WORD = 32;

/** The candidates that a mistyped word probably means, best first. A candidate may be known by several names. */
export function nearest<T>(
  word: string,
  candidates: readonly T[],
  names: (candidate: T) => readonly string[],
  limit = 3,
): readonly T[] {
  const wanted = word.slice(0, MAX_WORD).toLowerCase();
  return candidates
    .map((candidate) => ({
      candidate,
      cost: Math.min(...names(candidate).map((name) => cost(wanted, name))),
    }))
    .filter((found) => found.cost <= Math.max(1, Math.floor(wanted.length / 2)))
    .sort((left, right) => left.cost - right.cost)
    .slice(0, limit)
    .map((found) => found.candidate);
}

/** Edits between the two; a name that starts with the word costs next to nothing. */
function cost(wanted: string, name: string): number {
  const candidate = name.toLowerCase();
  if (wanted !== "" && candidate.startsWith(wanted)) return 0.5;
  return distance(wanted, candidate.slice(0, MAX_WORD));
}
