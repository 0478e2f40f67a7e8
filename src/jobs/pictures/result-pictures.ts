import type { ChartRequest } from "../../charts/kinds/chart-kinds.ts";
import type { PictureSubject } from "../../engine/ports/pictures.ts";
import { closedTrades } from "../../engine/results/closed-trade.ts";
import { equityCurve } from "../../engine/results/equity-curve.ts";
import { hourlyResults, NO_SESSION, type ResultGroup } from "../../engine/results/result-groups.ts";
import { periodResults, periodStart, periodsBefore } from "../../engine/results/result-periods.ts";
import type { Easel } from "./easel.ts";
import { accountCurrency, strategyTitle } from "./names.ts";

type Subject<Kind extends PictureSubject["kind"]> = Extract<PictureSubject, { kind: Kind }>;

/** The account over the closed trades; unset without one. */
export async function equityPicture(
  easel: Easel,
  { sinceMs }: Subject<"equity">,
): Promise<ChartRequest | undefined> {
  const { context, say } = easel;
  const trades = closedTrades(await context.ledger.closedSince(sinceMs));
  const points = equityCurve(trades, (await context.exchange.account()).balance);
  if (points.length === 0) return undefined;
  const labels = { title: say("picture-equity"), drawdown: say("picture-drawdown") };
  return { kind: "equity", input: { ...easel.look, points, currency: accountCurrency(easel), labels } };
}

/** The month that holds an instant in the reader's zone; unset when no trade closed in it. */
export async function monthPicture(
  easel: Easel,
  { at }: Subject<"month">,
): Promise<ChartRequest | undefined> {
  const { context, say, look } = easel;
  const zone = context.timeZones.zone(look.timeZone);
  const from = periodStart(at, "month", zone);
  const until = periodsBefore(at, -1, "month", zone);
  const closed = closedTrades(await context.ledger.closedSince(from));
  const days = periodResults(
    closed.filter(({ closedAt }) => closedAt < until),
    "day",
    zone,
  );
  if (days.length === 0) return undefined;
  const wall = (instant: number): Date => new Date(instant + zone.offsetAt(instant));
  return {
    kind: "calendar",
    input: {
      ...look,
      year: wall(from).getUTCFullYear(),
      month: wall(from).getUTCMonth() + 1,
      days: days.map(({ startsAt, summary }) => ({
        day: wall(startsAt).getUTCDate(),
        pnl: Number(summary.pnl),
        trades: summary.trades,
      })),
      currency: accountCurrency(easel),
      labels: {
        week: say("picture-week"),
        trades: say("picture-trades"),
        won: say("picture-days-won"),
        lost: say("picture-days-lost"),
      },
    },
  };
}

/** Most rows that have room on a phone. */
const MOST_ROWS = 14;

/** Results against the hours of the day in the zone of the kill zones; unset without a trade. */
export async function performancePicture(
  easel: Easel,
  { by, sinceMs }: Subject<"performance">,
): Promise<ChartRequest | undefined> {
  const { context, settings, say } = easel;
  const zone = context.timeZones.zone(settings.detectors.session.timezone);
  const trades = closedTrades(await context.ledger.closedSince(sinceMs));
  if (trades.length === 0) return undefined;
  const rows = hourlyResults(trades, by, zone)
    .map(({ name, hours }) => ({ name: rowName(easel, by, name), cells: hours }))
    .slice(0, MOST_ROWS);
  return {
    kind: "performance",
    input: {
      ...easel.look,
      columns: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0")),
      rows,
      labels: {
        title: say("picture-performance", { by }),
        trades: say("picture-trades"),
        total: say("picture-total"),
      },
    },
  };
}

function rowName(easel: Easel, by: ResultGroup, name: string): string {
  switch (by) {
    case "symbol":
      return name;
    case "strategy":
      return strategyTitle(easel, name);
    case "session":
      return name === NO_SESSION ? easel.say("no-session") : easel.say("window-name", { name });
    case "exit":
      return easel.say(`close-reason-${name}`);
    case "hour":
      return weekday(Number(name), easel.look.locale);
  }
}

/** 2024-01-01 was a Monday. */
function weekday(day: number, locale: string | undefined): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return format.format(Date.UTC(2024, 0, 1 + day));
}
