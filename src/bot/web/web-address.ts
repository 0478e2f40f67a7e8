import type { ChatAddress } from "../../engine/ports/chat.ts";

/** The web chat is one conversation; every open page shows it. */
export const WEB_ADDRESS = { platform: "web", chatId: "local" } as const satisfies ChatAddress;
