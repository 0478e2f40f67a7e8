import { z } from "zod";
import { isTimeZone } from "../../engine/clock/time-zone.ts";
import { commandButton, inRows, note, text, titled } from "../cards/list-card.ts";
import { groupRefusal, preferenceKey } from "../people/preference-key.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";
import { nearest } from "./nearest.ts";

const OFFERED = [
  ...["America/New_York", "America/Chicago", "America/Sao_Paulo", "Europe/London", "Europe/Berlin"],
  ...["Europe/Moscow", "Asia/Dubai", "Asia/Shanghai", "Asia/Tokyo", "UTC"],
];

export const timezone = defineCommand({
  name: "timezone",
  aliases: ["tz", "zone"],
  group: "configure",
  role: "viewer",
  args: z.strictObject({ zone: wordArgument.optional() }),
  handle: async (conversation, { zone }, { clock, preferences, texts, words }) => {
    const title = words.say("timezone-title");
    const refused = groupRefusal(conversation, words, title);
    if (refused !== undefined) return [refused];
    if (zone === undefined || !isZoneName(zone)) {
      const near = zone === undefined ? [] : nearest(zone, Intl.supportedValuesOf("timeZone"), namesOf, 8);
      const offered = near.length > 0 ? near : OFFERED;
      const line =
        zone === undefined
          ? words.say("timezone-now", { zone: words.reader.timeZone, now: clock.now() })
          : words.say("timezone-unknown", { zone: zone.slice(0, 64) });
      const buttons = offered.map((each) => commandButton(each, `/timezone ${each}`));
      return [titled(title, [text(line), note(words.say("timezone-hint"))], inRows(buttons, 2))];
    }
    await preferences.change(preferenceKey(conversation.address), { timeZone: zone });
    const after = texts.for({ ...words.reader, timeZone: zone });
    return [titled(title, [text(after.say("timezone-now", { zone, now: clock.now() }))])];
  },
});

/** A zone by its name; an offset such as `+03:00` would be wrong for half of the year. */
function isZoneName(zone: string): boolean {
  return (zone === "UTC" || zone.includes("/")) && isTimeZone(zone);
}

function namesOf(zone: string): readonly string[] {
  return [zone, zone.split("/").at(-1) ?? zone];
}
