import { beforeEach, describe, expect, it } from "vitest";
import type { Prompts } from "../../src/engine/ports/prompts.ts";

const HERE = { platform: "telegram", chatId: "-500" } as const;
const ANN = "telegram:1001";

/** What every implementation of `Prompts` promises. `pass` lets that much time go by. */
export function describePromptsContract(
  name: string,
  create: () => Prompts,
  pass: (ms: number) => Promise<void>,
): void {
  describe(`${name} as prompts`, () => {
    let prompts: Prompts;
    beforeEach(() => {
      prompts = create();
    });

    it("give a question once to the person who was asked, in the chat where it was asked", async () => {
      await prompts.ask(HERE, ANN, { kind: "setting", path: "risk.riskPercent" }, 60_000);
      expect(await prompts.take(HERE, "telegram:1002")).toBe(undefined);
      expect(await prompts.take({ platform: "telegram", chatId: "1001" }, ANN)).toBe(undefined);
      expect(await prompts.waiting(HERE, ANN)).toBe(true);
      expect(await prompts.take(HERE, ANN)).toEqual({ kind: "setting", path: "risk.riskPercent" });
      expect(await prompts.waiting(HERE, ANN)).toBe(false);
      expect(await prompts.take(HERE, ANN)).toBe(undefined);
    });

    it("put a newer question in the place of an older one", async () => {
      const action = { type: "change-setting", path: "charts.theme", version: 3 } as const;
      await prompts.ask(HERE, ANN, { kind: "import" }, 60_000);
      await prompts.ask(HERE, ANN, { kind: "code", action }, 60_000);
      expect(await prompts.take(HERE, ANN)).toEqual({ kind: "code", action });
      expect(await prompts.take(HERE, ANN)).toBe(undefined);
    });

    it("forget a question when its time is over", async () => {
      await prompts.ask(HERE, ANN, { kind: "import" }, 20);
      await pass(40);
      expect(await prompts.waiting(HERE, ANN)).toBe(false);
      expect(await prompts.take(HERE, ANN)).toBe(undefined);
    });
  });
}
