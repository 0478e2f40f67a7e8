import { describe, expect, it } from "vitest";
import type { ScanClaims } from "../../src/engine/ports/scan-claims.ts";

/** What every `ScanClaims` does. `create` gives an empty one. */
export function describeScanClaimsContract(name: string, create: () => ScanClaims): void {
  describe(`${name} as scan claims`, () => {
    it("give each pair to one owner until it is given back", async () => {
      const claims = create();
      expect(await claims.claim(["15m BTC/USDT", "15m ETH/USDT"], "a", 60_000)).toEqual([
        "15m BTC/USDT",
        "15m ETH/USDT",
      ]);
      expect(await claims.claim(["15m ETH/USDT", "1h ETH/USDT"], "b", 60_000)).toEqual(["1h ETH/USDT"]);
      await claims.release(["15m ETH/USDT"], "b");
      expect(await claims.claim(["15m ETH/USDT"], "b", 60_000)).toEqual([]);
      await claims.release(["15m ETH/USDT"], "a");
      expect(await claims.claim(["15m ETH/USDT"], "b", 60_000)).toEqual(["15m ETH/USDT"]);
    });

    it("may be taken again by their owner, and asking for nothing gives nothing", async () => {
      const claims = create();
      await claims.claim(["1h A/B"], "a", 60_000);
      expect(await claims.claim(["1h A/B"], "a", 60_000)).toEqual(["1h A/B"]);
      expect(await claims.claim([], "a", 60_000)).toEqual([]);
      await claims.release([], "a");
    });

    it("know which scans were cancelled", async () => {
      const claims = create();
      expect(await claims.isCancelled("s1")).toBe(false);
      await claims.cancel("s1");
      expect([await claims.isCancelled("s1"), await claims.isCancelled("s2")]).toEqual([true, false]);
    });
  });
}
