import type { Draws } from "../../exchange/simulated/draws.ts";
import { TRADED } from "./fault-market.ts";
import type { Stall } from "./life.ts";
import type { LivingDesk } from "./run-options.ts";

const STEP_MS = 5000;
const STEPS = 8;
/** Steps after which the leases of the blocked desk are over. */
const LEASE_STEPS = 2;

const SENDING = "before exchange.place";
const LAST_CROSSING = 40;

interface BlockedWorld {
  readonly draws: Draws;
  pass(ms: number): Promise<void>;
  /** The market trades; the blocked desk hears nothing of it. */
  price(symbol: string, price: number): Promise<void>;
  /** The desk that takes over; unset when there is no other one. */
  successor?: (() => Promise<LivingDesk>) | undefined;
  /** The desk wakes up; hears of the one that took over. */
  onEnd(successor: LivingDesk | undefined): void;
}

/** Where a desk is blocked: at the moment at which its first order is to be sent, or anywhere before it is protected. */
export function stallOf(world: BlockedWorld): Stall {
  const isSending = world.draws.uniform() < 0.5;
  return {
    at: isSending ? 1 : world.draws.whole(1, LAST_CROSSING),
    place: isSending ? SENDING : undefined,
    last: async () => world.onEnd(await whileBlocked(world)),
  };
}

/**
 * 40 s in which one desk does nothing and hears nothing: the world goes on, and another desk may win its leases, start
 * and work on the same ledger. The blocked one then goes on in the middle of what it did. Gives the successor.
 */
async function whileBlocked(world: BlockedWorld): Promise<LivingDesk | undefined> {
  let successor: LivingDesk | undefined;
  for (let step = 1; step <= STEPS; step += 1) {
    await world.pass(STEP_MS);
    const price = Math.round((100 + (world.draws.uniform() * 2 - 1) * 3) * 10) / 10;
    for (const symbol of TRADED) await world.price(symbol, price);
    if (step === LEASE_STEPS) {
      successor = await world.successor?.();
      await successor?.desk.recover();
    }
    for (const symbol of TRADED) await successor?.desk.price(symbol, price);
    await successor?.desk.sweep();
    await successor?.desk.idle();
  }
  return successor;
}
