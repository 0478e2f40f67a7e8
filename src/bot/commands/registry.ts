import { breakeven } from "./breakeven.ts";
import { cancel } from "./cancel.ts";
import { cancelscan } from "./cancelscan.ts";
import { chart } from "./chart.ts";
import { close } from "./close.ts";
import type { Command } from "./command.ts";
import { help } from "./help.ts";
import { levels } from "./levels.ts";
import { live } from "./live.ts";
import { month } from "./month.ts";
import { panic } from "./panic.ts";
import { pause } from "./pause.ts";
import { pnl } from "./pnl.ts";
import { positions } from "./positions.ts";
import { reduce } from "./reduce.ts";
import { resume } from "./resume.ts";
import { risk } from "./risk.ts";
import { rules } from "./rules.ts";
import { scan } from "./scan.ts";
import { sessions } from "./sessions.ts";
import { signals } from "./signals.ts";
import { sl } from "./sl.ts";
import { start } from "./start.ts";
import { stats } from "./stats.ts";
import { status } from "./status.ts";
import { tp } from "./tp.ts";
import { trade } from "./trade.ts";
import { vetoes } from "./vetoes.ts";
import { watchlist } from "./watchlist.ts";
import { whoami } from "./whoami.ts";

/** Every command, in the order of menus and help. */
export const COMMANDS: readonly Command[] = [
  status,
  signals,
  positions,
  scan,
  cancelscan,
  watchlist,
  chart,
  levels,
  trade,
  risk,
  sessions,
  vetoes,
  pnl,
  month,
  stats,
  sl,
  breakeven,
  tp,
  reduce,
  close,
  cancel,
  pause,
  resume,
  panic,
  rules,
  live,
  whoami,
  help,
  start,
];
