import type { MarketData, MarketEvent } from "../engine/ports.ts";

interface Group {
  readonly symbols: Set<string>;
  readonly end: AbortController;
  readonly done: Promise<void>;
}

/** The streams of the symbols that this process follows; symbols come and go while it runs. */
export class SymbolStreams {
  private readonly market: Pick<MarketData, "stream">;
  private readonly handle: (event: MarketEvent) => Promise<void>;
  private readonly groups = new Set<Group>();
  private readonly ended: PromiseWithResolvers = withResolvers();

  constructor(market: Pick<MarketData, "stream">, handle: (event: MarketEvent) => Promise<void>) {
    this.market = market;
    this.handle = handle;
  }

  get symbols(): ReadonlySet<string> {
    return new Set([...this.groups].flatMap(({ symbols }) => [...symbols]));
  }

  /** Follows symbols that are not followed yet, on a stream of their own. */
  add(symbols: readonly string[]): void {
    if (symbols.length === 0) return;
    const end = new AbortController();
    const followed = new Set(symbols);
    const run = this.market.stream([...followed], this.handle, end.signal);
    const group: Group = { symbols: followed, end, done: run };
    this.groups.add(group);
    run.then(
      () => this.finish(group),
      (error: unknown) => this.ended.reject(error),
    );
  }

  /** Leaves symbols; the others of their streams are followed on. Resolves when no event of theirs comes any more. */
  async remove(symbols: readonly string[]): Promise<void> {
    for (const group of [...this.groups]) {
      if (!symbols.some((symbol) => group.symbols.has(symbol))) continue;
      const rest = [...group.symbols].filter((symbol) => !symbols.includes(symbol));
      this.groups.delete(group);
      group.end.abort();
      await group.done;
      this.add(rest);
    }
  }

  /** Resolves when the market of the last stream has ended by itself, such as a file; rejects when one broke. */
  wholeEnd(): Promise<void> {
    return this.ended.promise;
  }

  async stop(): Promise<void> {
    const groups = [...this.groups];
    this.groups.clear();
    for (const { end } of groups) end.abort();
    await Promise.allSettled(groups.map(({ done }) => done));
    this.ended.resolve();
  }

  /** A group that was replaced or stopped is not in the set any more. */
  private finish(group: Group): void {
    if (this.groups.delete(group) && this.groups.size === 0) this.ended.resolve();
  }
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  // Nobody may wait yet when a stream breaks; who waits later still hears of it.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
