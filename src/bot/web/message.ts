import { z } from "zod";
import type { WebEntry } from "../../engine/ports/web-history.ts";
import type { MessageView } from "./protocol.ts";

const text = z.string();
const texts = z.array(text).readonly();

const BlockSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("title"), text }),
  z.strictObject({ kind: z.literal("text"), text }),
  z.strictObject({ kind: z.literal("facts"), rows: z.array(z.tuple([text, text]).readonly()).readonly() }),
  z.strictObject({ kind: z.literal("table"), head: texts, rows: z.array(texts).readonly() }),
  z.strictObject({ kind: z.literal("code"), text }),
  z.strictObject({ kind: z.literal("note"), text, tradeId: text.exactOptional() }),
]);

const ButtonSchema = z.strictObject({
  label: text,
  token: text,
  style: z.enum(["primary", "danger", "plain"]),
});

/** A message as it is kept. Read-only arrays, so that a new kind of block fails to compile until it is here. */
const StoredMessageSchema = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("person"), text, requestId: text }),
  z.strictObject({
    from: z.literal("desk"),
    /** Group of the tokens behind its buttons. */
    group: text,
    silent: z.boolean(),
    /** Answers to a person are rewritten by their own buttons; what the desk brings up, only by the desk. */
    isAnswer: z.boolean(),
    /** False when the card that took this place has no image, whatever is still kept with the message. */
    showsImage: z.boolean(),
    blocks: z.array(BlockSchema).readonly(),
    buttons: z.array(z.array(ButtonSchema).readonly()).readonly(),
  }),
]);

export type StoredMessage = z.infer<typeof StoredMessageSchema>;

export function encodeMessage(message: StoredMessage): string {
  return JSON.stringify(message);
}

/** `undefined` when the body is not a message this version knows. */
export function decodeMessage(body: string): StoredMessage | undefined {
  try {
    return StoredMessageSchema.safeParse(JSON.parse(body)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The message as the page shows it: without the token group, with the address of its image. */
export function viewMessage(entry: WebEntry): MessageView | undefined {
  const stored = decodeMessage(entry.body);
  if (stored === undefined) return undefined;
  return {
    id: entry.id,
    sequence: entry.sequence,
    at: entry.at,
    silent: stored.from === "person" || stored.silent,
    said:
      stored.from === "person" ? stored : { from: "desk", blocks: stored.blocks, buttons: stored.buttons },
    ...(entry.editedAt === undefined ? {} : { editedAt: entry.editedAt }),
    ...imageOf(entry, stored),
  };
}

/** The sequence makes a redrawn chart a new address. */
function imageOf({ id, imageSequence }: WebEntry, stored: StoredMessage): { readonly imageUrl?: string } {
  if (imageSequence === undefined || stored.from === "person" || !stored.showsImage) return {};
  return { imageUrl: `/images/${id}?v=${imageSequence}` };
}
