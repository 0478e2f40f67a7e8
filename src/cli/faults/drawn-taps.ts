import type { Draws } from "../../exchange/simulated/draws.ts";
import { CHAT_IDS, type Tap } from "./fault-desk.ts";
import type { TapRecord } from "./invariants.ts";
import type { Scenario } from "./scenarios.ts";
import type { ShownCards } from "./screen.ts";

/** The people of a run: what they see is on the screen, what they tap is written down. */
export class People {
  readonly taps: TapRecord[] = [];
  private readonly screen: ShownCards;
  private readonly draws: Draws;
  private readonly now: () => number;

  constructor(screen: ShownCards, draws: Draws, now: () => number) {
    this.screen = screen;
    this.draws = draws;
    this.now = now;
  }

  /** A tap of a person who may, on the newest card of the trade; empty when there is no such button. */
  genuine(id: string, expiresAt: number, chatId: string, type = "approve"): Tap[] {
    const token = this.screen.tokens(id, chatId, type).at(-1);
    if (token === undefined) return [];
    if (type === "approve") this.taps.push({ tradeId: id, at: this.now(), expiresAt, isGenuine: true });
    return [{ token, chatId, role: "trader" }];
  }

  /** What a scenario has people do with the first card of a trade. */
  drawn(kind: Scenario["taps"], id: string, expiresAt: number): readonly Tap[] {
    const token = (chatId: string) => this.screen.tokens(id, chatId, "approve").at(-1) ?? "";
    switch (kind ?? "once") {
      case "once":
      case "after-expiry":
        return this.genuine(id, expiresAt, "anna");
      case "fifty-times":
        return Array.from({ length: 50 }, () => this.genuine(id, expiresAt, "anna")).flat();
      case "two-approvers":
        return CHAT_IDS.flatMap((chatId) => this.genuine(id, expiresAt, chatId));
      case "approve-against-skip":
        return [...this.genuine(id, expiresAt, "anna"), ...this.genuine(id, expiresAt, "ben", "skip")].sort(
          () => this.draws.uniform() - 0.5,
        );
      case "stale-card":
        return [
          { token: this.screen.tokens(id, "anna", "approve")[0] ?? "", chatId: "anna", role: "viewer" },
        ];
      case "forged-token":
        return [{ token: "A".repeat(32), chatId: "anna", role: "admin" }];
      case "viewer":
        return [{ token: token("anna"), chatId: "anna", role: "viewer" }];
      case "foreign-chat":
        return [{ token: token("anna"), chatId: "ben", role: "trader" }];
    }
  }
}
