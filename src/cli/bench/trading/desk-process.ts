/** The desk of `bench restart` as a process of its own, to be killed. Does what it is told over its channel. */
import type { Signal } from "../../../engine/signal.ts";
import { startTradingDesk, type TradingDeskOptions } from "./trading-desk.ts";

/** A setup to propose and to approve at once. */
export interface DeskWish {
  readonly symbol: string;
  readonly entryType: Signal["entryType"];
}

// Written by the process that starts this one.
const options: TradingDeskOptions = JSON.parse(process.argv[2] ?? "{}");
process.on("disconnect", () => process.exit(0));
const desk = await startTradingDesk(options);
process.on("message", (message) => {
  const { symbol, entryType } = message as DeskWish;
  void (async () => {
    await desk.approve(await desk.propose(symbol, entryType));
    process.send?.({ done: symbol });
  })();
});
process.send?.({ ready: true });
