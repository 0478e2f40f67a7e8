import { z } from "zod";
import type { EmulatedExchange } from "./emulated-exchange.ts";
import { VenueError } from "./venue-error.ts";

const httpFault = z.union([
  z.strictObject({ status: z.literal([418, 429]), retryAfterSeconds: z.number() }),
  z.strictObject({ status: z.literal([403, 500, 502, 503, 504, "hang", "drop"]) }),
]);
const venueError = z
  .strictObject({ code: z.int(), message: z.string(), status: z.int().default(400) })
  .transform(({ code, message, status }) => new VenueError(code, message, status));

/** What another process may tell a running emulator to do. */
const commandSchema = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("trade"), symbol: z.string(), price: z.number(), quantity: z.number() }),
  z.strictObject({
    do: z.literal("play-minute"),
    symbol: z.string(),
    open: z.number(),
    high: z.number(),
    low: z.number(),
    close: z.number(),
  }),
  z.strictObject({ do: z.literal("advance"), ms: z.int().min(0) }),
  z.strictObject({ do: z.literal("fail"), path: z.string(), faults: z.array(httpFault) }),
  z.strictObject({
    do: z.literal("fail-afterwards"),
    call: z.string(),
    faults: z.array(z.union([httpFault, venueError])),
  }),
  z.strictObject({ do: z.literal("refuse"), call: z.string(), errors: z.array(venueError) }),
  z.strictObject({ do: z.literal("hide-next-order"), ms: z.int().min(0), symbol: z.string().optional() }),
  z.strictObject({ do: z.literal("fill-fractions"), fractions: z.array(z.number().min(0).max(1)) }),
  z.strictObject({
    do: z.literal("set"),
    maintenance: z.boolean().optional(),
    latencyMs: z.int().min(0).optional(),
    clockAheadMs: z.int().optional(),
    streamFills: z.enum(["once", "twice", "reversed"]).optional(),
    silentSockets: z.boolean().optional(),
    refuseSockets: z.boolean().optional(),
    triggeredOrdersKeepTheirId: z.boolean().optional(),
  }),
  z.strictObject({ do: z.literal("drop-sockets") }),
  z.strictObject({ do: z.literal("cancel-by-hand"), clientOrderId: z.string() }),
  z.strictObject({
    do: z.literal("trade-by-hand"),
    symbol: z.string(),
    side: z.enum(["BUY", "SELL"]),
    quantity: z.string(),
    price: z.string().optional(),
  }),
  z.strictObject({ do: z.literal("delay"), call: z.string(), ms: z.array(z.int().min(0)) }),
  z.strictObject({ do: z.literal("slow"), call: z.string(), ms: z.array(z.int().min(0)) }),
  z.strictObject({ do: z.literal("state") }),
  z.strictObject({ do: z.literal("log") }),
]);

/** Carries out one command; the answer to `state` is the exchange's own truth, that to `log` everything that reached it. Throws `ZodError` for another. */
export function control(emulator: EmulatedExchange, text: unknown): unknown {
  const command = commandSchema.parse(text);
  const { market, faults, trading } = emulator;
  switch (command.do) {
    case "trade":
      return void market.trade(command.symbol, command.price, command.quantity);
    case "play-minute":
      return void market.playMinute(command.symbol, command);
    case "advance":
      return void market.advance(command.ms);
    case "fail":
      return void faults.failHttp(command.path, ...command.faults);
    case "fail-afterwards":
      return void faults.failAfterwards(command.call, ...command.faults);
    case "refuse":
      return void faults.refuse(command.call, ...command.errors);
    case "hide-next-order":
      return void faults.hideNextOrder(command.ms, command.symbol);
    case "fill-fractions":
      return void faults.fillFractions(...command.fractions);
    case "set": {
      const { do: _, ...switches } = command;
      return void Object.assign(faults, switches);
    }
    case "drop-sockets":
      return void emulator.streams.drop();
    case "cancel-by-hand":
      return void trading.cancelByHand(command.clientOrderId);
    case "trade-by-hand":
      return trading.tradeByHand(command.symbol, command.side, command.quantity, command.price);
    case "delay":
      return void faults.delay(command.call, ...command.ms);
    case "slow":
      return void faults.slow(command.call, ...command.ms);
    case "log":
      return emulator.log;
    case "state":
      return {
        now: market.now(),
        wallet: trading.wallet().toFixed(),
        positions: trading.positions.all,
        orders: trading.orders,
        algos: trading.algos,
        journal: trading.journal,
      };
  }
}
