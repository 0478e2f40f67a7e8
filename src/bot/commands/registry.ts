import { chart } from "./chart.ts";
import { close } from "./close.ts";
import type { Command } from "./command.ts";
import { exportSettings } from "./export.ts";
import { help } from "./help.ts";
import { importSettings } from "./import.ts";
import { levels } from "./levels.ts";
import { panic } from "./panic.ts";
import { pause } from "./pause.ts";
import { positions } from "./positions.ts";
import { resume } from "./resume.ts";
import { risk } from "./risk.ts";
import { scan } from "./scan.ts";
import { sessions } from "./sessions.ts";
import { set } from "./set.ts";
import { settings } from "./settings.ts";
import { signals } from "./signals.ts";
import { start } from "./start.ts";
import { status } from "./status.ts";
import { trade } from "./trade.ts";
import { whoami } from "./whoami.ts";

/** Every command, in the order of menus and help. */
export const COMMANDS: readonly Command[] = [
  status,
  signals,
  positions,
  scan,
  chart,
  levels,
  trade,
  risk,
  sessions,
  close,
  pause,
  resume,
  panic,
  settings,
  set,
  exportSettings,
  importSettings,
  whoami,
  help,
  start,
];
