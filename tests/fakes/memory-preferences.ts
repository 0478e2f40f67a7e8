import type { Preference, PreferencePatch, Preferences } from "../../src/engine/ports/preferences.ts";
import type { PersonKey } from "../../src/engine/ports/roster.ts";

/** Preferences in memory for tests of everything that is not the store. Passes the same contract. */
export class MemoryPreferences implements Preferences {
  private readonly held = new Map<string, Preference>();

  async read(who: PersonKey): Promise<Preference> {
    return this.held.get(keyOf(who)) ?? {};
  }

  async change(who: PersonKey, patch: PreferencePatch): Promise<Preference> {
    const next = JSON.parse(JSON.stringify({ ...(await this.read(who)), ...patch })) as Preference;
    this.held.set(keyOf(who), next);
    return next;
  }

  async move(from: PersonKey, to: PersonKey): Promise<void> {
    const found = this.held.get(keyOf(from));
    if (found === undefined) return;
    this.held.set(keyOf(to), found);
    this.held.delete(keyOf(from));
  }
}

function keyOf({ platform, id }: PersonKey): string {
  return `${platform}:${id}`;
}
