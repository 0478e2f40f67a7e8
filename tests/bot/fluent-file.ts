import { readFileSync } from "node:fs";
import { type Entry, FluentParser, type Message, Visitor } from "@fluent/syntax";

/** A message or one of its attributes, with every variable that it uses, also through other messages. */
export interface FluentText {
  readonly key: string;
  readonly variables: ReadonlySet<string>;
  /** Keys of the messages it is made of. */
  readonly references: ReadonlySet<string>;
  /** Variants of each select expression, by the variable that selects. */
  readonly variants: ReadonlyMap<string, readonly string[]>;
}

export interface FluentFile {
  readonly junk: readonly string[];
  readonly duplicates: readonly string[];
  readonly texts: ReadonlyMap<string, FluentText>;
}

export function readFluentFile(url: URL): FluentFile {
  const { body } = new FluentParser().parse(readFileSync(url, "utf8"));
  const own = body.filter((entry): entry is Message => entry.type === "Message").flatMap(ownTexts);
  const byKey = new Map(own.map((text) => [text.key, text]));
  const texts = [...byKey.values()].map((text) => [text.key, withReferenced(text, byKey)] as const);
  return {
    junk: body.filter((entry: Entry | { type: string }) => entry.type === "Junk").map(String),
    duplicates: own.map(({ key }) => key).filter((key, at, all) => all.indexOf(key) !== at),
    texts: new Map(texts),
  };
}

function ownTexts(message: Message): FluentText[] {
  const found: FluentText[] = [];
  if (message.value) found.push({ key: message.id.name, ...usesOf(message.value) });
  for (const attribute of message.attributes) {
    found.push({ key: `${message.id.name}.${attribute.id.name}`, ...usesOf(attribute.value) });
  }
  return found;
}

class Uses extends Visitor {
  readonly variables = new Set<string>();
  readonly references = new Set<string>();
  readonly variants = new Map<string, readonly string[]>();

  override visitVariableReference(node: { id: { name: string } }): void {
    this.variables.add(node.id.name);
  }

  override visitMessageReference(node: { id: { name: string } }): void {
    this.references.add(node.id.name);
  }

  override visitSelectExpression(node: Parameters<NonNullable<Visitor["visitSelectExpression"]>>[0]): void {
    if (node.selector.type === "VariableReference") {
      const names = node.variants.map(({ key }) => (key.type === "Identifier" ? key.name : key.value));
      this.variants.set(node.selector.id.name, names);
    }
    this.genericVisit(node);
  }
}

function usesOf(pattern: Parameters<Visitor["visit"]>[0]): Omit<FluentText, "key"> {
  const uses = new Uses();
  uses.visit(pattern);
  return { variables: uses.variables, references: uses.references, variants: uses.variants };
}

function withReferenced(text: FluentText, all: ReadonlyMap<string, FluentText>): FluentText {
  const inherited = [...text.references].flatMap((key) => [
    ...withReferenced(all.get(key) ?? missing(key), all).variables,
  ]);
  return { ...text, variables: new Set([...text.variables, ...inherited]) };
}

function missing(key: string): never {
  throw new Error(`a text refers to ${key}, which does not exist`);
}
