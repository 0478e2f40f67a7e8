import { describe, expect, it } from "vitest";
import type { PaperStore } from "../../src/engine/ports/paper-store.ts";

/** What every `PaperStore` does. `create` gives an empty one. */
export function describePaperStoreContract(name: string, create: () => PaperStore): void {
  describe(`${name} as a paper store`, () => {
    it("holds nothing at the beginning", async () => {
      expect(await create().load()).toBe(undefined);
    });

    it("gives back the account that was saved last, to the letter", async () => {
      const store = create();
      await store.save('{"balance":"1"}');
      const account = JSON.stringify({ balance: "10000.50", note: "€ ‮ \u0000 \n" });
      await store.save(account);
      expect(await store.load()).toBe(account);
    });
  });
}
