import type { WindowState } from "../../clock/windows.ts";
import type { SetupEnd } from "../../signal.ts";
import type { TimeframeView } from "../contract.ts";

/** The first window of these names that the newest candle opened in. */
export function openWindow(view: TimeframeView, names: readonly string[]): WindowState | undefined {
  for (const name of names) {
    const window = view.window?.(name);
    if (window !== undefined) return window;
  }
  return undefined;
}

export function windowEnd({ name, closesAt }: WindowState): SetupEnd {
  return { kind: "kill-zone-over", name, at: closesAt };
}

/** The end of the session that runs, for setups whose own window is only minutes long. */
export function sessionEnd(view: TimeframeView): readonly SetupEnd[] {
  const session = view.session === undefined ? undefined : openWindow(view, [view.session]);
  return session === undefined ? [] : [windowEnd(session)];
}
