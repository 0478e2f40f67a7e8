import type { DecimalText } from "../decimal.ts";
import type { EntryType } from "../signal.ts";
import type { TrailingPlan } from "../trade/management.ts";
import type { SkipReason } from "../trade/trade.ts";
import type { ChatAddress } from "./chat.ts";
import type { MemberRole, PersonKey } from "./roster.ts";

/** The button stands on a card beside the trade's own: what becomes of it is said there in a line. */
interface AsideButton {
  readonly aside?: true;
}

/** What a tap means. Acts change a trade or the desk; looks only show something. */
export type ButtonAction =
  | ({
      readonly type: "approve";
      readonly tradeId: string;
      readonly version: number;
      readonly sizeFactor: number;
    } & AsideButton)
  | { readonly type: "reprice"; readonly tradeId: string; readonly version: number }
  | { readonly type: "switch-rule"; readonly name: string; readonly on: boolean }
  | { readonly type: "skip"; readonly tradeId: string; readonly version: number }
  | { readonly type: "explain-skip"; readonly tradeId: string; readonly reason: SkipReason }
  | {
      readonly type: "change-entry";
      readonly tradeId: string;
      readonly version: number;
      readonly entryType: EntryType;
    }
  /** Ends the pause that began at `since`, and no later one. */
  | { readonly type: "resume"; readonly since: number }
  | { readonly type: "close"; readonly tradeId: string; readonly version: number }
  | { readonly type: "cancel-entry"; readonly tradeId: string; readonly version: number }
  /** `stop` as it would be typed; `confirmedFrom` is the stop that a confirmation to more risk was shown with. */
  | ({
      readonly type: "move-stop";
      readonly tradeId: string;
      readonly version: number;
      readonly stop: string;
      readonly confirmedFrom?: DecimalText;
    } & AsideButton)
  /** Targets as they would be typed. */
  | ({
      readonly type: "move-targets";
      readonly tradeId: string;
      readonly version: number;
      readonly targets: readonly string[];
    } & AsideButton)
  /** Unset `by`: the stop follows nothing any more. */
  | {
      readonly type: "trail";
      readonly tradeId: string;
      readonly version: number;
      readonly by?: TrailingPlan["by"];
      readonly distance?: number;
    }
  /** Takes back what the person did at the moment `at`, in the desk's time. */
  | { readonly type: "undo"; readonly tradeId: string; readonly at: number }
  /** `held` is what was open when the button was made. */
  | {
      readonly type: "reduce";
      readonly tradeId: string;
      readonly version: number;
      readonly percent: number;
      readonly held: DecimalText;
    }
  | { readonly type: "panic" }
  | { readonly type: "close-all" }
  /** Takes back a `close-all` that has not begun. */
  | { readonly type: "keep-all"; readonly id: string }
  /** Sets what lies at a dotted path; `value` is JSON text, unset for the default. */
  | {
      readonly type: "change-setting";
      readonly path: string;
      readonly value?: string;
      /** Of the settings that the change was decided on. */
      readonly version: number;
    }
  /** Lets a guest in, or not. */
  | ({ readonly type: "decide-newcomer"; readonly admit: boolean } & PersonKey)
  | ({ readonly type: "set-role"; readonly role: MemberRole | "none" } & PersonKey)
  /** Puts other settings in the place of all; `settings` is JSON text of what is not as by default. */
  | { readonly type: "replace-settings"; readonly settings: string; readonly version: number }
  /** Runs a command as if it had been typed, for pickers, pages and refresh. */
  | { readonly type: "command"; readonly text: string };

export type RedeemOutcome =
  | { readonly status: "valid"; readonly action: ButtonAction }
  /** Never existed, was used, has expired, or belongs to another chat. Which one is not told apart. */
  | { readonly status: "invalid" };

/** Opaque tokens behind buttons: at least 128 random bits, at most 64 bytes, bound to a chat. */
export interface Buttons {
  /** Tokens for the actions, in their order, valid for `ttlMs`. Those of one card share a `group`. */
  issue(
    address: ChatAddress,
    group: string,
    actions: readonly ButtonAction[],
    ttlMs: number,
  ): Promise<readonly string[]>;
  /** Reads a token in the chat it was issued for. An act is used up by it, a `command` is not. */
  redeem(token: string, address: ChatAddress): Promise<RedeemOutcome>;
  /** Reads a token as `redeem` does but never uses it up: who may not act must not spend another's button. */
  peek(token: string, address: ChatAddress): Promise<RedeemOutcome>;
  /** Makes every token of the group invalid. */
  revoke(group: string): Promise<void>;
}
