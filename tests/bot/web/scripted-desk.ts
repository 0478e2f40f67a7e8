import type { Card } from "../../../src/bot/card.ts";
import type { Conversation, DeskChat, TapAnswer } from "../../../src/bot/conversation.ts";
import type { ButtonAction, Buttons } from "../../../src/engine/ports/buttons.ts";

/** A one-pixel PNG. */
export const PIXEL = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

export function textCard(text: string, buttons: Card["buttons"] = []): Card {
  return { blocks: [{ kind: "text", text }], buttons };
}

export interface ScriptedDesk extends DeskChat {
  readonly heard: { readonly conversation: Conversation; readonly text: string }[];
  readonly tapped: string[];
  onTextDo: (text: string) => Promise<readonly Card[]>;
  onTapDo: (token: string) => Promise<TapAnswer>;
}

/** A desk that says what the test tells it to, and remembers what it was told. Notices show their key. */
export function createScriptedDesk(): ScriptedDesk {
  const desk: ScriptedDesk = {
    heard: [],
    tapped: [],
    onTextDo: async (text) => [textCard(`heard ${text}`)],
    onTapDo: async () => ({ toast: "done" }),
    onText(conversation, text) {
      desk.heard.push({ conversation, text });
      return desk.onTextDo(text);
    },
    onTap(_conversation, token) {
      desk.tapped.push(token);
      return desk.onTapDo(token);
    },
    card(content) {
      if (content.kind === "trade") return textCard(content.trade.id);
      if (content.kind !== "notice") return textCard(content.kind);
      const { key, args } = content.notice;
      const { button: command } = args;
      const buttons =
        command === undefined
          ? []
          : [[{ label: "Go", action: { type: "command", text: String(command) } } as const]];
      return textCard(key, buttons);
    },
    awaits: async () => false,
    onGuest: async () => ({ status: "refused", card: { blocks: [], buttons: [] }, admins: [] }),
    commands: () => [
      { name: "status", help: "The desk at one glance" },
      { name: "help", help: "What you can ask" },
    ],
  };
  return desk;
}

export interface CountedButtons extends Buttons {
  readonly issued: { readonly group: string; readonly token: string; readonly action: ButtonAction }[];
  readonly revoked: string[];
}

/** Buttons with tokens `t1`, `t2`...; only their issue and revocation matter to the web chat. */
export function createCountedButtons(): CountedButtons {
  const buttons: CountedButtons = {
    issued: [],
    revoked: [],
    async issue(_address, group, actions) {
      return actions.map((action) => {
        const token = `t${buttons.issued.length + 1}`;
        buttons.issued.push({ group, token, action });
        return token;
      });
    },
    redeem: async () => ({ status: "invalid" }),
    peek: async () => ({ status: "invalid" }),
    async revoke(group) {
      buttons.revoked.push(group);
    },
  };
  return buttons;
}
