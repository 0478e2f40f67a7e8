import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it } from "vitest";
import { createKeys } from "../../src/store/keys.ts";
import { RedisCandleStore } from "../../src/store/redis-candle-store.ts";
import { RedisSymbolLeases } from "../../src/store/redis-symbol-leases.ts";
import { withTestRedis } from "../redis/test-redis.ts";
import { ENGINE_SYMBOLS } from "./engine-symbols.ts";

const server = withTestRedis();
const keys = createKeys("share");
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

describe("leases of symbols", () => {
  const leases = () => new RedisSymbolLeases(server.client, keys);
  const SIX = ["A", "B", "C", "D", "E", "F"];

  it("are all of one engine while it is alone, and it leads", async () => {
    expect(await leases().renew("one", SIX, 60_000)).toEqual({ symbols: SIX, leads: true });
  });

  it("are shared when a second engine comes: the first gives up what is above its share", async () => {
    await leases().renew("one", SIX, 60_000);
    expect(await leases().renew("two", SIX, 60_000)).toEqual({ symbols: [], leads: false });
    const first = await leases().renew("one", SIX, 60_000);
    const second = await leases().renew("two", SIX, 60_000);
    expect([first.symbols.length, second.symbols.length]).toEqual([3, 3]);
    expect([...first.symbols, ...second.symbols].sort()).toEqual(SIX);
    expect([first.leads, second.leads]).toEqual([true, false]);
    expect(await leases().renew("one", SIX, 60_000)).toEqual(first);
  });

  it("and the lead go to who asks next when an engine has stopped asking", async () => {
    await leases().renew("one", SIX, 1);
    await expect.poll(() => leases().renew("two", SIX, 60_000)).toEqual({ symbols: SIX, leads: true });
    expect(await leases().renew("one", SIX, 60_000)).toEqual({ symbols: [], leads: false });
  });

  it("are given back at once by an engine that ends well", async () => {
    await leases().renew("one", SIX, 60_000);
    await leases().release("one");
    expect(await leases().renew("two", SIX, 60_000)).toEqual({ symbols: SIX, leads: true });
  });

  it("follow the list: new symbols are taken, those that are gone are given up", async () => {
    await leases().renew("one", ["A", "B"], 60_000);
    expect((await leases().renew("one", ["B", "C"], 60_000)).symbols).toEqual(["B", "C"]);
    expect(await server.client.hkeys(keys.leases)).toEqual(["B", "C"]);
  });
});

interface Engine {
  readonly process: ChildProcess;
  judged: readonly string[];
}

function startEngine(): Engine {
  const script = new URL("engine-child.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script, server.socketPath], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const engine: Engine = { process: child, judged: [] };
  createInterface({ input: child.stdout }).on("line", (line) => {
    engine.judged = JSON.parse(line) as string[];
  });
  return engine;
}

describe("two engine processes", () => {
  it("share the symbols, and one takes over every symbol within ten seconds when the other is killed", async () => {
    const [one, other] = [startEngine(), startEngine()];
    await expect
      .poll(() => [one.judged.length, other.judged.length], { timeout: 40_000, interval: 100 })
      .toEqual([20, 20]);
    expect([...one.judged, ...other.judged].sort()).toEqual([...ENGINE_SYMBOLS].sort());

    const orphans = other.judged;
    const store = new RedisCandleStore(server.client, keys);
    const writerOf = async (symbol: string) => (await store.newest(symbol, "1m", 1))[0]?.volume;
    const writers = async () => [...new Set(await Promise.all(orphans.map(writerOf)))];
    const soon = { timeout: 20_000, interval: 50 };
    await expect.poll(writers, soon).toEqual([other.process.pid]);
    other.process.kill("SIGKILL");
    const killedAt = performance.now();
    await expect.poll(writers, soon).toEqual([one.process.pid]);
    expect(performance.now() - killedAt).toBeLessThan(10_000);
    expect([...one.judged].sort()).toEqual([...ENGINE_SYMBOLS].sort());
  }, 90_000);
});
