import type { DeskStatus } from "../../engine/ports/control.ts";
import { commandButton, text, titled } from "../cards/list-card.ts";
import { marketText } from "../cards/status-card.ts";
import type { Words } from "../texts.ts";
import { defineCommand, noArguments } from "./command.ts";

/** Whether each part of the desk works, with the reason where it does not. */
export const health = defineCommand({
  name: "health",
  aliases: [],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async (_conversation, _args, { control, recentLog, connections, words }) => {
    const status = await control.status();
    const rivals = connections?.rivals() ?? [];
    const rows = [
      marketRow(words, status),
      [words.say("health-store"), words.say("health-ok")] as const,
      [
        words.say("health-orders"),
        status.counts.unknown === 0
          ? words.say("health-ok")
          : words.say("health-unknown-orders", { count: status.counts.unknown }),
      ] as const,
      ...rivals.map(
        ({ platform, since }) =>
          [words.say("health-platform", { platform }), words.say("health-rival", { since })] as const,
      ),
      [words.say("health-warnings"), words.count(recentLog.newest(200).length)] as const,
      [words.say("status-up-since"), words.duration(status.now - status.startedAt)] as const,
    ];
    const isWell = status.counts.unknown === 0 && status.isFeedFresh && rivals.length === 0;
    return [
      titled(
        words.say("health-title"),
        [text(isWell ? words.say("health-well") : words.say("health-ill")), { kind: "facts", rows }],
        [
          [
            commandButton(words.say("button-refresh"), "/health"),
            commandButton(words.say("button-status"), "/status"),
          ],
        ],
      ),
    ];
  },
});

function marketRow(words: Words, status: DeskStatus): readonly [string, string] {
  const { lastCandleAt: at, now } = status;
  const name = `${words.say("status-market")} ${marketText(words, status.market)}`;
  if (at === undefined) return [name, words.say("status-last-candle-none")];
  const ago = words.say("status-last-candle-ago", { at, ago: now - at });
  return [name, status.isFeedFresh ? ago : `⚠ ${ago}`];
}
