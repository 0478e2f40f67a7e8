/**
 * Moves the middles of rows of one height as little as needed so that none overlaps another and all stay
 * between `low` and `high`. Order is kept; the result is in the order of the input.
 * Needs `middles.length * pitch <= high - low`.
 */
export function spreadRows(
  middles: readonly number[],
  pitch: number,
  low: number,
  high: number,
): readonly number[] {
  const order = middles.map((_, at) => at).sort((a, b) => (middles[a] ?? 0) - (middles[b] ?? 0) || a - b);
  const groups: Group[] = [];
  for (const at of order) {
    let group = settle({ members: [at], wish: middles[at] ?? 0, middle: 0 }, pitch, low, high);
    for (
      let above = groups.at(-1);
      above !== undefined && touches(above, group, pitch);
      above = groups.at(-1)
    ) {
      groups.pop();
      group = settle(joined(above, group), pitch, low, high);
    }
    groups.push(group);
  }
  return placed(groups, middles.length, pitch);
}

/** Rows that stand against each other; `wish` is the middle they would like best. */
interface Group {
  readonly members: readonly number[];
  readonly wish: number;
  readonly middle: number;
}

function extent(group: Group, pitch: number): number {
  return (group.members.length * pitch) / 2;
}

function settle(group: Group, pitch: number, low: number, high: number): Group {
  const half = extent(group, pitch);
  return { ...group, middle: Math.max(low + half, Math.min(high - half, group.wish)) };
}

function touches(above: Group, below: Group, pitch: number): boolean {
  return above.middle + extent(above, pitch) > below.middle - extent(below, pitch);
}

function joined(above: Group, below: Group): Group {
  const members = [...above.members, ...below.members];
  const weighted = above.wish * above.members.length + below.wish * below.members.length;
  return { members, wish: weighted / members.length, middle: 0 };
}

function placed(groups: readonly Group[], count: number, pitch: number): readonly number[] {
  const result = new Array<number>(count).fill(0);
  for (const group of groups) {
    const first = group.middle - extent(group, pitch) + pitch / 2;
    group.members.forEach((member, row) => {
      result[member] = first + row * pitch;
    });
  }
  return result;
}
