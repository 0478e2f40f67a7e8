/**
 * Whether a text fits a pattern of plain characters, `*` (any number of any) and `?` (any one), in any case. Takes
 * at most pattern times text steps, whatever the pattern: a person's pattern cannot hold the desk up.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  let at = 0;
  let from = 0;
  let star = -1;
  let starFrom = 0;
  while (from < given.length) {
    const char = wanted[at];
    if (char === "*") {
      star = at;
      starFrom = from;
      at += 1;
    } else if (char === "?" || (char !== undefined && char === given[from])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      // The last star takes one more character, and what follows it is tried again.
      starFrom += 1;
      from = starFrom;
      at = star + 1;
    } else return false;
  }
  while (wanted[at] === "*") at += 1;
  return at === wanted.length;
}
