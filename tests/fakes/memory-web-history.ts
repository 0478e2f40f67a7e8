import type { WebEntry, WebHistory, WebSession } from "../../src/engine/ports/web-history.ts";

interface KeptMessage {
  readonly entry: WebEntry;
  readonly image: Uint8Array | undefined;
}

interface KeptChat {
  sequence: number;
  readonly messages: Map<string, KeptMessage>;
}

/** Web history that lives as long as the object. */
export function createMemoryWebHistory(): WebHistory {
  const chats = new Map<string, KeptChat>();
  const sessions = new Map<string, WebSession>();

  function chatOf(chatId: string): KeptChat {
    const chat = chats.get(chatId) ?? { sequence: 0, messages: new Map() };
    chats.set(chatId, chat);
    return chat;
  }

  function entriesOf(chatId: string): readonly WebEntry[] {
    return [...chatOf(chatId).messages.values()].map(({ entry }) => entry);
  }

  return {
    async append(chatId, { body, image }, at) {
      const chat = chatOf(chatId);
      chat.sequence += 1;
      const { sequence } = chat;
      const base = { id: String(sequence), sequence, at, body };
      const entry = image === undefined ? base : { ...base, imageSequence: sequence };
      chat.messages.set(entry.id, { entry, image });
      return entry;
    },
    async replace(chatId, id, { body, image }, at) {
      const chat = chatOf(chatId);
      const before = chat.messages.get(id);
      if (before === undefined) return undefined;
      chat.sequence += 1;
      const { sequence } = chat;
      const rewritten = { ...before.entry, sequence, body, editedAt: at };
      const entry = image === undefined ? rewritten : { ...rewritten, imageSequence: sequence };
      chat.messages.set(id, { entry, image: image ?? before.image });
      return entry;
    },
    find: async (chatId, id) => chatOf(chatId).messages.get(id)?.entry,
    newest: async (chatId, limit, beforeId) =>
      entriesOf(chatId)
        .filter(({ id }) => beforeId === undefined || Number(id) < Number(beforeId))
        .slice(-limit),
    since: async (chatId, sequence, limit) =>
      entriesOf(chatId)
        .filter((entry) => entry.sequence > sequence)
        .sort((a, b) => a.sequence - b.sequence)
        .slice(0, limit),
    head: async (chatId) => chatOf(chatId).sequence,
    image: async (chatId, id) => chatOf(chatId).messages.get(id)?.image,
    saveSession: async (key, session) => {
      sessions.set(key, session);
    },
    session: async (key) => sessions.get(key),
    endSession: async (key) => {
      sessions.delete(key);
    },
  };
}
