/** Another server in place of an exchange's real hosts, for tests against an emulator. */
export interface ServerOverride {
  /** `http://host:port` without a path. */
  readonly httpUrl: string;
  /** `ws://host:port` without a path. */
  readonly wsUrl: string;
}

const ADDRESS = /^(https?|wss?):\/\/[^/]+/;

/**
 * Every address in a tree of addresses, as ccxt's `urls.api` is one, with its host replaced and its path kept.
 * Throws `RangeError` when an address is left that leads elsewhere.
 */
export function rewriteUrls(tree: unknown, server: ServerOverride): unknown {
  const rewritten = mapTexts(tree, (text) =>
    text.replace(ADDRESS, (_, scheme: string) => (scheme.startsWith("ws") ? server.wsUrl : server.httpUrl)),
  );
  const left = addressesOf(rewritten).find(
    (address) => !address.startsWith(server.httpUrl) && !address.startsWith(server.wsUrl),
  );
  if (left !== undefined) throw new RangeError(`${left} still leads to a real server`);
  return rewritten;
}

/** Every text in a tree that names a server. */
export function addressesOf(tree: unknown): string[] {
  const found: string[] = [];
  mapTexts(tree, (text) => {
    if (text.includes("://")) found.push(text);
    return text;
  });
  return found;
}

function mapTexts(tree: unknown, change: (text: string) => string): unknown {
  if (typeof tree === "string") return change(tree);
  if (Array.isArray(tree)) return tree.map((branch) => mapTexts(branch, change));
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, branch]) => [name, mapTexts(branch, change)]));
}
