import { beforeEach, describe, expect, it } from "vitest";
import type { ButtonAction, Buttons } from "../../src/engine/ports/buttons.ts";
import type { ChatAddress } from "../../src/engine/ports/chat.ts";
import type { Clock } from "../../src/engine/ports/clock.ts";
import { TestClock } from "../fakes/test-clock.ts";

const CHAT: ChatAddress = { platform: "telegram", chatId: "-100:7" };
const APPROVE: ButtonAction = { type: "approve", tradeId: "t:1", version: 3, sizeFactor: 0.5 };
const LOOK: ButtonAction = { type: "command", text: "/trade t:1 page 2" };
const INVALID = { status: "invalid" };

/** What every `Buttons` does. `create` gives one without tokens on the clock; it is called before each test. */
export function describeButtonsContract(name: string, create: (clock: Clock) => Buttons): void {
  describe(`${name} as buttons`, () => {
    let buttons: Buttons;
    let clock: TestClock;
    beforeEach(() => {
      clock = new TestClock(1_000_000);
      buttons = create(clock);
    });
    const issueOne = async (action: ButtonAction, group = "card", address = CHAT) =>
      (await buttons.issue(address, group, [action], 60_000))[0] ?? "none";

    it("give opaque tokens of at least 128 bits in at most 64 bytes, never the same", async () => {
      const tokens = await buttons.issue(
        CHAT,
        "card",
        Array.from({ length: 200 }, () => LOOK),
        60_000,
      );
      expect(new Set(tokens).size).toBe(200);
      for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{22,64}$/);
      expect(await buttons.issue(CHAT, "card", [], 60_000)).toEqual([]);
    });

    it("answer each token with its own action, whatever it is", async () => {
      const actions: ButtonAction[] = [
        APPROVE,
        { type: "skip", tradeId: "t", version: 1 },
        { type: "close", tradeId: "t", version: 9 },
        { type: "panic" },
        { type: "close-all" },
        LOOK,
      ];
      const tokens = await buttons.issue(CHAT, "card", actions, 60_000);
      for (const [i, token] of tokens.entries()) {
        expect(await buttons.redeem(token, CHAT)).toEqual({ status: "valid", action: actions[i] });
      }
    });

    it("let an act happen once and a look as often as wanted", async () => {
      const [act, look] = [await issueOne(APPROVE), await issueOne(LOOK)];
      expect(await buttons.redeem(act, CHAT)).toEqual({ status: "valid", action: APPROVE });
      expect(await buttons.redeem(act, CHAT)).toEqual(INVALID);
      for (let tap = 0; tap < 3; tap += 1) {
        expect(await buttons.redeem(look, CHAT)).toEqual({ status: "valid", action: LOOK });
      }
    });

    it("can be looked at without being used up, and say nothing once they are used", async () => {
      const token = await issueOne(APPROVE);
      expect(await buttons.peek(token, CHAT)).toEqual({ status: "valid", action: APPROVE });
      expect(await buttons.redeem(token, CHAT)).toEqual({ status: "valid", action: APPROVE });
      expect(await buttons.peek(token, CHAT)).toEqual(INVALID);
    });

    it("have one winner among fifty taps at once", async () => {
      const token = await issueOne(APPROVE);
      const taps = await Promise.all(Array.from({ length: 50 }, () => buttons.redeem(token, CHAT)));
      expect(taps.filter(({ status }) => status === "valid")).toEqual([{ status: "valid", action: APPROVE }]);
    });

    it("work only in their own chat, and trying elsewhere does not use them up", async () => {
      const token = await issueOne(APPROVE);
      expect(await buttons.redeem(token, { ...CHAT, chatId: "8" })).toEqual(INVALID);
      expect(await buttons.redeem(token, { ...CHAT, platform: "discord" })).toEqual(INVALID);
      expect((await buttons.redeem(token, CHAT)).status).toBe("valid");
    });

    it("expire by the desk's clock, acts and looks", async () => {
      const [act, look] = [await issueOne(APPROVE), await issueOne(LOOK)];
      clock.advance(59_999);
      expect((await buttons.redeem(look, CHAT)).status).toBe("valid");
      clock.advance(1);
      expect(await buttons.redeem(look, CHAT)).toEqual(INVALID);
      expect(await buttons.redeem(act, CHAT)).toEqual(INVALID);
    });

    it("end together when their group is revoked, and no others", async () => {
      const old = [await issueOne(APPROVE, "card-1"), await issueOne(LOOK, "card-1")];
      const other = await issueOne(APPROVE, "card-2");
      await buttons.revoke("card-1");
      await buttons.revoke("card-of-nobody");
      for (const token of old) expect(await buttons.redeem(token, CHAT)).toEqual(INVALID);
      expect((await buttons.redeem(other, CHAT)).status).toBe("valid");
      const fresh = await issueOne(APPROVE, "card-1");
      expect((await buttons.redeem(fresh, CHAT)).status).toBe("valid");
    });

    it.each([
      "",
      "x",
      "__proto__",
      "a".repeat(32),
      "a".repeat(5_000),
      "*",
      "../../etc",
      "\u202e\0",
      "approve:t:1",
    ])("refuse the forged token %j", async (token) => {
      await issueOne(APPROVE);
      expect(await buttons.redeem(token, CHAT)).toEqual(INVALID);
    });
  });
}
