import { decodeMessageId } from "../../../src/bot/telegram/message-id.ts";
import { describeChatContract } from "../../contracts/chat-contract.ts";
import { ANN_ID, startTelegramDesk, VICTOR_ID } from "./telegram-desk.ts";

describeChatContract("telegram", async () => {
  const desk = await startTelegramDesk();
  const { emulator, buttons, telegram } = desk;
  emulator.people.shutOut(VICTOR_ID);
  return {
    chat: telegram.chat,
    buttons,
    chatId: String(ANN_ID),
    goneChatId: String(VICTOR_ID),
    shown: async (ref) => {
      const { photo, text } = decodeMessageId(ref.messageId);
      const parts = [photo, text]
        .filter((id) => id !== undefined)
        .map((id) => emulator.chats.find(Number(ref.chatId), id))
        .filter((message) => message !== undefined);
      if (parts.length === 0) return undefined;
      return {
        text: parts.map((part) => part.text).join("\n"),
        buttons: parts
          .flatMap((part) => part.markup.inline_keyboard.flat())
          .map((button) => ({
            label: button.text,
            token: "callback_data" in button ? button.callback_data : "",
          })),
        imageBytes: parts.find((part) => part.photo !== undefined)?.photo?.byteLength,
      };
    },
    stop: () => desk.stop(),
  };
});
