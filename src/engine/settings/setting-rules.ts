/**
 * What a setting must be beyond kind, range and options, each with its sentence for files and logs. Chats say the
 * rule in the reader's language: `settings-problem` in the locales.
 */
export const SETTING_RULES = {
  "plain-name": "lower-case letters, digits and dashes, a letter first",
  "name-taken": "this name is taken",
  "different-names": "names must differ",
  "hierarchy-name": "sth, ith and lth are of the hierarchy",
  "one-companion": "one companion for each symbol",
  "time-of-day": "a time of day such as 17:00",
  "time-span": "two times of day such as 20:00-00:00",
  "different-times": "the two times must differ",
  "time-zone": "a zone of the time-zone database such as America/New_York",
  cron: "five fields such as 30 8 * * 1-5",
  "symbol-pattern": "a symbol such as BTC/USDT, or a pattern with * and ?",
  shares: "more than 100 percent",
  "some-weight": "at least one must be above 0",
} as const satisfies Record<string, string>;

export type SettingRule = keyof typeof SETTING_RULES;

/** The second argument of `refine`: the issue carries the rule, for whoever says it in another language. */
export function broken(rule: SettingRule) {
  return { error: SETTING_RULES[rule], params: { rule } };
}

const PLAIN_NAME = /^[a-z][a-z0-9-]*$/;

export function isPlainName(text: string): boolean {
  return PLAIN_NAME.test(text);
}
