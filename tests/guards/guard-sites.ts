import { parseSync } from "@swc/core";

/** One way to break one guard of a source: the text between `start` and `end` (bytes) becomes `replacement`. */
export interface GuardSite {
  readonly line: number;
  readonly change: "removed" | "inverted" | "operand dropped";
  /** The guard as it stands. */
  readonly guard: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

type Node = { readonly type?: string; readonly span?: Span } & Readonly<Record<string, unknown>>;

/**
 * Every guard of a TypeScript source: conditions of `if` (removed and inverted), of `?:` (inverted), and each
 * operand of `&&` and `||` (dropped). `??` and optional chains give values and are no guards.
 */
export function guardSites(source: string): readonly GuardSite[] {
  const bytes = Buffer.from(source, "utf8");
  const module = parseSync(source, { syntax: "typescript" }) as unknown as Node;
  // Spans count from 1 and go on from parse to parse: the first statement tells where this one began.
  const offset = (module.span?.start ?? 1) - leadingBytes(bytes);
  const sites: GuardSite[] = [];
  const at = ({ span }: Node) => ({ start: (span?.start ?? 0) - offset, end: (span?.end ?? 0) - offset });
  const textOf = ({ start, end }: Span) => bytes.subarray(start, end).toString("utf8");
  const add = (where: Node, change: GuardSite["change"], replacement: (guard: string) => string) => {
    const span = at(where);
    const guard = textOf(span);
    const line = bytes.subarray(0, span.start).toString("utf8").split("\n").length;
    sites.push({ ...span, line, change, guard, replacement: replacement(guard) });
  };
  visit(module, (node) => {
    if (node.type === "IfStatement") {
      add(node.test as Node, "removed", () => "false");
      add(node.test as Node, "inverted", (guard) => `!(${guard})`);
    }
    if (node.type === "ConditionalExpression") add(node.test as Node, "inverted", (guard) => `!(${guard})`);
    if (node.type === "BinaryExpression" && (node.operator === "&&" || node.operator === "||")) {
      const [left, right] = [node.left as Node, node.right as Node];
      add(node, "operand dropped", () => textOf(at(right)));
      add(node, "operand dropped", () => textOf(at(left)));
    }
  });
  return sites;
}

/** Every `if … then` of the Lua in a source: removed and inverted. */
export function luaGuardSites(source: string): readonly GuardSite[] {
  return [...source.matchAll(/\bif (.+?) then\b/g)].flatMap((match): GuardSite[] => {
    const guard = match[1] ?? "";
    const start = Buffer.byteLength(source.slice(0, match.index + 3), "utf8");
    const span = { start, end: start + Buffer.byteLength(guard, "utf8") };
    const line = source.slice(0, match.index).split("\n").length;
    return [
      { ...span, line, guard, change: "removed", replacement: "false" },
      { ...span, line, guard, change: "inverted", replacement: `not (${guard})` },
    ];
  });
}

export function mutated(source: string, { start, end, replacement }: GuardSite): string {
  const bytes = Buffer.from(source, "utf8");
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(replacement), bytes.subarray(end)]).toString(
    "utf8",
  );
}

/** Bytes before the first token: white space and comments, which the module's span leaves out. */
function leadingBytes(bytes: Buffer): number {
  const [leading = ""] = /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*/.exec(bytes.toString("utf8")) ?? [];
  return Buffer.byteLength(leading, "utf8");
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, look);
  } else if (typeof value === "object" && value !== null) {
    look(value as Node);
    for (const child of Object.values(value)) visit(child, look);
  }
}
