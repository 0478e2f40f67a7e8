import { randomBytes, randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { z } from "zod";
import type { ButtonAction, Buttons, RedeemOutcome } from "../engine/ports/buttons.ts";
import type { ChatAddress } from "../engine/ports/chat.ts";
import type { Clock } from "../engine/ports/clock.ts";
import { MEMBER_ROLES } from "../engine/ports/roster.ts";
import { SKIP_REASONS } from "../engine/trade/trade.ts";
import { platformSchema } from "./card-marks.ts";
import type { Keys } from "./keys.ts";
import { defineScript, type RunScript } from "./redis-script.ts";
import { decoded, encoded, reached } from "./store-fault.ts";

/** 192 random bits are 32 characters, half of what a platform allows. */
const TOKEN_BYTES = 24;
const TOKEN_FORM = /^[A-Za-z0-9_-]{32}$/;

const ofPerson = { platform: platformSchema, id: z.string() };
const ofTrade = { tradeId: z.string(), version: z.int() };
const aside = z.literal(true).exactOptional();

/** What a token means, as it is stored. */
export const buttonActionSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("approve"), ...ofTrade, sizeFactor: z.number(), aside }),
  z.strictObject({ type: z.literal("reprice"), ...ofTrade }),
  z.strictObject({ type: z.literal("switch-rule"), name: z.string(), on: z.boolean() }),
  z.strictObject({ type: z.literal("skip"), ...ofTrade }),
  z.strictObject({
    type: z.literal("explain-skip"),
    tradeId: z.string(),
    reason: z.enum(SKIP_REASONS),
  }),
  z.strictObject({ type: z.literal("change-entry"), ...ofTrade, entryType: z.enum(["market", "limit"]) }),
  z.strictObject({ type: z.literal("resume"), since: z.number() }),
  z.strictObject({
    type: z.literal("move-targets"),
    ...ofTrade,
    targets: z.array(z.string()).max(10),
    aside,
  }),
  z.strictObject({ type: z.literal("close"), ...ofTrade }),
  z.strictObject({ type: z.literal("cancel-entry"), ...ofTrade }),
  z.strictObject({
    type: z.literal("move-stop"),
    ...ofTrade,
    stop: z.string(),
    confirmedFrom: z.string().exactOptional(),
    aside,
  }),
  z.strictObject({
    type: z.literal("trail"),
    ...ofTrade,
    by: z.enum(["atr", "structure", "percent"]).exactOptional(),
    distance: z.number().exactOptional(),
  }),
  z.strictObject({ type: z.literal("undo"), tradeId: z.string(), at: z.number() }),
  z.strictObject({ type: z.literal("reduce"), ...ofTrade, percent: z.number(), held: z.string() }),
  z.strictObject({ type: z.literal("panic") }),
  z.strictObject({ type: z.literal("close-all") }),
  z.strictObject({ type: z.literal("keep-all"), id: z.string() }),
  z.strictObject({
    type: z.literal("change-setting"),
    path: z.string(),
    value: z.string().exactOptional(),
    version: z.int(),
  }),
  z.strictObject({ type: z.literal("decide-newcomer"), ...ofPerson, admit: z.boolean() }),
  z.strictObject({ type: z.literal("set-role"), ...ofPerson, role: z.enum([...MEMBER_ROLES, "none"]) }),
  z.strictObject({ type: z.literal("replace-settings"), settings: z.string(), version: z.int() }),
  z.strictObject({ type: z.literal("command"), text: z.string() }),
]) satisfies z.ZodType<ButtonAction>;

/**
 * KEYS: group, buttons… ARGV: chat, expires at, ms until Redis forgets them, then for each button its action
 * and whether it is used up by a tap (1 or 0).
 */
const ISSUE_BUTTONS = `
for i = 2, #KEYS do
  redis.call('HSET', KEYS[i], 'chat', ARGV[1], 'expires', ARGV[2], 'action', ARGV[2 * i], 'once', ARGV[2 * i + 1])
  redis.call('PEXPIRE', KEYS[i], ARGV[3])
  redis.call('SADD', KEYS[1], KEYS[i])
end
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
return 1`;

/** KEYS: button. ARGV: chat, now, id of this call (empty: only look). Replies the action or false. */
const REDEEM_BUTTON = `
local button = redis.call('HMGET', KEYS[1], 'chat', 'expires', 'action', 'once', 'used')
if button[1] ~= ARGV[1] or tonumber(ARGV[2]) >= tonumber(button[2]) then return false end
if button[4] == '1' then
  if button[5] and button[5] ~= ARGV[3] then return false end
  if ARGV[3] ~= '' then redis.call('HSET', KEYS[1], 'used', ARGV[3]) end
end
return button[3]`;

/** KEYS: group. */
const REVOKE_BUTTONS = `
for _, button in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('DEL', button) end
return redis.call('DEL', KEYS[1])`;

/** Tokens in Redis. They expire by the desk's clock; Redis forgets them after the same time of its own. */
export class RedisButtons implements Buttons {
  private readonly keys: Keys;
  private readonly clock: Clock;
  private readonly runIssue: RunScript;
  private readonly runRedeem: RunScript;
  private readonly runRevoke: RunScript;

  constructor(redis: Redis, keys: Keys, clock: Clock) {
    this.keys = keys;
    this.clock = clock;
    this.runIssue = defineScript(redis, "issueButtons", ISSUE_BUTTONS);
    this.runRedeem = defineScript(redis, "redeemButton", REDEEM_BUTTON);
    this.runRevoke = defineScript(redis, "revokeButtons", REVOKE_BUTTONS);
  }

  async issue(
    address: ChatAddress,
    group: string,
    actions: readonly ButtonAction[],
    ttlMs: number,
  ): Promise<readonly string[]> {
    if (actions.length === 0) return [];
    const key = this.keys.buttonGroup(group);
    const tokens = actions.map(() => randomBytes(TOKEN_BYTES).toString("base64url"));
    await reached(
      this.runIssue(
        [key, ...tokens.map((token) => this.keys.button(token))],
        [
          chatOf(address),
          this.clock.now() + ttlMs,
          Math.ceil(ttlMs),
          ...actions.flatMap((action) => [encoded(buttonActionSchema, key, action), isAct(action) ? 1 : 0]),
        ],
      ),
    );
    return tokens;
  }

  redeem(token: string, address: ChatAddress): Promise<RedeemOutcome> {
    // The id lets the same call through once more when its answer was lost, and nobody else.
    return this.read(token, address, randomUUID());
  }

  peek(token: string, address: ChatAddress): Promise<RedeemOutcome> {
    return this.read(token, address, "");
  }

  private async read(token: string, address: ChatAddress, callId: string): Promise<RedeemOutcome> {
    if (!TOKEN_FORM.test(token)) return { status: "invalid" };
    const key = this.keys.button(token);
    const reply = await reached(this.runRedeem([key], [chatOf(address), this.clock.now(), callId]));
    if (typeof reply !== "string") return { status: "invalid" };
    // The name of the key holds the token, which is no text for logs.
    return { status: "valid", action: decoded(buttonActionSchema, this.keys.button("…"), reply) };
  }

  async revoke(group: string): Promise<void> {
    await reached(this.runRevoke([this.keys.buttonGroup(group)], []));
  }
}

function chatOf({ platform, chatId }: ChatAddress): string {
  return JSON.stringify([platform, chatId]);
}

function isAct(action: ButtonAction): boolean {
  return action.type !== "command";
}
