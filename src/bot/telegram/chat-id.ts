/** A topic of a forum, under the id of its group: `-1001234567890:42`; every other chat is its plain id. */
export interface TelegramPlace {
  readonly chatId: string;
  readonly topicId?: number;
}

const FORM = /^(-?\d{1,20}):(\d{1,15})$/;

export function placeOf(id: string): TelegramPlace {
  const [, chatId, topic] = FORM.exec(id) ?? [];
  return chatId === undefined ? { chatId: id } : { chatId, topicId: Number(topic) };
}

/** The part of a message that tells its topic. */
export interface ThreadedMessage {
  readonly is_topic_message?: boolean | undefined;
  readonly message_thread_id?: number | undefined;
}

/** Id of where a message stands: each topic of a forum is a chat of its own, with its own subscriptions. */
export function idOfPlace(chat: { readonly id: number }, message: ThreadedMessage | undefined): string {
  const isTopic = message?.is_topic_message === true && message.message_thread_id !== undefined;
  return isTopic ? `${chat.id}:${message.message_thread_id}` : String(chat.id);
}
