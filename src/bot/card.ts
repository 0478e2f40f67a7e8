import type { ButtonAction } from "../engine/ports/buttons.ts";

/** A button before it has a token. Looks come as `command` actions. */
export interface CardButton {
  readonly label: string;
  readonly action: ButtonAction;
  readonly style?: "primary" | "danger" | "plain";
}

/** One part of a card's text. Strings are plain text; each platform escapes and marks them up itself. */
export type CardBlock =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  /** Label and value pairs, one a line. */
  | { readonly kind: "facts"; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** Shown in a monospaced block; the first row is the head. */
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Text to be copied as it is, such as YAML. */
  | { readonly kind: "code"; readonly text: string }
  /** Smaller or quieter text: hints and footers. `tradeId` is the trade it names, for platforms that can lead there. */
  | { readonly kind: "note"; readonly text: string; readonly tradeId?: string };

/** What a person sees, free of any platform: written once, rendered by telegram/, discord/ and web/. */
export interface Card {
  readonly blocks: readonly CardBlock[];
  /** Rows of buttons. */
  readonly buttons: readonly (readonly CardButton[])[];
  readonly image?: Uint8Array;
  /**
   * Rows of keys below the typing line of a platform that has them: each types what stands on it. Empty takes them
   * away, unset leaves them. Such a card has no buttons and is not edited.
   */
  readonly keys?: readonly (readonly string[])[];
  /** How long its buttons work; unset: the usual time of `issueCard`. */
  readonly buttonTtlMs?: number;
}
