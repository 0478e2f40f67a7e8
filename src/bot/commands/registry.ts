import { audit } from "./audit.ts";
import { balance } from "./balance.ts";
import { breakeven } from "./breakeven.ts";
import { cancel } from "./cancel.ts";
import { cancelscan } from "./cancelscan.ts";
import { chart } from "./chart.ts";
import { close } from "./close.ts";
import type { Command } from "./command.ts";
import { exportSettings } from "./export.ts";
import { filter } from "./filter.ts";
import { health } from "./health.ts";
import { help } from "./help.ts";
import { importSettings } from "./import.ts";
import { invite } from "./invite.ts";
import { keyboard } from "./keyboard.ts";
import { language } from "./language.ts";
import { levels } from "./levels.ts";
import { live } from "./live.ts";
import { logs } from "./logs.ts";
import { mode } from "./mode.ts";
import { month } from "./month.ts";
import { mute } from "./mute.ts";
import { notify } from "./notify.ts";
import { long, short } from "./open-trade.ts";
import { orders } from "./orders.ts";
import { panic } from "./panic.ts";
import { pause } from "./pause.ts";
import { pnl } from "./pnl.ts";
import { positions } from "./positions.ts";
import { reduce } from "./reduce.ts";
import { replay } from "./replay.ts";
import { resume } from "./resume.ts";
import { risk } from "./risk.ts";
import { roles } from "./roles.ts";
import { rules } from "./rules.ts";
import { scan } from "./scan.ts";
import { sessions } from "./sessions.ts";
import { set } from "./set.ts";
import { settings } from "./settings.ts";
import { signals } from "./signals.ts";
import { size } from "./size.ts";
import { sl } from "./sl.ts";
import { start } from "./start.ts";
import { stats } from "./stats.ts";
import { status } from "./status.ts";
import { stopreplay } from "./stopreplay.ts";
import { timezone } from "./timezone.ts";
import { tp } from "./tp.ts";
import { trade } from "./trade.ts";
import { trades } from "./trades.ts";
import { trail } from "./trail.ts";
import { undo } from "./undo.ts";
import { verbosity } from "./verbosity.ts";
import { version } from "./version.ts";
import { vetoes } from "./vetoes.ts";
import { watchlist } from "./watchlist.ts";
import { whoami } from "./whoami.ts";
import { why } from "./why.ts";

/** Every command, in the order of menus and help. */
export const COMMANDS: readonly Command[] = [
  status,
  signals,
  positions,
  orders,
  scan,
  cancelscan,
  watchlist,
  chart,
  levels,
  trade,
  why,
  trades,
  balance,
  risk,
  sessions,
  vetoes,
  pnl,
  month,
  stats,
  replay,
  stopreplay,
  long,
  short,
  size,
  sl,
  breakeven,
  trail,
  tp,
  reduce,
  health,
  logs,
  close,
  cancel,
  pause,
  resume,
  panic,
  rules,
  live,
  undo,
  settings,
  set,
  exportSettings,
  importSettings,
  mode,
  language,
  timezone,
  notify,
  filter,
  mute,
  verbosity,
  keyboard,
  roles,
  invite,
  audit,
  whoami,
  version,
  help,
  start,
];
