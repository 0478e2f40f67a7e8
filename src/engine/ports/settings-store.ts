import type { SettingsInput, VersionedSettings } from "../settings/settings.ts";
import type { Actor } from "../trade/trade.ts";

export interface SettingsStore {
  /** The settings in force. Cheap enough to call for every decision. */
  current(): Promise<VersionedSettings>;
  /**
   * Sets the value at a dotted path such as `risk.riskPercent`. Throws `DeskError` `settings-invalid` naming
   * the path when the schema refuses it, and `settings-conflict` when `expectedVersion` is no longer current.
   */
  change(path: string, value: unknown, by: Actor, expectedVersion: number): Promise<VersionedSettings>;
}

/** Settings as a whole, and the news of their changes. */
export interface SettingsBook extends SettingsStore, SettingsHistory {
  /** Puts other settings in the place of all, as one change at the empty path. Throws as `change` does. */
  replace(settings: SettingsInput, by: Actor, expectedVersion: number): Promise<VersionedSettings>;
  /** Calls back after each change, whichever process made it, until the returned function is called. */
  watch(onChange: (version: number) => void): Promise<() => Promise<void>>;
}

/** One change of the settings; `path` is empty when the boot config set the first ones. */
export interface SettingsChange {
  readonly version: number;
  readonly at: number;
  readonly by: Actor;
  readonly path: string;
  /** What was in force at the path before and after. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface SettingsHistory {
  /** The newest `limit` changes, newest first. */
  history(limit: number): Promise<readonly SettingsChange[]>;
}

/** Chats that get cards and alerts. */
export interface Subscriptions {
  add(platform: string, chatId: string): Promise<void>;
  remove(platform: string, chatId: string): Promise<void>;
  list(platform: string): Promise<readonly string[]>;
}
