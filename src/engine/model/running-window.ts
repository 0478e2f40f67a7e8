import type { WindowTracker } from "../clock/window-tracker.ts";
import { instants, type WindowState } from "../clock/windows.ts";

/** The occurrence of the named window that the newest candle opened in, with its times; if there is one. */
export function runningWindow(tracker: WindowTracker, name: string): WindowState | undefined {
  if (!tracker.isInside) return undefined;
  const at = tracker.windows.findIndex((window) => window.name === name);
  const window = tracker.windows[at];
  const running = tracker.holding(at);
  if (window === undefined || running === undefined) return undefined;
  return { name, open: true, ...instants(window, running.day, tracker.zone) };
}
