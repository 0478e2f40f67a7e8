import type { Preferences } from "../../engine/ports/preferences.ts";
import type { Subscriptions } from "../../engine/ports/settings-store.ts";
import type { DeskChat } from "../conversation.ts";
import type { Log } from "../log.ts";
import type { People } from "../people/people.ts";
import type { Texts } from "../texts.ts";
import type { Answers } from "./answers.ts";
import type { Menus } from "./menus.ts";
import type { Sleep } from "./retry.ts";

/** What the handlers of updates work with. */
export interface HandlerDeps {
  readonly deskChat: DeskChat;
  readonly people: People;
  readonly subscriptions: Subscriptions;
  readonly preferences: Pick<Preferences, "move">;
  readonly answers: Answers;
  readonly menus: Menus;
  readonly texts: Texts;
  readonly log: Log;
  readonly sleep: Sleep;
}
