import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { FaultDesk } from "./fault-desk.ts";
import type { HttpReach } from "./fault-venue.ts";
import { Remote } from "./remote.ts";
import type { SpawnDesk } from "./run-options.ts";

/** What a desk process is told at its start, as JSON in its arguments. */
export interface DeskOrders {
  readonly socketPath: string;
  readonly instance: string;
  readonly now: number;
  readonly anchorPath: string;
  /** The crossing at which it kills itself. */
  readonly cutAt?: number;
  /** The crossing at which it waits for the world to go on without it. */
  readonly stall?: { readonly at: number; readonly place?: string | undefined };
  /** The exchange over HTTP; unset, it is asked over the channel to the process that started this one. */
  readonly reach?: HttpReach;
}

/** Descriptor on which a blocked desk waits to be told the time, and is blocked no more. */
export const WAKING_PIPE = 4;

const ENTRY = fileURLToPath(new URL("desk-child.ts", import.meta.url));

/** Desks as processes on one Redis socket. A process that ends, however, is a cut. */
export function deskSpawner(socketPath: string): SpawnDesk {
  return async (world, cutAt) => {
    const orders: DeskOrders = {
      socketPath,
      instance: world.instance,
      now: world.clock.now(),
      anchorPath: world.anchorPath,
      ...(cutAt !== undefined && { cutAt }),
      ...(world.stall !== undefined && { stall: { at: world.stall.at, place: world.stall.place } }),
      ...(world.way.kind === "http" && { reach: world.way.reach }),
    };
    const child = spawn(process.execPath, ["--import", "tsx", ENTRY, JSON.stringify(orders)], {
      stdio: ["ignore", "ignore", "inherit", "ipc", "pipe"],
    });
    const send = (message: object) => {
      // What is said to a process that was just killed is lost, as it would be.
      if (child.connected) child.send(message, () => undefined);
    };
    const ports = {
      ...(world.way.kind === "port" && { venue: world.way.exchange }),
      screen: world.screen,
      witness: {
        onApproved: world.onApproved,
        onStopMoved: world.onStopMoved,
        stall: async () => {
          try {
            await world.stall?.last();
          } finally {
            wake(child, world.clock.now());
          }
        },
      },
    };
    const remote = new Remote(world.clock, send, ports);
    const cut = once(child, "exit").then(([code, signal]) => `process ended: ${signal ?? code}`);
    const early = await Promise.race([ready(child, remote), cut]);
    if (early !== undefined) throw new Error(`the desk did not start: ${early}`);
    const desk = remote.port<FaultDesk>("desk");
    return { desk: stopping(desk, child, cut), cut };
  };
}

function wake({ connected, stdio }: ChildProcess, now: number): void {
  const pipe = stdio[WAKING_PIPE];
  if (connected && pipe instanceof Writable) pipe.write(String(now));
}

function ready(child: ChildProcess, remote: Remote): Promise<void> {
  return new Promise((resolve) => {
    child.on("message", (message: { readonly ready?: true }) => {
      if (message.ready) resolve();
      else void remote.receive(message as Parameters<Remote["receive"]>[0]);
    });
  });
}

/** The desk whose `stop` ends its work and then its process. */
function stopping(desk: FaultDesk, child: ChildProcess, ended: Promise<unknown>): FaultDesk {
  const stop = async () => {
    await Promise.race([desk.stop(), ended]);
    child.kill("SIGTERM");
    await ended;
  };
  return new Proxy(desk, {
    get: (target, property) => (property === "stop" ? stop : Reflect.get(target, property)),
  });
}
