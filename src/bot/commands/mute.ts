import { z } from "zod";
import type { CardButton } from "../card.ts";
import { commandButton, note, text, titled } from "../cards/list-card.ts";
import { groupRefusal, preferenceKey } from "../people/preference-key.ts";
import type { Words } from "../texts.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

const RANGE = /^([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)$/;
const MINUTES = /^[1-9]\d{0,4}$/;

/** For a while, or every day between two times, messages come without a sound; warnings ring all the same. */
export const mute = defineCommand({
  name: "mute",
  aliases: ["quiet"],
  group: "configure",
  role: "viewer",
  args: z.strictObject({ when: wordArgument.optional() }),
  handle: async (conversation, { when = "" }, { clock, preferences, words }) => {
    const title = words.say("mute-title");
    const refused = groupRefusal(conversation, words, title);
    if (refused !== undefined) return [refused];
    const key = preferenceKey(conversation.address);
    const [, ...times] = RANGE.exec(when) ?? [];
    if (when === "off") await preferences.change(key, { quiet: undefined, mutedUntil: undefined });
    else if (MINUTES.test(when))
      await preferences.change(key, { mutedUntil: clock.now() + Number(when) * 60_000 });
    else if (times.length === 4) await preferences.change(key, { quiet: rangeOf(times) });
    else if (when !== "")
      return [
        titled(
          title,
          [text(words.say("mute-unknown", { text: when })), note(words.say("mute-hint"))],
          [muteButtons(words)],
        ),
      ];
    const { quiet, mutedUntil = 0 } = await preferences.read(key);
    const lines = [
      ...(mutedUntil > clock.now() ? [words.say("mute-until", { until: mutedUntil })] : []),
      ...(quiet === undefined ? [] : [words.say("mute-daily", { from: quiet.from, to: quiet.to })]),
    ];
    return [
      titled(
        title,
        [text(lines.join("\n") || words.say("mute-none")), note(words.say("mute-hint"))],
        [muteButtons(words)],
      ),
    ];
  },
});

function muteButtons(words: Words): readonly CardButton[] {
  return [
    ...[60, 480].map((minutes) => commandButton(words.duration(minutes * 60_000), `/mute ${minutes}`)),
    commandButton("22:00-07:00", "/mute 22:00-07:00"),
    commandButton(words.say("button-switch-off"), "/mute off"),
  ];
}

function rangeOf([fromHour = "0", fromMinute = "00", toHour = "0", toMinute = "00"]: readonly string[]) {
  return { from: `${fromHour.padStart(2, "0")}:${fromMinute}`, to: `${toHour.padStart(2, "0")}:${toMinute}` };
}
