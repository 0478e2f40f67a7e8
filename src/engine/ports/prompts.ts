import type { ButtonAction } from "./buttons.ts";
import type { ChatAddress } from "./chat.ts";

/** What the desk waits to be typed. */
export type Prompt =
  | { readonly kind: "setting"; readonly path: string }
  | { readonly kind: "import" }
  /** How much of a proposal is to be approved. */
  | { readonly kind: "size"; readonly tradeId: string }
  /** A one-time code, after which the action is done. */
  | { readonly kind: "code"; readonly action: ButtonAction };

/** Questions that wait for a typed answer: one for each person in each chat. They expire. */
export interface Prompts {
  /** Takes the place of an earlier question. */
  ask(address: ChatAddress, userId: string, prompt: Prompt, ttlMs: number): Promise<void>;
  waiting(address: ChatAddress, userId: string): Promise<boolean>;
  /** The question, which then waits no more. */
  take(address: ChatAddress, userId: string): Promise<Prompt | undefined>;
}
