import { describe, expect, it } from "vitest";
import { type AccountStream, followAccount } from "../../../src/exchange/ccxt/follow-account.ts";

const COINS = new Map([
  ["A", "A/USDT"],
  ["B", "B/USDT"],
]);

/** Hears these batches, one for each wait of the client, and gives the symbols that were told of. */
async function toldOf(...batches: readonly (readonly string[])[]): Promise<readonly (string | undefined)[]> {
  const stop = new AbortController();
  const told: (string | undefined)[] = [];
  const left = [...batches];
  const client = { id: "test", handleMessage: () => undefined, close: async () => undefined };
  const watch = async () => {
    const batch = left.shift();
    if (batch === undefined) return stop.abort();
    for (const message of batch) Reflect.apply(client.handleMessage, client, [{}, message]);
  };
  const stream = {
    client,
    trace: async (call: () => Promise<unknown>) => ({ ok: true, value: await call() }),
    venue: {
      watches: [watch],
      marketsIn: (message: string) => {
        if (message.startsWith("filled ")) return message.slice(7).split(",");
        return message === "placed" ? [] : undefined;
      },
    },
    symbols: COINS,
    wait: async () => undefined,
  } as unknown as AccountStream;
  await followAccount(stream, {
    onNews: (symbol) => told.push(symbol),
    onFault: () => undefined,
    stop: stop.signal,
  });
  return told;
}

describe("the stream of an account", () => {
  it("tells of every message that calls for a reading, also those that the client does not wait for", async () => {
    expect(await toldOf(["filled A", "filled B,A,B"], ["filled B"])).toEqual([
      "A/USDT",
      "B/USDT",
      "A/USDT",
      "B/USDT",
    ]);
  });

  it("tells of any symbol when it is a form that nobody knows, and of none for the market of another program", async () => {
    expect(await toldOf(["filled C"], ["filled C,A"], ["something new"])).toEqual(["A/USDT", undefined]);
  });

  it("tells nothing of orders of which nothing was filled", async () => {
    expect(await toldOf(["placed", "placed"], ["placed"], ["filled A", "placed"])).toEqual(["A/USDT"]);
  });
});
