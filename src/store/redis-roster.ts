import type { Redis } from "ioredis";
import { z } from "zod";
import {
  type Invite,
  MEMBER_ROLES,
  type Member,
  type Newcomer,
  type PersonKey,
  type Roster,
} from "../engine/ports/roster.ts";
import { platformSchema } from "./card-marks.ts";
import type { Keys } from "./keys.ts";
import { decoded, encoded, reached } from "./store-fault.ts";
import { actorSchema, type ShapeOf } from "./trade-schema.ts";

const role = z.enum(MEMBER_ROLES);
const person = { platform: platformSchema, id: z.string(), name: z.string(), role, by: actorSchema };
const memberSchema = z.strictObject({ ...person, since: z.number() } satisfies ShapeOf<Member>);
const newcomerSchema = z.strictObject({ ...person, at: z.number() } satisfies ShapeOf<Newcomer>);
const inviteSchema = z.strictObject({ role, by: actorSchema } satisfies ShapeOf<Invite>);

/** People and newcomers as one hash each; invitations as strings that expire. */
export class RedisRoster implements Roster {
  private readonly redis: Redis;
  private readonly keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.redis = redis;
    this.keys = keys;
  }

  async members(): Promise<readonly Member[]> {
    const key = this.keys.members;
    const stored = await reached(this.redis.hvals(key));
    return stored
      .map((text) => decoded(memberSchema, key, text))
      .sort((left, right) => left.since - right.since);
  }

  async find(one: PersonKey): Promise<Member | undefined> {
    const text = await reached(this.redis.hget(this.keys.members, fieldOf(one)));
    return text === null ? undefined : decoded(memberSchema, this.keys.members, text);
  }

  async save(member: Member): Promise<void> {
    const key = this.keys.members;
    await reached(this.redis.hset(key, fieldOf(member), encoded(memberSchema, key, member)));
  }

  async remove(one: PersonKey): Promise<void> {
    await reached(this.redis.hdel(this.keys.members, fieldOf(one)));
  }

  async invite(key: string, invite: Invite, ttlMs: number): Promise<void> {
    const name = this.keys.invite(key);
    await reached(this.redis.set(name, encoded(inviteSchema, name, invite), "PX", ttlMs));
  }

  async takeInvite(key: string): Promise<Invite | undefined> {
    const name = this.keys.invite(key);
    const text = await reached(this.redis.getdel(name));
    return text === null ? undefined : decoded(inviteSchema, name, text);
  }

  async addNewcomer(newcomer: Newcomer): Promise<void> {
    const key = this.keys.newcomers;
    await reached(this.redis.hset(key, fieldOf(newcomer), encoded(newcomerSchema, key, newcomer)));
  }

  async newcomers(): Promise<readonly Newcomer[]> {
    const key = this.keys.newcomers;
    const stored = await reached(this.redis.hvals(key));
    return stored.map((text) => decoded(newcomerSchema, key, text)).sort((left, right) => left.at - right.at);
  }

  async takeNewcomer(one: PersonKey): Promise<Newcomer | undefined> {
    const key = this.keys.newcomers;
    const field = fieldOf(one);
    const replies = await reached(this.redis.multi().hget(key, field).hdel(key, field).exec());
    const text = replies?.[0]?.[1];
    return typeof text === "string" ? decoded(newcomerSchema, key, text) : undefined;
  }
}

function fieldOf({ platform, id }: PersonKey): string {
  return `${platform}:${id}`;
}
