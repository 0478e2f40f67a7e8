import { beforeEach, describe, expect, it } from "vitest";
import { DeskError } from "../../src/engine/errors.ts";
import { ANNA, createDeskBench, type DeskBench, longSignal } from "./desk-bench.ts";

let desk: DeskBench;

beforeEach(async () => {
  desk = await createDeskBench();
});

const NOTICE = { key: "notice-paused", args: { name: "Anna" }, silent: true };

describe("delivery", () => {
  it("posts a card to every subscribed chat, and edits it there", async () => {
    await desk.subscriptions.add("web", "second");
    const id = await desk.raise();
    await desk.control.skip(id, 1, ANNA);
    await desk.settle();
    expect(desk.chat.calls).toEqual(["send local 1", "send second 2", "edit local 1", "edit second 2"]);
    expect(await desk.context.ledger.pendingOutbox(10)).toEqual([]);
  });

  it("keeps a card that a chat did not take, and brings it after the wait that the platform named", async () => {
    desk.chat.fail = () => new DeskError("chat-rate-limited", {}, { retryAfterMs: 7000 });
    await desk.raise();
    desk.chat.fail = undefined;
    desk.wall.advance(6999);
    await desk.delivery.run();
    expect(desk.chat.calls).toEqual([]);
    desk.wall.advance(1);
    await desk.delivery.run();
    expect(desk.chat.calls).toEqual(["send local 1"]);
    expect(await desk.context.ledger.pendingOutbox(10)).toEqual([]);
  });

  it("does not let a chat that fails hold up another", async () => {
    await desk.subscriptions.add("web", "second");
    let calls = 0;
    desk.chat.fail = () => (++calls === 1 ? new DeskError("chat-unreachable") : undefined);
    await desk.raise();
    expect(desk.chat.calls).toEqual(["send second 1"]);
    desk.wall.advance(1000);
    await desk.delivery.run();
    expect(desk.chat.calls).toEqual(["send second 1", "send local 2"]);
  });

  it("forgets a chat that is gone", async () => {
    desk.chat.fail = () => new DeskError("chat-gone");
    await desk.raise();
    expect(await desk.subscriptions.list("web")).toEqual([]);
    expect(await desk.context.ledger.pendingOutbox(10)).toEqual([]);
  });

  it("tries a row that met an unforeseen fault again, each time later, and gives up after six tries", async () => {
    let calls = 0;
    desk.chat.fail = () => {
      calls += 1;
      return new TypeError("nobody thought of this");
    };
    await desk.raise();
    for (const [wait, total] of [1000, 2000, 4000, 8000, 16_000].map((ms, at) => [ms, at + 1] as const)) {
      desk.wall.advance(wait - 1);
      await desk.delivery.run();
      expect(calls).toBe(total);
      expect(await desk.context.ledger.pendingOutbox(10)).toHaveLength(1);
      desk.wall.advance(1);
      await desk.delivery.run();
    }
    expect([calls, await desk.context.ledger.pendingOutbox(10)]).toEqual([6, []]);
  });

  it("loses nothing when an unforeseen fault passes", async () => {
    desk.chat.fail = () => new TypeError("nobody thought of this");
    await desk.raise();
    desk.chat.fail = undefined;
    desk.wall.advance(1000);
    await desk.delivery.run();
    expect(desk.chat.calls).toEqual(["send local 1"]);
    expect(await desk.context.ledger.pendingOutbox(10)).toEqual([]);
  });

  it("posts the card anew where somebody deleted the message", async () => {
    const id = await desk.raise();
    let calls = 0;
    desk.chat.fail = () => (++calls === 1 ? new DeskError("chat-message-gone") : undefined);
    await desk.control.skip(id, 1, ANNA);
    await desk.settle();
    expect(desk.chat.calls).toEqual(["send local 1", "send local 2"]);
  });

  it("shows a trade that changed many times only as it is now", async () => {
    const id = await desk.raise();
    await desk.control.approve(id, 1, 1, ANNA);
    await desk.execution.advance(id);
    await desk.delivery.run();
    expect(desk.chat.calls).toEqual(["send local 1", "edit local 1"]);
    expect(desk.chat.shown.get("1")?.content).toMatchObject({ trade: { state: "working" } });
  });

  it("brings one message in the place of many that a chat missed while it was away", async () => {
    await desk.subscriptions.add("web", "second");
    desk.chat.fail = () => new DeskError("chat-unreachable");
    for (let number = 1; number <= 8; number += 1)
      await desk.context.ledger.post(`notice-${number}`, NOTICE, desk.clock.now());
    await desk.delivery.run();
    desk.clock.advance(3_600_000);
    desk.wall.advance(3_600_000);
    const id = await desk.raise(longSignal({ expiresAt: desk.clock.now() + 3_600_000 }));
    desk.chat.fail = undefined;
    desk.wall.advance(60_000);
    await desk.delivery.run();
    expect(desk.chat.calls.filter((call) => call.startsWith("send local"))).toHaveLength(2);
    const contents = [...desk.chat.shown.values()].map(({ content }) => content);
    expect(contents[0]).toMatchObject({ notice: { key: "notice-digest", args: { count: 8 } } });
    expect(contents.at(-1)).toMatchObject({ kind: "trade", trade: { id } });
    expect(desk.chat.calls).toHaveLength(4);
    expect(await desk.context.ledger.pendingOutbox(20)).toEqual([]);
  });

  it("posts a notice once to each chat, also when another chat has to be tried again", async () => {
    await desk.subscriptions.add("web", "second");
    let calls = 0;
    desk.chat.fail = () => (++calls === 2 ? new DeskError("chat-unreachable") : undefined);
    await desk.context.ledger.post("pause-1", NOTICE, 1);
    await desk.delivery.run();
    desk.wall.advance(1000);
    await desk.delivery.run();
    expect(desk.chat.calls).toEqual(["send local 1", "send second 2"]);
  });
});
