import { describe, expect, it } from "vitest";
import { ORDER_FIELDS } from "../../src/bot/commands/read-order.ts";
import { COMMANDS } from "../../src/bot/commands/registry.ts";
import { ROLES } from "../../src/bot/conversation.ts";
import { ERROR_CODES } from "../../src/engine/errors.ts";
import { EVENT_KINDS, LOUDNESSES } from "../../src/engine/notify/event-kind.ts";
import type { DayReplayReport, ReplayStart } from "../../src/engine/ports/day-replay.ts";
import { DENIAL_CODES } from "../../src/engine/risk/denial.ts";
import type { Direction, EntryType, SetupEnd } from "../../src/engine/signal.ts";
import { STRATEGY_NAMES } from "../../src/engine/strategy/registry.ts";
import type { CloseReason } from "../../src/engine/trade/trade.ts";
import { STOP_REASONS, TRADE_STATES } from "../../src/engine/trade/trade.ts";
import type { ExpiryReason } from "../../src/engine/trade/trade-event.ts";
import { readFluentFile } from "./fluent-file.ts";
import { phraseKeys, textUses } from "./text-usage.ts";

const english = readFluentFile(new URL("../../locales/en.ftl", import.meta.url));
const uses = textUses();

/** A union written out once more, so that a new member does not compile until it stands here. */
function membersOf<T extends string>(members: Readonly<Record<T, true>>): readonly string[] {
  return Object.keys(members);
}

const closeReasons = membersOf<CloseReason>({
  stop: true,
  target: true,
  manual: true,
  panic: true,
  time: true,
  "session-end": true,
  "entry-cancelled": true,
});
const expiryReasons = membersOf<ExpiryReason>({
  time: true,
  superseded: true,
  "price-left": true,
  restart: true,
  "target-reached": true,
  "stop-reached": true,
  "gap-filled": true,
  "block-invalidated": true,
  "swing-broken": true,
  "kill-zone-over": true,
});
const setupEnds = membersOf<SetupEnd["kind"]>({
  "gap-filled": true,
  "block-invalidated": true,
  "swing-broken": true,
  "kill-zone-over": true,
});

/** Keys that the source composes, by their fixed beginning: every one of them must exist. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  "bias-": membersOf<"bullish" | "bearish">({ bullish: true, bearish: true }),
  "direction-": membersOf<Direction>({ long: true, short: true }),
  "state-": TRADE_STATES,
  "role-": ROLES,
  "mode-": ["paper", "live"],
  "size-": ["full", "half", "quarter"],
  "denied-": DENIAL_CODES,
  "fault-": Object.keys(ERROR_CODES),
  "close-reason-": closeReasons,
  "stop-reason-": STOP_REASONS,
  "trade-entry-": membersOf<EntryType>({ market: true, limit: true }),
  "replay-clock-": membersOf<DayReplayReport["status"]>({ running: true, stopped: true, done: true }),
  "replay-refused-": membersOf<Exclude<ReplayStart, "begun">>({
    "no-candles": true,
    "not-yet": true,
    busy: true,
  }),
  "command-": COMMANDS.map((command) => command.name),
  "ends-on-": setupEnds,
  "strategy-about-": STRATEGY_NAMES,
  "event-": EVENT_KINDS,
  "loudness-": LOUDNESSES,
  "audit-": ["command", "tap", "settings", "trade"],
  "order-field-": ORDER_FIELDS,
  "help-group-": ["look", "act", "configure"],
};

/** Reasons of trades that earlier versions stored; the source does not name them any more. */
const EARLIER = [
  "reason-gap-overlap",
  ...["order-block-touch", "gap-overlap", "structure-break", "rejection"].map((part) => `reason-no-${part}`),
];

/** Keys that trades carry in `ended`; the trade machine writes them. */
const ENDED = ["rejected", ...expiryReasons.map((reason) => `expired-${reason}`)];

describe("the English texts", () => {
  it("are valid Fluent without a key twice", () => {
    expect(english.junk).toEqual([]);
    expect(english.duplicates).toEqual([]);
    expect(english.texts.size).toBeGreaterThan(250);
  });

  it("have every key that the source names", () => {
    const named = uses.flatMap(({ key }) => key ?? []);
    expect(named.filter((key) => !english.texts.has(key))).toEqual([]);
    expect(named.length).toBeGreaterThan(150);
  });

  it("have every key that the source composes", () => {
    const composed = uses.flatMap((use) => use.composed ?? []);
    const unknown = composed.filter(({ prefix }) => FAMILIES[prefix] === undefined);
    expect(unknown).toEqual([]);
    const optional = ".measured";
    const keys = composed
      .filter(({ suffix }) => suffix !== optional)
      .flatMap(({ prefix, suffix }) =>
        (FAMILIES[prefix] ?? []).map((member) => `${prefix}${member}${suffix}`),
      );
    expect(keys.filter((key) => !english.texts.has(key))).toEqual([]);
  });

  it("are called by a key that is written where it is used", () => {
    const dynamic = uses.filter(({ key, composed }) => key === undefined && composed === undefined);
    expect(dynamic).toEqual([]);
  });

  it("get exactly the variables they use", () => {
    const wrong = uses.flatMap(({ file, key, args }) => {
      const text = english.texts.get(key ?? "");
      if (text === undefined || args === undefined) return [];
      const needed = [...text.variables].sort();
      const given = [...args].sort();
      return needed.join() === given.join() ? [] : [`${file}: ${key} needs {${needed}}, gets {${given}}`];
    });
    expect(wrong).toEqual([]);
  });

  it("have every text that engine and jobs ask for", () => {
    const wanted = [...phraseKeys(), ...ENDED, ...EARLIER];
    expect(wanted.filter((key) => !english.texts.has(key))).toEqual([]);
  });

  it("say every way a trade can end", () => {
    expect(ENDED).toHaveLength(11);
    expect(DENIAL_CODES.filter((code) => !english.texts.has(`denied-${code}`))).toEqual([]);
  });

  it("are all used", () => {
    const families = Object.entries(FAMILIES).flatMap(([prefix, members]) =>
      members.flatMap((member) => [
        `${prefix}${member}`,
        `${prefix}${member}.usage`,
        `${prefix}${member}.measured`,
      ]),
    );
    const referenced = [...english.texts.values()].flatMap(({ references }) => [...references]);
    const named = uses.flatMap(({ key }) => key ?? []);
    const used = new Set([...named, ...families, ...referenced, ...ENDED, ...phraseKeys()]);
    const askedFor = /^(reason|notice)-/;
    const unused = [...english.texts.keys()].filter((key) => !used.has(key) && !askedFor.test(key));
    expect(unused).toEqual([]);
  });
});
