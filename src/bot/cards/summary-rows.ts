import type { ResultSummary } from "../../engine/results/result-summary.ts";
import type { Words } from "../texts.ts";

type Row = readonly [label: string, value: string];

/** The figures that tell how trading went, one a line. What cannot be known yet is left out. */
export function summaryRows(words: Words, summary: ResultSummary): readonly Row[] {
  const { trades, wins, losses, winPercent, profitFactor, pnl, netR: r } = summary;
  const drawdown = { money: summary.maxDrawdown, r: -summary.maxDrawdownR };
  return [
    [words.say("stats-result"), words.say("stats-result-value", { pnl, r })],
    [words.say("stats-trades"), words.say("stats-trades-value", { trades, wins, losses })],
    ...known(words.say("stats-win-rate"), winPercent, (value) => words.percent(Math.round(value * 10) / 10)),
    ...known(words.say("stats-expectancy"), summary.expectancyR, words.r),
    ...known(words.say("stats-average-win"), summary.averageWinR, words.r),
    ...known(words.say("stats-average-loss"), summary.averageLossR, words.r),
    ...known(words.say("stats-profit-factor"), profitFactor, words.count),
    [words.say("stats-drawdown"), words.say("stats-drawdown-value", drawdown)],
    [words.say("stats-streak"), words.count(summary.longestLosingStreak)],
    [words.say("stats-fees"), words.money(summary.fees)],
  ];
}

function known(label: string, value: number | undefined, write: (value: number) => string): readonly Row[] {
  return value === undefined ? [] : [[label, write(value)]];
}
