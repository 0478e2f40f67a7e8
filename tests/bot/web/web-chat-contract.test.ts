import { createWebChat } from "../../../src/bot/web/create-web-chat.ts";
import type { MessageView } from "../../../src/bot/web/protocol.ts";
import { WEB_ADDRESS } from "../../../src/bot/web/web-address.ts";
import { describeChatContract, type ShownMessage } from "../../contracts/chat-contract.ts";
import { cardText, createFakeDesk, READER } from "../../fakes/chat-desk.ts";
import { createMemoryWebHistory } from "../../fakes/memory-web-history.ts";
import { cookieOf, openPage, postSecret, secretOf } from "./web-bench.ts";

/** What a browser that is opened now shows of a message. */
async function shownTo(
  origin: string,
  cookie: string,
  message: MessageView | undefined,
): Promise<ShownMessage | undefined> {
  if (message?.said.from !== "desk") return undefined;
  const text = cardText(message.said);
  const buttons = message.said.buttons.flat();
  if (message.imageUrl === undefined) return { text, buttons, imageBytes: undefined };
  const image = await fetch(`${origin}${message.imageUrl}`, { headers: { cookie } });
  return { text, buttons, imageBytes: (await image.arrayBuffer()).byteLength };
}

describeChatContract("web", async () => {
  const { deskChat, buttons, texts, log } = createFakeDesk();
  const web = await createWebChat({
    host: "127.0.0.1",
    port: 0,
    deskChat,
    buttons,
    store: createMemoryWebHistory(),
    texts,
    reader: READER,
    clock: { now: () => 0 },
    log,
  });
  const { url } = await web.start();
  const { origin } = new URL(url);
  const cookie = cookieOf(await postSecret(origin, secretOf(url)));
  return {
    chat: web.chat,
    buttons,
    chatId: WEB_ADDRESS.chatId,
    goneChatId: "elsewhere",
    shown: async ({ messageId }) => {
      const page = await openPage(origin, cookie, 0);
      const found = page.welcome.messages.find(({ id }) => id === messageId);
      await page.close();
      return shownTo(origin, cookie, found);
    },
    stop: () => web.stop(),
  };
});
