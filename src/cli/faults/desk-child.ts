/**
 * A desk as a process of its own, to be killed: the ledger is the real Redis, jobs are those of BullMQ; the chat platform
 * is in the process that started it, the exchange there too or at the end of an HTTP connection. Dies by SIGKILL at the crossing it was told.
 */
import { readSync } from "node:fs";
import { pino } from "pino";
import { readLocales } from "../../bot/locales.ts";
import { createTexts } from "../../bot/texts.ts";
import { createChartRenderer } from "../../charts/chart-renderer.ts";
import type { Exchange } from "../../engine/ports.ts";
import { JobQueues } from "../../jobs/job-queues.ts";
import { connectRedis, redisOptions } from "../../store/connect.ts";
import { reachExchange } from "./exchange-way.ts";
import { type FaultDesk, startFaultDesk } from "./fault-desk.ts";
import { TRADED } from "./fault-market.ts";
import type { ExchangeWay } from "./fault-venue.ts";
import { Life } from "./life.ts";
import { MovedClock } from "./moved-clock.ts";
import { Remote } from "./remote.ts";
import type { Screen } from "./screen.ts";
import { type DeskOrders, WAKING_PIPE } from "./spawn-desk.ts";

interface Witness {
  onApproved(tradeId: string): void;
  onStopMoved(tradeId: string, stop: string): void;
  stall(): Promise<void>;
}

// Written by the process that starts this one.
const { socketPath, instance, now, anchorPath, cutAt, stall, reach }: DeskOrders = JSON.parse(
  process.argv[2] ?? "{}",
);

const log = pino({ level: process.env.LOG_LEVEL ?? "silent" }, pino.destination(2));
const clock = new MovedClock(now);
const address = { socketPath };
const ports: { desk?: FaultDesk } = {};
let sent: Promise<unknown> = Promise.resolve();
const send = (message: object) => {
  sent = new Promise((resolve) => process.send?.(message, undefined, undefined, resolve));
};
const remote = new Remote(clock, send, ports as Record<string, object>);
// Without the process that started it there is nobody to talk to.
process.on("disconnect", () => process.exit(0));
process.on("message", (message) => void remote.receive(message as Parameters<Remote["receive"]>[0]));

const witness = remote.port<Witness>("witness");
const blocked = stall && { ...stall, last: beBlocked };
const life = new Life(cutAt, () => process.kill(process.pid, "SIGKILL"), blocked);
const venue = remote.port<Exchange>("venue", {
  name: "venue",
  absenceProvenAfterMs: 10_000,
  tradedSymbols: TRADED,
});
const way: ExchangeWay = reach === undefined ? { kind: "port", exchange: venue } : { kind: "http", reach };
ports.desk = await startFaultDesk({
  redis: await connectRedis(address),
  instance,
  anchorPath,
  clock,
  ...(await reachExchange(way, clock, instance).catch(giveUp)),
  screen: remote.port<Screen>("screen"),
  onApproved: (tradeId) => witness.onApproved(tradeId),
  onStopMoved: (tradeId, stop) => witness.onStopMoved(tradeId, stop),
  life,
  queues: (stores) =>
    new JobQueues({
      prefix: stores.queuePrefix,
      producer: redisOptions(address, "producer"),
      consumer: redisOptions(address, "worker"),
      log,
    }),
  texts: createTexts({ sources: await readLocales(), report: () => undefined }),
  charts: createChartRenderer(),
  log,
});
process.send?.({ ready: true });

/**
 * Nothing at all happens in this process until the one that started it says what time it is by then. The first that
 * it sees is that time.
 */
async function beBlocked(): Promise<void> {
  const over = witness.stall();
  await sent;
  const told = Buffer.alloc(32);
  const length = readSync(WAKING_PIPE, told);
  if (length === 0) process.exit(0);
  clock.set(Number(told.toString("utf8", 0, length)));
  await over;
}

/** A desk that may not start ends; whoever started it tries again. */
function giveUp(error: unknown): never {
  log.warn({ err: error }, "the desk does not start");
  process.exit(3);
}
