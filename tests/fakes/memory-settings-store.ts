import { DeskError } from "../../src/engine/errors.ts";
import type { Clock } from "../../src/engine/ports/clock.ts";
import type { SettingsBook, SettingsChange } from "../../src/engine/ports/settings-store.ts";
import type { SettingsInput, VersionedSettings } from "../../src/engine/settings/settings.ts";
import {
  changeSettings,
  type ResolvedSettings,
  resolveSettings,
  settingAt,
  settingBefore,
} from "../../src/engine/settings/settings-change.ts";
import type { Actor } from "../../src/engine/trade/trade.ts";

/** Settings in memory for tests of everything that is not the store. Passes the same contract. */
export class MemorySettingsStore implements SettingsBook {
  private readonly clock: Clock;
  private readonly changes: SettingsChange[] = [];
  private standing: ResolvedSettings;
  private version = 0;
  private readonly watchers = new Set<(version: number) => void>();

  /** `overrides` are in force at once, as version 0. */
  constructor(overrides: SettingsInput = {}, clock: Clock = { now: () => 0 }) {
    this.clock = clock;
    this.standing = resolveSettings(overrides);
  }

  async current(): Promise<VersionedSettings> {
    return { version: this.version, settings: this.standing.settings };
  }

  async change(path: string, value: unknown, by: Actor, expectedVersion: number): Promise<VersionedSettings> {
    if (this.version !== expectedVersion) throw new DeskError("settings-conflict", { expectedVersion });
    return this.write(path, changeSettings(this.standing.overrides, path, value), by);
  }

  async seed(input: SettingsInput): Promise<boolean> {
    const resolved = resolveSettings(input);
    if (this.version !== 0 || Object.keys(resolved.overrides).length === 0) return false;
    this.write("", resolved, { userId: "desk:config", name: "config" });
    return true;
  }

  async replace(settings: SettingsInput, by: Actor, expectedVersion: number): Promise<VersionedSettings> {
    if (this.version !== expectedVersion) throw new DeskError("settings-conflict", { expectedVersion });
    return this.write("", resolveSettings(settings), by);
  }

  async watch(onChange: (version: number) => void): Promise<() => Promise<void>> {
    this.watchers.add(onChange);
    return async () => {
      this.watchers.delete(onChange);
    };
  }

  async history(limit: number): Promise<readonly SettingsChange[]> {
    return structuredClone(this.changes.slice(0, Math.max(0, limit)));
  }

  private write(path: string, next: ResolvedSettings, by: Actor): VersionedSettings {
    const before = settingBefore(this.standing.overrides, path);
    this.version += 1;
    this.standing = next;
    const after = settingAt(next.settings, path) ?? null;
    this.changes.unshift({ version: this.version, at: this.clock.now(), by, path, before, after });
    for (const tell of this.watchers) tell(this.version);
    return { version: this.version, settings: next.settings };
  }
}
