import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { FaultDesk } from "./fault-desk.ts";
import type { SpawnDesk } from "./fault-run.ts";
import { Remote } from "./remote.ts";

const ENTRY = fileURLToPath(new URL("desk-child.ts", import.meta.url));

/** Desks as processes on one Redis socket. A process that ends, however, is a cut. */
export function deskSpawner(socketPath: string): SpawnDesk {
  return async (world, cutAt) => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", ENTRY, socketPath, world.instance, String(world.clock.now()), String(cutAt ?? "")],
      { stdio: ["ignore", "ignore", "inherit", "ipc"] },
    );
    const send = (message: object) => {
      // What is said to a process that was just killed is lost, as it would be.
      if (child.connected) child.send(message, () => undefined);
    };
    const ports = { venue: world.venue, screen: world.screen, witness: { onApproved: world.onApproved } };
    const remote = new Remote(world.clock, send, ports);
    const cut = once(child, "exit").then(([code, signal]) => `process ended: ${signal ?? code}`);
    await Promise.race([ready(child, remote), cut]);
    const desk = remote.port<FaultDesk>("desk");
    return { desk: stopping(desk, child, cut), cut };
  };
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
