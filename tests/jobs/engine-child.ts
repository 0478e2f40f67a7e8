/**
 * An engine as a process of its own, to be killed: `engine-child SOCKET`. Its market closes a candle of each symbol
 * every 200 ms of real time. Says in one line each when its leases change, and never ends by itself.
 */
import { pino } from "pino";
import type { MarketData } from "../../src/engine/ports.ts";
import { EngineShare } from "../../src/jobs/engine-share.ts";
import { LiveEngine } from "../../src/jobs/live-engine.ts";
import { TradeExecution } from "../../src/jobs/trade-execution.ts";
import { TradingGate } from "../../src/jobs/trading-gate.ts";
import { connectRedis } from "../../src/store/connect.ts";
import { createStores } from "../../src/store/stores.ts";
import { createDeskBench } from "./desk-bench.ts";
import { ENGINE_SYMBOLS, START_AT, STEP_MS } from "./engine-symbols.ts";

const [socketPath = ""] = process.argv.slice(2);
const wall = { now: () => Date.now() };
const stores = createStores(await connectRedis({ socketPath }), "share", wall);
/** The market's minute goes by in 200 ms, so that a test need not wait for minutes. */
const marketNow = () => START_AT + Math.floor((Date.now() % 100_000_000) / STEP_MS) * 60_000;

const market: MarketData = {
  baseTimeframe: "1m",
  instruments: async () => [],
  history: async () => [],
  stream: async (symbols, handle, stop) => {
    let told = marketNow();
    while (!stop.aborted) {
      await new Promise((resolve) => setTimeout(resolve, STEP_MS / 4));
      for (; told + 60_000 <= marketNow() && !stop.aborted; told += 60_000) {
        const candle = { openTime: told, open: 100, high: 101, low: 99, close: 100, volume: process.pid };
        await Promise.all(symbols.map((symbol) => handle({ type: "candle", symbol, candle })));
      }
    }
  },
};

const bench = await createDeskBench();
const context = {
  ...bench.context,
  baseTimeframe: "1m" as const,
  clock: { now: marketNow },
  candles: stores.candles,
  ledger: stores.ledger,
  settings: stores.settings,
  log: pino({ level: "silent" }),
};
const engine = new LiveEngine(context, market, new TradeExecution(context, new TradingGate()), {
  warmUpCandles: 100,
});
const share = new EngineShare({
  leases: stores.leases,
  engine: {
    follow: async (wanted) => {
      await engine.follow(wanted);
      process.stdout.write(`${JSON.stringify(wanted.judged)}\n`);
    },
    ended: () => engine.ended(),
    stop: () => engine.stop(),
  },
  symbols: () => ENGINE_SYMBOLS,
  onLead: async () => undefined,
  leaderWatchesAll: false,
  log: context.log,
});
await share.run(new AbortController().signal);
