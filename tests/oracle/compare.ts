import type { Detection } from "../../src/engine/detect/detection.ts";

/**
 * Facts every detection of a kind has by the text. Other fields below are compared only where both sides carry
 * them, because the text does not say on which events they stand.
 */
const ALWAYS = ["event", "index", "knownIndex", "openTime", "knownAt"] as const;
const ZONE = ["bias", "top", "bottom"] as const;
type Field = keyof Detection;

const DEFINED: Readonly<Partial<Record<Detection["kind"], readonly Field[]>>> = {
  swing: ["side", "layer", "level"],
  "market-structure": ["bias", "layer", "level"],
  displacement: ["bias"],
  "order-block": ZONE,
  "breaker-block": ZONE,
  "mitigation-block": ZONE,
  "fair-value-gap": ZONE,
  "inverse-fair-value-gap": ZONE,
  "balanced-price-range": ZONE,
  "volume-imbalance": ZONE,
  "opening-gap": ZONE,
  "liquidity-pool": ["side", "level", "source"],
  "liquidity-sweep": ["side", "bias", "level", "source"],
  "dealing-range": ["bias", "top", "bottom"],
  "previous-range": ["name", "top", "bottom"],
  "new-day-opening-gap": ZONE,
  "new-week-opening-gap": ZONE,
  session: ["name", "top", "bottom"],
  "change-in-delivery": ["bias", "level"],
  "judas-swing": ["bias"],
  "smt-divergence": ["bias"],
};

/** Fields that the text defines for single events. */
const DEFINED_AT: Readonly<Record<string, readonly Field[]>> = {
  "order-block/detected": ["origins"],
  "order-block/touched": ["number", "depthPercent"],
  "liquidity-pool/equal": ["number"],
  "fair-value-gap/touched": ["filledPercent"],
  "fair-value-gap/half-filled": ["filledPercent"],
  "fair-value-gap/filled": ["filledPercent"],
  "fair-value-gap/inverted": ["filledPercent"],
};

const WHERE_BOTH: readonly Field[] = [
  ...["bias", "side", "name", "layer", "top", "bottom", "level", "origins", "source"],
  ...["number", "filledPercent", "depthPercent"],
] as readonly Field[];

/** The text does not say at which candle these two are drawn. */
const OPEN_INDEX: readonly string[] = ["judas-swing", "smt-divergence"];

/** What two detections must share to be taken for the same one. */
function identityOf(detection: Detection): string {
  const own = (DEFINED[detection.kind] ?? []).filter((field) =>
    ["bias", "side", "name", "layer"].includes(field),
  );
  const index: readonly Field[] = OPEN_INDEX.includes(detection.kind) ? [] : ["index"];
  const fields: readonly Field[] = ["kind", "event", "knownIndex", ...index, ...own];
  return fields.map((field) => textOf(detection[field])).join(" ");
}

export interface CompareOptions {
  /** `kind.field` pairs that are left out, for readings that are still open. */
  readonly ignore?: readonly string[];
}

/**
 * One readable line for each difference: a missing detection, one too many, a field with another value, an id
 * that groups life events in another way. Numbers are compared exactly; the text of ids is not.
 */
export function describeDifferences(
  expected: readonly Detection[],
  actual: readonly Detection[],
  options: CompareOptions = {},
): string[] {
  const groups = new Map<string, { expected: Detection[]; actual: Detection[] }>();
  const group = (detection: Detection): { expected: Detection[]; actual: Detection[] } => {
    const key = identityOf(detection);
    const found = groups.get(key) ?? { expected: [], actual: [] };
    groups.set(key, found);
    return found;
  };
  for (const detection of expected) group(detection).expected.push(detection);
  for (const detection of actual) group(detection).actual.push(detection);
  const ids = new IdPairs();
  const lines = [...groups.values()].flatMap((pair) => groupDifferences(pair, ids, options));
  return [...lines, ...ids.differences];
}

function groupDifferences(
  group: { readonly expected: readonly Detection[]; readonly actual: readonly Detection[] },
  ids: IdPairs,
  options: CompareOptions,
): string[] {
  const left = [...group.actual];
  const lines: string[] = [];
  // The nearest partner first: fewest different fields, then an id that is already paired.
  const cost = (wanted: Detection, found: Detection): number =>
    2 * fieldDifferences(wanted, found, options).length + (ids.agree(wanted, found) ? 0 : 1);
  for (const wanted of group.expected) {
    const best = left.reduce<Detection | undefined>(
      (chosen, found) =>
        chosen === undefined || cost(wanted, found) < cost(wanted, chosen) ? found : chosen,
      undefined,
    );
    if (best === undefined) {
      lines.push(`missing: ${summary(wanted)}`);
      continue;
    }
    left.splice(left.indexOf(best), 1);
    ids.pair(wanted, best);
    lines.push(...fieldDifferences(wanted, best, options).map((line) => `${summary(wanted)}: ${line}`));
  }
  return [...lines, ...left.map((found) => `unexpected: ${summary(found)}`)];
}

function fieldDifferences(wanted: Detection, found: Detection, { ignore = [] }: CompareOptions): string[] {
  const defined: readonly Field[] = [
    ...ALWAYS,
    ...(DEFINED[wanted.kind] ?? []),
    ...(DEFINED_AT[`${wanted.kind}/${wanted.event}`] ?? []),
  ];
  const shared = WHERE_BOTH.filter((field) => wanted[field] !== undefined && found[field] !== undefined);
  const lines = [...new Set([...defined, ...shared])]
    .filter((field) => !ignore.includes(`${wanted.kind}.${field}`))
    .filter((field) => textOf(wanted[field]) !== textOf(found[field]))
    .map((field) => `${field} expected ${textOf(wanted[field])}, actual ${textOf(found[field])}`);
  return wanted.kind === "market-structure" ? [...lines, ...flagDifferences(wanted, found)] : lines;
}

/** The two flags of section 2; an absent `displacement` is false. */
function flagDifferences(wanted: Detection, found: Detection): string[] {
  const displaces = (detection: Detection): boolean => detection.facts?.displacement === true;
  const swept = (detection: Detection): string => textOf(detection.facts?.sweptWithin);
  return [
    ...(displaces(wanted) === displaces(found) ? [] : [`displacement expected ${displaces(wanted)}`]),
    ...(swept(wanted) === swept(found)
      ? []
      : [`sweptWithin expected ${swept(wanted)}, actual ${swept(found)}`]),
  ];
}

/** Exact, and the same for 0 and -0: a price has no sign of zero. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return [...value].sort().join("+");
  return Object.is(value, -0) ? "0" : String(value ?? "none");
}

function summary(detection: Detection): string {
  const { kind, event, bias, side, name, layer, source, index, knownIndex } = detection;
  const words = [kind, event, bias, side, name, layer, source].filter((word) => word !== undefined);
  const numbers = ["top", "bottom", "level", "number"] as const;
  const prices = numbers
    .filter((field) => detection[field] !== undefined)
    .map((field) => `${field} ${detection[field]}`);
  return [...words, `index ${index} known ${knownIndex}`, ...prices].join(" ");
}

/** Checks that both sides tie the same detections of a kind together by their ids. */
class IdPairs {
  readonly differences: string[] = [];
  private readonly toActual = new Map<string, string>();
  private readonly toExpected = new Map<string, string>();

  agree(wanted: Detection, found: Detection): boolean {
    const [mine, theirs] = [keyOf(wanted), keyOf(found)];
    return (this.toActual.get(mine) ?? theirs) === theirs && (this.toExpected.get(theirs) ?? mine) === mine;
  }

  pair(wanted: Detection, found: Detection): void {
    if (!this.agree(wanted, found)) {
      this.differences.push(
        `id: ${summary(wanted)} belongs to ${wanted.id}, actual ${found.id} belongs to another thing`,
      );
      return;
    }
    this.toActual.set(keyOf(wanted), keyOf(found));
    this.toExpected.set(keyOf(found), keyOf(wanted));
  }
}

function keyOf(detection: Detection): string {
  return `${detection.kind} ${detection.id}`;
}

/** Where two lists first leave the same order, or nothing; for lists without other differences. */
export function describeOrder(expected: readonly Detection[], actual: readonly Detection[]): string[] {
  const prices: readonly Field[] = ["source", "level", "top", "bottom"];
  const line = (detection: Detection): string =>
    [identityOf(detection), ...prices.map((field) => textOf(detection[field]))].join(" ");
  const at = expected.findIndex((wanted, k) => {
    const found = actual[k];
    return found === undefined || line(wanted) !== line(found);
  });
  const [wanted, found] = [expected[at], actual[at]];
  if (wanted === undefined) return [];
  return [
    `place ${at}: expected ${summary(wanted)}, actual ${found === undefined ? "none" : summary(found)}`,
  ];
}
