import type { CardsElsewhere } from "../conversation.ts";
import type { Log } from "../log.ts";
import type { Answers } from "./answers.ts";

/** Shows cards to people of Telegram who did not ask; one who cannot be reached does not keep the others from theirs. */
export async function tellOthers(answers: Answers, log: Log, cards: CardsElsewhere): Promise<void> {
  for (const { address, card } of cards) {
    if (address.platform !== "telegram") continue;
    await answers.send(address, card).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : "";
      log.warn({ reason }, "somebody in telegram could not be told");
    });
  }
}
