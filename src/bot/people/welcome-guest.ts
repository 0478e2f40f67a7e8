import type { Clock } from "../../engine/ports/clock.ts";
import type { Roster } from "../../engine/ports/roster.ts";
import { cleanCard } from "../cards/clean-card.ts";
import { text, titled } from "../cards/list-card.ts";
import type { Guest, JoinAnswer } from "../conversation.ts";
import type { Texts } from "../texts.ts";
import { codeOfPayload, useInvitation } from "./invitations.ts";
import type { People } from "./people.ts";
import { newcomerCard } from "./people-cards.ts";

export interface WelcomeDeps {
  readonly people: People;
  readonly roster: Roster;
  readonly clock: Clock;
  readonly texts: Texts;
}

/** Uses an invitation up and asks the admins of the same platform; an invitation alone lets nobody in. */
export async function welcomeGuest(guest: Guest, payload: string, deps: WelcomeDeps): Promise<JoinAnswer> {
  const { people, roster, clock, texts } = deps;
  const { platform, id } = guest;
  const words = texts.for(await people.reader({ platform, chatId: id }));
  const title = words.say("newcomer-title");
  const code = codeOfPayload(payload);
  const newcomer = code === undefined ? undefined : await useInvitation(roster, guest, code, clock);
  if (newcomer === undefined) {
    return {
      status: "refused",
      card: titled(title, [text(words.say("newcomer-no-invitation"))]),
      admins: [],
    };
  }
  const admins = (await people.list()).filter((one) => one.role === "admin" && one.platform === platform);
  const asked = admins.map(async ({ id: chatId }) => {
    const address = { platform, chatId };
    return { address, card: cleanCard(newcomerCard(texts.for(await people.reader(address)), newcomer)) };
  });
  return {
    status: "waits",
    card: titled(title, [text(words.say("newcomer-asked"))]),
    admins: await Promise.all(asked),
  };
}
