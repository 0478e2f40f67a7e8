import type { Invite, Member, Newcomer, PersonKey, Roster } from "../../src/engine/ports/roster.ts";

/** People in memory for tests of everything that is not the store. Passes the same contract. */
export class MemoryRoster implements Roster {
  private readonly people = new Map<string, Member>();
  private readonly waiting = new Map<string, Newcomer>();
  private readonly invites = new Map<string, Invite>();

  async members(): Promise<readonly Member[]> {
    return [...this.people.values()].sort((left, right) => left.since - right.since);
  }

  async find(person: PersonKey): Promise<Member | undefined> {
    return this.people.get(keyOf(person));
  }

  async save(member: Member): Promise<void> {
    this.people.set(keyOf(member), member);
  }

  async remove(person: PersonKey): Promise<void> {
    this.people.delete(keyOf(person));
  }

  async invite(key: string, invite: Invite): Promise<void> {
    this.invites.set(key, invite);
  }

  async takeInvite(key: string): Promise<Invite | undefined> {
    const found = this.invites.get(key);
    this.invites.delete(key);
    return found;
  }

  async addNewcomer(newcomer: Newcomer): Promise<void> {
    this.waiting.set(keyOf(newcomer), newcomer);
  }

  async newcomers(): Promise<readonly Newcomer[]> {
    return [...this.waiting.values()].sort((left, right) => left.at - right.at);
  }

  async takeNewcomer(person: PersonKey): Promise<Newcomer | undefined> {
    const found = this.waiting.get(keyOf(person));
    this.waiting.delete(keyOf(person));
    return found;
  }
}

function keyOf({ platform, id }: PersonKey): string {
  return `${platform}:${id}`;
}
