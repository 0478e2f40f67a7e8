import type { TimeZones } from "./time-zone.ts";
import { SESSION_COUNT, type SessionSettings, type WindowState, windowStates } from "./windows.ts";

/** The six sessions at an instant: what alerts announce and charts shade. `zones` keeps what zones are known. */
export function killZoneStates(
  nowMs: number,
  settings: SessionSettings,
  zones: TimeZones,
): readonly WindowState[] {
  return windowStates(nowMs, settings, zones.zone(settings.timezone)).slice(0, SESSION_COUNT);
}

export interface KillZoneSpan {
  readonly name: string;
  /** Epoch ms, half-open. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** Every kill zone that touches `[fromMs, toMs)`, in the order in which they open. */
export function killZonesBetween(
  fromMs: number,
  toMs: number,
  settings: SessionSettings,
  zones: TimeZones,
): readonly KillZoneSpan[] {
  const spans = new Map<string, KillZoneSpan>();
  let at = fromMs;
  while (at < toMs) {
    const states = killZoneStates(at, settings, zones);
    for (const state of states) {
      if (state.opensAt >= toMs) continue;
      spans.set(`${state.name}@${state.opensAt}`, {
        name: state.name,
        fromMs: state.opensAt,
        toMs: state.closesAt,
      });
    }
    at = Math.min(...states.map((state) => (state.open ? state.closesAt : state.opensAt + 1)));
  }
  return [...spans.values()].sort((a, b) => a.fromMs - b.fromMs);
}
