/** Calls of the desk that change something outside of its memory, by port. Before and after each one it may die. */
const EFFECTS: Readonly<Record<string, readonly string[]>> = {
  ledger: ["create", "commit", "post", "rememberCard", "settleOutbox", "writeMark", "swapMark"],
  exchange: ["place", "cancel"],
  screen: ["post", "redraw"],
};

/** The crossing (of any place, or of the one) at which the desk's process is blocked; the world goes on until `last` resolves. */
export interface Stall {
  readonly at: number;
  readonly place?: string | undefined;
  readonly last: () => Promise<void>;
}

/**
 * One life of a desk. Dies at the `cutAt`th crossing of a boundary: whatever it still waits for never comes back,
 * and nothing it wants to do later happens, as after kill -9. What it had asked for already is carried out.
 */
export class Life {
  /** Resolves with the place of death. */
  readonly cut: Promise<string>;
  private readonly cutAt: number;
  private readonly kill: (place: string) => void;
  private readonly stall: Stall | undefined;
  private crossings = 0;
  private untilStall: number;
  private dead = false;

  /** `kill` ends the desk for good where it is a process of its own. */
  constructor(cutAt: number | undefined, kill?: (place: string) => void, stall?: Stall) {
    this.stall = stall;
    this.untilStall = stall?.at ?? 0;
    this.cutAt = cutAt ?? Number.POSITIVE_INFINITY;
    let resolve: (place: string) => void = () => undefined;
    this.cut = new Promise((settle) => {
      resolve = settle;
    });
    this.kill = kill ?? resolve;
  }

  get isOver(): boolean {
    return this.dead;
  }

  get crossed(): number {
    return this.crossings;
  }

  end(place: string): void {
    if (this.dead) return;
    this.dead = true;
    this.kill(place);
  }

  /** The port as this life sees it. */
  guard<T extends object>(name: string, port: T): T {
    const effects = new Set(EFFECTS[name]);
    return new Proxy(port, {
      get: (target, property) => {
        const part: unknown = Reflect.get(target, property);
        if (typeof part !== "function") return part;
        const place = `${name}.${String(property)}`;
        const counts = effects.has(String(property));
        return (...args: unknown[]) => this.through(place, counts, async () => part.apply(target, args));
      },
    });
  }

  private async through(place: string, counts: boolean, call: () => Promise<unknown>): Promise<unknown> {
    if (counts) await this.cross(`before ${place}`);
    if (this.dead) return never();
    try {
      return await call();
    } finally {
      if (counts) await this.cross(`after ${place}`);
      if (this.dead) await never();
    }
  }

  private async cross(place: string): Promise<void> {
    this.crossings += 1;
    if (this.crossings === this.cutAt) this.end(place);
    if (this.stall === undefined || (this.stall.place ?? place) !== place) return;
    this.untilStall -= 1;
    if (this.untilStall === 0) await this.stall.last();
  }
}

/** One for each waiter: one for all would keep every dead desk in memory for as long as the runs go on. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}
