import { z } from "zod";
import { MEMBER_ROLES } from "../../engine/ports/roster.ts";
import { commandButton, note, text, titled } from "../cards/list-card.ts";
import { roleName } from "../cards/names.ts";
import { createInvitation, INVITE_TTL_MS, invitationPayload } from "../people/invitations.ts";
import { wordArgument } from "./arguments.ts";
import { defineCommand } from "./command.ts";

/** Makes a link that works once. Who comes with it waits until an admin lets them in. */
export const invite = defineCommand({
  name: "invite",
  aliases: [],
  group: "configure",
  role: "admin",
  args: z.strictObject({ role: wordArgument.optional() }),
  handle: async ({ actor, botName }, { role: wanted }, { roster, words }) => {
    const role = MEMBER_ROLES.find((each) => each === wanted?.toLowerCase());
    if (role === undefined) {
      const roles = MEMBER_ROLES.map((each) => commandButton(roleName(words, each), `/invite ${each}`));
      return [titled(words.say("invite-title"), [text(words.say("invite-which"))], [roles])];
    }
    const payload = invitationPayload(await createInvitation(roster, role, actor));
    const link = botName === undefined ? [] : [text(`https://t.me/${botName}?start=${payload}`)];
    const way = botName === undefined ? [note(words.say("invite-without-link"))] : [];
    return [
      titled(words.say("invite-title"), [
        text(words.say("invite-made", { role: roleName(words, role) })),
        ...link,
        { kind: "code", text: `/start ${payload}` },
        ...way,
        note(words.say("invite-ends", { ttl: INVITE_TTL_MS })),
      ]),
    ];
  },
});
