import { commandButton, titled } from "../cards/list-card.ts";
import { defineCommand, noArguments } from "./command.ts";

export const balance = defineCommand({
  name: "balance",
  aliases: ["bal"],
  group: "look",
  role: "viewer",
  args: noArguments,
  handle: async (_conversation, _args, { control, words }) => {
    const status = await control.status();
    const open = Number(status.equity) - Number(status.balance);
    return [
      titled(
        words.say("balance-title", { mode: words.say(`mode-${status.mode}`) }),
        [
          {
            kind: "facts",
            rows: [
              [words.say("status-balance"), words.money(status.balance)],
              [words.say("status-equity"), words.money(status.equity)],
              [words.say("balance-open"), words.profit(open)],
            ],
          },
        ],
        [
          [
            commandButton(words.say("button-refresh"), "/balance"),
            commandButton(words.say("button-risk"), "/risk"),
            commandButton(words.say("button-positions"), "/positions"),
          ],
        ],
      ),
    ];
  },
});
